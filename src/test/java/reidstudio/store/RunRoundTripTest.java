package reidstudio.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reidstudio.config.RunConfig;
import reidstudio.event.CheckKind;
import reidstudio.event.MetricKey;
import reidstudio.event.RunState;
import reidstudio.event.Severity;
import reidstudio.event.TrainingEvent;

/** A run read from its folder looks as it did live. */
class RunRoundTripTest {
  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everythingIsReadBackValueForValue(long seed) throws Exception {
    RunTrace live;
    try (RunStore store = new RunStore(home.resolve("runs"), Clock.systemUTC())) {
      String run = store.create(RunConfig.defaults(), Optional.empty()).run();
      live = store.current();
      publish(store, run, new SplittableRandom(seed));
    }
    RunTrace stored = new RunReader().open(live.folder().orElseThrow());

    assertThat(stored.keys()).isEqualTo(live.keys()).hasSize(6);
    for (MetricKey key : live.keys()) {
      assertThat(points(stored.series(key))).as(key.name()).isEqualTo(points(live.series(key)));
    }
    assertThat(stored.run()).isEqualTo(live.run());
    assertThat(stored.config()).isEqualTo(live.config());
    assertThat(stored.facts()).isEqualTo(live.facts()).isPresent();
    assertThat(stored.stateChanges()).isEqualTo(live.stateChanges()).hasSize(4);
    assertThat(stored.lastStep()).isEqualTo(live.lastStep());
    assertThat(stored.log()).isEqualTo(live.log());
    assertThat(stored.reports()).isEqualTo(live.reports()).hasSize(2);
    assertThat(stored.zeroReasons()).isEqualTo(live.zeroReasons());
    assertThat(stored.nonFiniteSteps()).isEqualTo(live.nonFiniteSteps());
    assertThat(stored.problems()).isEmpty();
    assertThat(stored.interrupted()).isFalse();
  }

  @Test
  void aRunWithoutEventsStillCountsEpochs() throws Exception {
    RunTrace live;
    try (RunStore store = new RunStore(home, Clock.systemUTC())) {
      String run = store.create(RunConfig.defaults(), Optional.empty()).run();
      live = store.current();
      publish(store, run, new SplittableRandom(1));
    }
    RunFolder folder = new RunFolder(live.folder().orElseThrow());
    Files.delete(folder.events());
    RunTrace stored = new RunReader().open(folder.path());
    assertThat(points(stored.series(MetricKey.CE_LOSS)))
        .isEqualTo(points(live.series(MetricKey.CE_LOSS)));
    assertThat(stored.problems())
        .containsExactly("events.jsonl is missing, so states, log and reports are unknown.");
  }

  private static void publish(RunStore store, String run, SplittableRandom random) {
    store.publish(Samples.state(run, RunState.STARTING, ""));
    store.publish(Samples.started(run));
    store.publish(Samples.state(run, RunState.RUNNING, ""));
    for (long step = 1; step <= 100; step++) {
      store.publish(Samples.noisyStep(run, step, random));
      if (step == 40) {
        store.publish(Samples.state(run, RunState.PAUSING, "你好, \"quoted\"\nsecond line"));
        store.publish(
            new TrainingEvent.DiagnosisProgressed(run, 9, CheckKind.CE, 0.25, "Reading weights"));
        store.publish(
            new TrainingEvent.DiagnosisFinished(
                run, 10, Samples.report(CheckKind.CE, Severity.ERROR)));
        store.publish(new TrainingEvent.DiagnosisFailed(run, 11, CheckKind.SAMPLING, "No batches"));
        store.publish(
            new TrainingEvent.DiagnosisFinished(
                run, 12, Samples.report(CheckKind.SAMPLING, Severity.INFO)));
      }
      if (step == 60) {
        store.publish(
            new TrainingEvent.NonFiniteStep(run, 13, 61, "sdm.loss", List.of("vis/0001.jpg")));
      }
    }
    store.publish(Samples.log(run, "Finished"));
    store.publish(Samples.state(run, RunState.COMPLETED, ""));
  }

  private static List<List<Double>> points(Series series) {
    List<List<Double>> points = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      points.add(
          List.of(
              series.x(XAxis.STEP, i),
              series.x(XAxis.EPOCH, i),
              series.x(XAxis.SECONDS, i),
              series.value(i)));
    }
    return points;
  }
}
