package reidstudio.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.RunState;
import reidstudio.event.Severity;
import reidstudio.event.TrainingEvent;
import reidstudio.event.TrainingEvent.HealthChanged;
import reidstudio.event.TrainingEvent.NonFiniteStep;
import reidstudio.event.TrainingEvent.RunResumed;

/** An ended run that is written on. */
@Timeout(60)
class ReopenedRunTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.ofEpochMilli(Samples.AT + 100_000), ZoneOffset.UTC);

  @TempDir Path home;
  private RunStore store;
  private RunFolder folder;
  private long pending = -1;

  /** Eight steps, each with its own number as its loss, then a stop. */
  @BeforeEach
  void aRunThatHasEnded() throws IOException {
    open();
    folder = store.create(RunConfig.defaults(), Optional.empty());
    publish(Samples.state(folder.run(), RunState.STARTING, ""));
    publish(Samples.started(folder.run()));
    publish(Samples.state(folder.run(), RunState.RUNNING, ""));
    steps(1, 8, 0);
    publish(new NonFiniteStep(folder.run(), Samples.AT + 90, 9, "ce.loss", List.of("a.jpg")));
    publish(Samples.state(folder.run(), RunState.FAILED, "Step 9 is not finite."));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void lostStepsAreInNoSeriesHoweverOftenTheRunWentOn() throws IOException {
    goOn(5);
    steps(6, 7, 100);
    end(RunState.STOPPED);
    goOn(5);
    end(RunState.STOPPED);
    goOn(5);
    steps(6, 8, 200);
    end(RunState.STOPPED);
    goOn(7);
    steps(8, 9, 300);
    end(RunState.COMPLETED);
    assertLosses(1, 2, 3, 4, 5, 206, 207, 308, 309);
  }

  @Test
  void aRunThatLostNothingGoesOnBehindItsLastStep() throws IOException {
    goOn(8);
    steps(9, 10, 100);
    end(RunState.COMPLETED);
    assertLosses(1, 2, 3, 4, 5, 6, 7, 8, 109, 110);
  }

  @Test
  void aRunMayGoOnFromItsVeryStart() throws IOException {
    goOn(0);
    steps(1, 3, 100);
    end(RunState.STOPPED);
    assertLosses(101, 102, 103);
  }

  @Test
  void whatHappenedInTheLostPartIsHistoryAtThePlaceWhereTheRunWentOn() throws IOException {
    goOn(5);
    assertThat(store.current().state()).as("nothing has begun yet").isEmpty();
    assertThat(store.current().nonFiniteSteps()).isEmpty();
    steps(6, 6, 100);
    end(RunState.STOPPED);
    store.close();
    RunTrace trace = new RunReader().open(folder.path());
    assertThat(trace.nonFiniteSteps()).isEmpty();
    assertThat(trace.stateChanges().stream().map(StateChange::state))
        .containsExactly(
            RunState.STARTING,
            RunState.RUNNING,
            RunState.FAILED,
            RunState.STARTING,
            RunState.RUNNING,
            RunState.STOPPED);
    assertThat(trace.stateChanges().stream().map(StateChange::step))
        .containsExactly(0L, 0L, 5L, 5L, 5L, 6L);
    assertThat(trace.log()).anyMatch(e -> e.text().equals("Step 9 is not finite."));
    // step 5 has no pairs, step 10 would have been the next
    assertThat(trace.zeroReasons().values()).containsExactly(1L);
  }

  @Test
  void theLogsMayBeTornAnywhere() throws IOException {
    store.close();
    byte[] metrics = Files.readAllBytes(folder.metrics());
    byte[] events = Files.readAllBytes(folder.events());
    for (int missing : new int[] {1, 2, 30, 60}) {
      Files.write(folder.metrics(), Arrays.copyOf(metrics, metrics.length - missing));
      Files.write(folder.events(), Arrays.copyOf(events, events.length - missing));
      open();
      goOn(5);
      steps(6, 6, 100);
      end(RunState.COMPLETED);
      assertLosses(1, 2, 3, 4, 5, 106);
      assertThat(new RunReader().open(folder.path()).problems()).isEmpty();
      store.close();
    }
  }

  @Test
  void theListCountsWhatCounts() throws IOException {
    goOn(5);
    assertThat(listing().steps()).isEqualTo(8);
    started(5);
    store.close();
    assertThat(listing().steps()).isEqualTo(5);
    assertThat(listing().figures().ceLoss()).isEqualTo(5);
    open();
    goOn(5);
    steps(6, 7, 100);
    store.close();
    assertThat(listing().steps()).isEqualTo(7);
    assertThat(listing().mayGoOn()).as("its process is gone").isTrue();
  }

  @Test
  void otherSettingsTakeThePlaceOfTheOldOnes() throws IOException {
    RunConfig longer =
        new RunConfigCodec().read(null, java.util.Map.of("epochs", "99"), RunConfig.defaults());
    try (ReopenedRun run = store.reopen(folder.path())) {
      assertThat(run.config()).isEqualTo(RunConfig.defaults());
      assertThat(run.state()).contains(RunState.FAILED);
      run.goOn(longer, 8);
    }
    assertThat(store.current().config()).contains(longer);
    assertThat(new RunConfigCodec().read(folder.config())).isEqualTo(longer);
  }

  @Test
  void aRunThatIsWrittenOrOpenedAlreadyIsRefused() throws IOException {
    try (ReopenedRun run = store.reopen(folder.path());
        RunStore other = new RunStore(home.resolve("other"), CLOCK)) {
      assertThat(run.folder()).isEqualTo(folder);
      assertThatIOException()
          .isThrownBy(() -> other.reopen(folder.path()))
          .withMessage("The run " + folder.run() + " is being written; wait until it has ended.");
    }
    store.reopen(folder.path()).close();
  }

  @Test
  void whereThereAreNoLocksTheOwnerDecides() throws IOException {
    store.close();
    ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
    String start = parent.info().startInstant().map(Instant::toString).orElse("unknown");
    Files.writeString(folder.owner(), parent.pid() + " " + start + "\n");
    open();
    assertThatIOException()
        .isThrownBy(() -> store.reopen(folder.path()))
        .withMessageContaining("is being written");
    Files.writeString(folder.owner(), parent.pid() + " 1970-01-01T00:00:00Z\n");
    store.reopen(folder.path()).close();
  }

  @Test
  void foldersThatAreNoRunsOrHaveNoSettingsAreRefusedInOneSentence() throws IOException {
    assertThatIOException()
        .isThrownBy(() -> store.reopen(home))
        .withMessageContaining("is not the folder of a run");
    store.close();
    Files.writeString(folder.config(), "{\"epochs\":0}");
    open();
    for (int i = 0; i < 2; i++) {
      assertThatIOException()
          .isThrownBy(() -> store.reopen(folder.path()))
          .withMessageStartingWith("The run " + folder.run() + " cannot go on: ")
          .withMessageContaining("epochs");
    }
  }

  @Test
  void tensorBoardGetsAFileOfItsOwnForEachPart() throws IOException {
    goOn(5);
    steps(6, 6, 100);
    end(RunState.COMPLETED);
    store.close();
    try (Stream<Path> files = Files.list(folder.path())) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.contains("tfevents"))
              .sorted()
              .toList();
      assertThat(names).hasSize(2);
      assertThat(names.get(1)).isEqualTo(names.get(0) + ".2");
    }
  }

  @Test
  void findingsFromBeforeAreHistoryWhenTheRunGoesOn() throws IOException {
    goOn(5);
    steps(6, 6, 100);
    Finding fault = new Finding("a.b", Severity.ERROR, "Something.", List.of(), "");
    publish(new HealthChanged(folder.run(), Samples.AT + 300, 6, List.of(fault)));
    end(RunState.STOPPED);
    goOn(6);
    assertThat(store.current().healthChanges()).hasSize(1);
    assertThat(store.current().health()).isEmpty();
    store.close();
    assertThat(new RunReader().open(folder.path()).health()).containsExactly(fault);
  }

  private void open() {
    store = new RunStore(home.resolve("runs"), CLOCK);
  }

  /** As the engine does it. */
  private void goOn(long step) throws IOException {
    try (ReopenedRun run = store.reopen(folder.path())) {
      run.goOn(run.config(), step);
    }
    pending = step;
  }

  private void started(long step) {
    publish(Samples.state(folder.run(), RunState.STARTING, ""));
    publish(new RunResumed(folder.run(), Samples.AT + 200, step));
    publish(Samples.state(folder.run(), RunState.RUNNING, ""));
    pending = -1;
  }

  private void steps(int from, int to, double more) {
    if (pending >= 0) {
      started(pending);
    }
    for (int step = from; step <= to; step++) {
      var sample = Samples.step(folder.run(), step, step + more);
      long later = more > 0 ? 1_000 : 0;
      publish(
          new TrainingEvent.StepCompleted(
              sample.run(), sample.atMillis() + later, sample.metrics()));
    }
  }

  private void end(RunState state) {
    if (pending >= 0) {
      started(pending);
    }
    publish(Samples.state(folder.run(), state, ""));
  }

  private void publish(TrainingEvent event) {
    store.publish(event);
  }

  private RunListing listing() throws IOException {
    return new RunCatalog().list(home.resolve("runs")).get(0);
  }

  /** Live and read back. */
  private void assertLosses(double... losses) throws IOException {
    RunTrace live = store.current();
    store.close();
    RunTrace stored = new RunReader().open(folder.path());
    assertThat(values(live)).containsExactly(losses);
    assertThat(values(stored)).containsExactly(losses);
    assertThat(stored.stepsOutOfOrder()).isZero();
    assertThat(stored.stateChanges()).isEqualTo(live.stateChanges());
    assertThat(stored.log()).isEqualTo(live.log());
    assertThat(stored.zeroReasons()).isEqualTo(live.zeroReasons());
  }

  private static double[] values(RunTrace trace) {
    List<Double> values = new ArrayList<>();
    Series series = trace.series(MetricKey.CE_LOSS);
    for (int i = 0; i < series.size(); i++) {
      values.add(series.value(i));
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
