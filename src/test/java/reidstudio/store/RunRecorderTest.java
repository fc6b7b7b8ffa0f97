package reidstudio.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.config.RunConfig;
import reidstudio.event.CheckKind;
import reidstudio.event.MetricKey;
import reidstudio.event.RunState;
import reidstudio.event.Severity;
import reidstudio.event.TrainingEvent;
import reidstudio.event.TrainingEvent.LogLine;

/** Outages: the folder goes away, and perhaps comes back. */
class RunRecorderTest {
  private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(Samples.AT), ZoneOffset.UTC);

  @TempDir Path home;
  private final List<LogLine> told = new ArrayList<>();
  private RunFolder folder;
  private RunRecorder recorder;

  @BeforeEach
  void begin() throws IOException {
    folder =
        new RunFolderMaker(home, CLOCK)
            .make(RunConfig.defaults(), Optional.empty(), Optional.empty());
    recorder = new RunRecorder(folder, RunLock.take(folder), CLOCK, told::add);
  }

  @AfterEach
  void end() {
    recorder.close();
  }

  @Test
  void aRemovedFolderIsToldOnceAndTrainingGoesOn() throws IOException {
    record(1);
    recorder.sync();
    Path away = home.resolve("away");
    Files.move(folder.path(), away);
    for (int step = 2; step <= 10; step++) {
      record(step);
      recorder.flush();
      recorder.sync();
    }
    assertThat(told).hasSize(1);
    assertThat(told.get(0).severity()).isEqualTo(Severity.ERROR);
    assertThat(told.get(0).text())
        .startsWith("The run folder " + folder.path() + " cannot be written (")
        .contains("bring the folder back");
  }

  @Test
  void afterAnOutageEverythingThatWaitedIsWritten() throws IOException {
    record(1);
    recorder.sync();
    Path away = home.resolve("away");
    Files.move(folder.path(), away);
    // fails at the sync, which finds the file gone; step 2 went into the removed file
    record(2);
    recorder.sync();
    record(3);
    recorder.sync();
    recorder.record(
        new TrainingEvent.DiagnosisFinished(
            folder.run(), 1, Samples.report(CheckKind.CE, Severity.ERROR)));
    Files.move(away, folder.path());
    recorder.sync();
    recorder.record(Samples.state(folder.run(), RunState.COMPLETED, ""));
    recorder.sync();

    assertThat(told).hasSize(2);
    assertThat(told.get(1).text()).contains("can be written again");
    RunTrace trace = new RunReader().open(folder.path());
    assertThat(trace.problems()).isEmpty();
    assertThat(trace.series(MetricKey.CE_LOSS).size()).isEqualTo(3);
    assertThat(trace.reports()).hasSize(1);
    assertThat(trace.log()).hasSize(2);
    assertThat(trace.state()).contains(RunState.COMPLETED);
    assertThat(folder.path().resolve("ce_diagnosis.log")).exists();
    assertThat(folder.owner()).doesNotExist();
  }

  @Test
  void whatIsLostForGoodIsCounted() throws IOException {
    record(1);
    recorder.sync();
    Files.move(folder.path(), home.resolve("away"));
    record(2);
    recorder.close();
    assertThat(told.get(told.size() - 1).text()).contains("could not be written to the end");
    assertThat(told.get(told.size() - 1).text()).containsPattern("lost: [1-9]");
  }

  @Test
  void anEndedRunLetsGoOfItsFiles() throws IOException {
    record(1);
    recorder.record(Samples.state(folder.run(), RunState.STOPPED, ""));
    recorder.sync();
    assertThat(recorder.hasEnded()).isTrue();
    assertThat(recorder.isDirty()).isFalse();
    assertThat(folder.owner()).doesNotExist();

    recorder.record(Samples.log(folder.run(), "after the end"));
    recorder.sync();
    assertThat(Files.readAllLines(folder.events())).hasSize(2);
    assertThat(told).isEmpty();
  }

  private void record(int step) {
    recorder.record(Samples.step(folder.run(), step, step));
  }
}
