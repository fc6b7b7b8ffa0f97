package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.batch.BatchSource;
import reidstudio.batch.HostBatch;
import reidstudio.event.CheckKind;
import reidstudio.event.MetricKey;

class TrainStepTest {
  private static final long PAUSE_NANOS = 3_000_000;

  @TempDir static Path folder;
  private static Path data;

  @BeforeAll
  static void paint() {
    data = SmallRun.data(folder.resolve("data"));
  }

  @Test
  void startsAtChanceAndReportsWhatItMeasured() throws InterruptedException {
    try (TrainingSession session = SmallRun.session(data)) {
      HostBatch batch = firstBatch(session);
      StepResult result = session.step().run(batch, 1, 0.01);
      Map<MetricKey, Double> seen = result.values();
      assertThat(seen.get(MetricKey.CE_LOSS)).isCloseTo(Math.log(10), within(0.1));
      assertThat(seen.get(MetricKey.NORM_AFTER_BN_EXPECTED)).isCloseTo(8, within(1e-4));
      assertThat(seen.get(MetricKey.NORM_AFTER_BN)).isCloseTo(8, within(1.0));
      assertThat(seen.get(MetricKey.SDM_VALID_ROWS))
          .isEqualTo(seen.get(MetricKey.SDM_ROWS))
          .isEqualTo(batch.rows(false).length);
      assertThat(seen.get(MetricKey.SDM_GALLERY_ROWS)).isEqualTo(batch.rows(true).length);
      assertThat(seen.get(MetricKey.RATE_HEAD)).isCloseTo(3e-5, within(1e-12));
      assertThat(result.culprit()).isEmpty();
      assertThat(result.sdmZero()).isEmpty();
    }
  }

  @Test
  void sameSeedGivesTheSameLossesToTheLastBit() throws InterruptedException {
    assertThat(losses(data, 6)).isEqualTo(losses(data, 6));
  }

  /** Memory that autograd still needs must not be Java's to take back. */
  @Test
  void garbageCollectionDuringTrainingChangesNoLoss() throws InterruptedException {
    List<Double> undisturbed = losses(data, 6);
    AtomicBoolean done = new AtomicBoolean();
    Thread collector =
        new Thread(
            () -> {
              while (!done.get()) {
                long begin = System.nanoTime();
                System.gc();
                claimWithNaN();
                // a heap that other tests have filled takes long: leave training half of the time
                long took = System.nanoTime() - begin;
                LockSupport.parkNanos(Math.max(PAUSE_NANOS, took));
              }
            });
    collector.start();
    try {
      assertThat(losses(data, 6, CheckKind.CE)).isEqualTo(undisturbed);
    } finally {
      done.set(true);
      collector.join();
    }
  }

  /** Takes over freed memory of a scalar's size, so that reading it later is seen. */
  private static void claimWithNaN() {
    List<ByteBuffer> claimed = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      claimed.add(ByteBuffer.allocateDirect(Float.BYTES).putFloat(0, Float.NaN));
    }
    assertThat(claimed).isNotEmpty();
  }

  @Test
  void lossFallsWhenOneBatchIsLearntByHeart() throws InterruptedException {
    try (TrainingSession session = SmallRun.session(data)) {
      HostBatch batch = firstBatch(session);
      double first = session.step().run(batch, 1, 1).values().get(MetricKey.TOTAL_LOSS);
      double last = first;
      for (int i = 0; i < 60; i++) {
        last = session.step().run(batch, 1, 1).values().get(MetricKey.TOTAL_LOSS);
      }
      assertThat(last).isLessThan(first - 1);
    }
  }

  @Test
  void aStepThatIsNotFiniteIsNotApplied() throws InterruptedException {
    try (TrainingSession session = SmallRun.session(data)) {
      HostBatch batch = firstBatch(session);
      FloatBuffer poison = batch.pixels().values().iterator().next().floats();
      poison.put(0, Float.NaN);
      Map<String, float[]> before = state(session);
      StepResult result = session.step().run(batch, 1, 1);
      assertThat(result.culprit()).contains(MetricKey.NORM_BEFORE_BN);
      assertSameState(before, state(session));

      poison.put(0, 0);
      StepResult next = session.step().run(batch, 1, 1);
      assertThat(next.culprit()).isEmpty();
    }
  }

  @Test
  void aTermThatIsNotFiniteIsNamedBeforeTheTotalThatItSpoils() throws InterruptedException {
    try (TrainingSession session = SmallRun.session(data, "loss.norm.weight", "1e-3")) {
      HostBatch batch = firstBatch(session);
      // norms of 9e18 are finite, and so is everything but the sum of their squares
      try (NDArray gain =
          session.model().state().get("bn_neck.bn.running_var").onesLike().mul(0x1p60f)) {
        session.model().parameters().stream()
            .filter(p -> p.name().equals("bn_neck.bn.weight"))
            .forEach(p -> gain.copyTo(p.value()));
      }
      StepResult result = session.step().run(batch, 1, 1);
      assertThat(result.culprit()).contains(MetricKey.NORM_PENALTY);
      assertThat(result.values().get(MetricKey.CE_LOSS)).isFinite();
      assertThat(result.values().get(MetricKey.TOTAL_LOSS)).isInfinite();
    }
  }

  @Test
  void everyCombinationOfModalitiesIsLearntByHeart() throws InterruptedException {
    try (TrainingSession session = SmallRun.session(data, "loss.mix", "combinations")) {
      HostBatch batch = firstBatch(session);
      assertThat(batch.queries().levels().size()).isGreaterThan(1);
      Map<MetricKey, Double> first = session.step().run(batch, 1, 1).values();
      Map<MetricKey, Double> last = first;
      for (int i = 0; i < 60; i++) {
        last = session.step().run(batch, 1, 1).values();
      }
      assertThat(first.get(MetricKey.CE_LOSS)).isCloseTo(Math.log(10), within(0.1));
      assertThat(first.get(MetricKey.SDM_LOSS)).isLessThan(2 * first.get(MetricKey.SDM_CHANCE));
      assertThat(last.get(MetricKey.TOTAL_LOSS)).isLessThan(first.get(MetricKey.TOTAL_LOSS) - 1);
      assertThat(last.get(MetricKey.SDM_LOSS)).isGreaterThan(last.get(MetricKey.SDM_FLOOR) - 1e-3);
    }
  }

  @Test
  void sdmOutsideItsWarmUpIsMeasuredButHasNoInfluence() throws InterruptedException {
    try (TrainingSession with = SmallRun.session(data, "loss.sdm.warmupEpochs", "1")) {
      Map<MetricKey, Double> seen = with.step().run(firstBatch(with), 1, 1).values();
      assertThat(seen.get(MetricKey.SDM_WEIGHT)).isZero();
      assertThat(seen.get(MetricKey.SDM_LOSS)).isPositive();
      assertThat(seen.get(MetricKey.TOTAL_LOSS))
          .isCloseTo(seen.get(MetricKey.CE_LOSS), within(1e-6));
    }
  }

  /** Losses of the first steps, with these diagnoses after each of them. */
  static List<Double> losses(Path data, int steps, CheckKind... diagnoses)
      throws InterruptedException {
    List<Double> losses = new ArrayList<>();
    try (TrainingSession session = SmallRun.session(data);
        BatchSource batches = session.batches(1)) {
      for (int i = 0; i < steps && batches.hasNext(); i++) {
        losses.add(session.step().run(batches.next(), 1, 1).values().get(MetricKey.TOTAL_LOSS));
        for (CheckKind kind : diagnoses) {
          Diagnoses.of(kind, session, i + 1);
        }
      }
    }
    return losses;
  }

  static Map<String, float[]> state(TrainingSession session) {
    Map<String, float[]> state = new LinkedHashMap<>();
    for (Map.Entry<String, NDArray> entry : session.model().state().entrySet()) {
      state.put(entry.getKey(), entry.getValue().toFloatArray());
    }
    return state;
  }

  static void assertSameState(Map<String, float[]> before, Map<String, float[]> after) {
    assertThat(after.keySet()).isEqualTo(before.keySet());
    before.forEach(
        (name, values) -> assertThat(Arrays.equals(values, after.get(name))).as(name).isTrue());
  }

  static HostBatch firstBatch(TrainingSession session) throws InterruptedException {
    try (BatchSource batches = session.batches(1)) {
      return batches.next();
    }
  }
}
