package reidstudio.ui.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import reidstudio.command.CommandAck;
import reidstudio.command.RunCommand;
import reidstudio.config.RunConfig;
import reidstudio.event.CheckKind;
import reidstudio.event.DiagnosisReport;
import reidstudio.event.RunState;
import reidstudio.event.TrainingEvent.DiagnosisFinished;
import reidstudio.event.TrainingEvent.StateChanged;
import reidstudio.store.RunTrace;
import reidstudio.ui.common.CommandSender;
import reidstudio.ui.common.ErrorFunnel;
import reidstudio.ui.common.FxPump;
import reidstudio.ui.common.GivenTraces;
import reidstudio.ui.common.Language;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.RunInView;
import reidstudio.ui.common.UpdatePace;

/** What a question would look at, and where its answer is shown. */
@ExtendWith(ApplicationExtension.class)
class HealthViewModelTest {
  private static final RunConfig FORM = RunConfig.defaults().withSeed(7);
  private static final Path RUNS = Path.of("runs").toAbsolutePath();

  private final RunTrace idle = new RunTrace("", Optional.empty(), Optional.empty());
  private final List<RunCommand> sent = new ArrayList<>();
  private final ObjectProperty<RunConfig> form = new SimpleObjectProperty<>(FORM);
  private Optional<RunTrace> current = Optional.empty();
  private final RunInView runs =
      new RunInView(new GivenTraces(() -> current, idle), new FxPump(new UpdatePace(2)));
  private final HealthViewModel model =
      new HealthViewModel(
          runs,
          new CommandSender(
              command -> {
                sent.add(command);
                return new CommandAck.Accepted();
              },
              new ErrorFunnel(new Messages(Language.ENGLISH)),
              Runnable::run,
              Runnable::run),
          form);

  private static RunTrace run(String name, RunState... states) {
    RunTrace trace =
        new RunTrace(name, Optional.of(RUNS.resolve(name)), Optional.of(RunConfig.defaults()));
    for (RunState state : states) {
      trace.apply(new StateChanged(name, 1, state, ""));
    }
    return trace;
  }

  private static DiagnosisReport report(long second) {
    return new DiagnosisReport(
        CheckKind.CE, Instant.ofEpochSecond(second), "a model", List.of(), false);
  }

  private void answer(DiagnosisReport report) {
    idle.apply(new DiagnosisFinished("", 1, report));
    runs.refresh();
  }

  private List<DiagnosisReport> shown() {
    return model.reports().stream().map(HealthViewModel.ReportEntry::report).toList();
  }

  @Test
  void yesterdaysRunIsLookedAtByItsLastCheckpointAndStaysInView() {
    RunTrace stored = run("yesterday", RunState.COMPLETED);
    runs.open(stored);
    assertThat(model.aboutProperty().get()).isEqualTo("health.on.ended-run");
    assertThat(model.mayChooseProperty().get()).isTrue();
    form.set(null);
    assertThat(model.canDiagnoseProperty().get()).as("the form does not matter").isTrue();

    model.diagnose(CheckKind.CE);
    assertThat(sent)
        .containsExactly(
            new RunCommand.Diagnose(
                CheckKind.CE, RunConfig.defaults(), Optional.of(RUNS.resolve("yesterday"))));
    assertThat(runs.openedProperty().get()).isEqualTo(stored);
    answer(report(5));
    assertThat(shown()).containsExactly(report(5));
    assertThat(model.selectedProperty().get().trace()).isEqualTo(stored);
    assertThat(model.canDiagnoseProperty().get()).isTrue();

    runs.backToLive();
    assertThat(shown()).as("it is about another run").isEmpty();
    runs.open(run("yesterday", RunState.COMPLETED));
    assertThat(shown()).as("read again before its folder had it").containsExactly(report(5));
  }

  @Test
  void theRunThatHasJustEndedShowsItsReportOnce() {
    current = Optional.of(run("a", RunState.STARTING, RunState.FAILED));
    runs.refresh();
    model.diagnose(CheckKind.ALL);
    assertThat(sent).last().extracting("endedRun").isEqualTo(Optional.of(RUNS.resolve("a")));
    current.get().apply(new DiagnosisFinished("a", 1, report(9)));
    answer(report(9));
    assertThat(shown()).containsExactly(report(9));
  }

  @Test
  void aFreshModelCanBeChosenInstead() {
    runs.open(run("yesterday", RunState.STOPPED));
    model.freshProperty().set(true);
    assertThat(model.aboutProperty().get()).isEqualTo("health.on.fresh-model");
    model.diagnose(CheckKind.CE);
    assertThat(sent).containsExactly(new RunCommand.Diagnose(CheckKind.CE, FORM));
    assertThat(runs.openedProperty().get()).as("its report belongs to no run").isNull();
    answer(report(5));
    assertThat(shown()).containsExactly(report(5));
  }

  @Test
  void besideARunThatTrainsThereIsNoChoice() {
    current = Optional.of(run("a", RunState.STARTING, RunState.RUNNING));
    runs.open(run("yesterday", RunState.COMPLETED));
    assertThat(model.mayChooseProperty().get()).isFalse();
    assertThat(model.aboutProperty().get()).isEqualTo("health.on.running-run");
    model.diagnose(CheckKind.CE);
    assertThat(sent).containsExactly(new RunCommand.Diagnose(CheckKind.CE, RunConfig.defaults()));
  }

  @Test
  void aLogOfAnotherProgramHasNoModel() {
    runs.open(new RunTrace("train.log", Optional.empty(), Optional.empty()));
    assertThat(model.mayChooseProperty().get()).isFalse();
    assertThat(model.aboutProperty().get()).isEqualTo("health.on.fresh-model");
  }
}
