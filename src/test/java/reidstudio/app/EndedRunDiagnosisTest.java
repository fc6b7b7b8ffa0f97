package reidstudio.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.Patience;
import reidstudio.command.CommandAck;
import reidstudio.command.RunCommand;
import reidstudio.config.RunConfig;
import reidstudio.engine.SmallRun;
import reidstudio.event.CheckKind;
import reidstudio.event.DiagnosisReport;
import reidstudio.event.RunState;
import reidstudio.event.Severity;
import reidstudio.store.RunReader;
import reidstudio.store.RunRemoval;
import reidstudio.store.RunTrace;

/** Yesterday's run is asked what was wrong with it, and keeps the answer. */
@Timeout(120)
class EndedRunDiagnosisTest {
  private static final int STEPS = 6;

  @TempDir static Path folder;
  private static Path data;

  @TempDir Path home;

  @RegisterExtension final OpenStudio studio = new OpenStudio(() -> home);

  @BeforeAll
  static void paint() {
    data = SmallRun.data(folder.resolve("data"));
  }

  @Test
  void theModelOfTheLastCheckpointIsLookedAtAndTheFolderKeepsTheReport() throws Exception {
    Path run = trained();
    assertThat(diagnose(run)).isInstanceOf(CommandAck.Accepted.class);
    DiagnosisReport report = report();
    assertThat(report.subject()).isEqualTo("the run " + run.getFileName() + " at step " + STEPS);
    assertThat(report.findings())
        .filteredOn(finding -> finding.severity() == Severity.ERROR)
        .extracting(finding -> finding.id())
        .contains("ce.classifier-not-in-optimizer");
    RunTrace live = studio.current();
    Patience.until("the run has its report", () -> !live.reports().isEmpty());
    assertThat(live.reports()).containsExactly(report);
    assertThat(live.state()).contains(RunState.COMPLETED);
    studio.close();
    assertThat(new RunReader().open(run).reports()).hasSize(1);
    assertThat(new RunReader().open(run).reports().get(0).findings()).isEqualTo(report.findings());
    assertThat(Files.readString(run.resolve("ce_diagnosis.log"))).contains("at step " + STEPS);
    new RunRemoval().remove(run);
    assertThat(run).as("nothing of it is taken for somebody else's").doesNotExist();
  }

  @Test
  void aRunWithoutACheckpointIsLookedAtAsItBegan() throws Exception {
    Path run = trained();
    try (Stream<Path> files = Files.list(run.resolve("checkpoints"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    diagnose(run);
    assertThat(report().subject())
        .isEqualTo("the run " + run.getFileName() + " before its first step, it has no checkpoint");
  }

  @Test
  void whatIsNoRunIsSaidInASentence() throws Exception {
    Path nowhere = home.resolve("nowhere");
    diagnose(nowhere);
    RunTrace outside = studio.store().outside();
    Patience.until("it is refused", () -> outside.diagnosisFailure().isPresent());
    assertThat(outside.diagnosisFailure().get().reason()).contains(nowhere.toString());
    assertThat(outside.reports()).isEmpty();
  }

  @Test
  void besideARunThatTrainsThereIsNoRoomForIt() throws Exception {
    Path run = trained();
    RunConfig endless = SmallRun.config(data, "epochs", "500");
    studio.control().submit(new RunCommand.Start(endless, Optional.empty()));
    assertThat(diagnose(run)).isInstanceOf(CommandAck.Refused.class);
    studio.control().submit(new RunCommand.Stop());
  }

  private CommandAck diagnose(Path run) {
    return studio
        .control()
        .submit(new RunCommand.Diagnose(CheckKind.CE, stuck(), Optional.of(run)));
  }

  private DiagnosisReport report() {
    RunTrace outside = studio.store().outside();
    Patience.until("there is a report", () -> !outside.reports().isEmpty());
    return outside.reports().get(0);
  }

  /** Its head never moves. */
  private static RunConfig stuck() {
    return SmallRun.config(data, "epochs", "1", "optimizer.head.learningRate", "0");
  }

  private Path trained() {
    studio.control().submit(new RunCommand.Start(stuck(), Optional.empty()));
    return studio.ended().folder().orElseThrow();
  }
}
