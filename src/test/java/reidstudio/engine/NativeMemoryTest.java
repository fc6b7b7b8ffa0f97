package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.BaseNDManager;
import ai.djl.ndarray.NDManager;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reidstudio.batch.HostBatch;
import reidstudio.batch.PixelBlock;

/** A leak of one small array a step would end a long run, on a GPU long before the JVM notices. */
class NativeMemoryTest {
  private static final int STEPS = 20;

  @TempDir static Path folder;
  private static Path data;

  @BeforeAll
  static void paint() {
    data = SmallRun.data(folder.resolve("data"));
  }

  @Test
  void stepsLeaveNoArrayBehind() throws InterruptedException {
    try (TrainingSession session = SmallRun.session(data)) {
      HostBatch batch = TrainStepTest.firstBatch(session);
      session.step().run(batch, 1, 1);
      Resources before = Resources.of(session);
      for (int i = 0; i < STEPS; i++) {
        session.step().run(batch, 1, 1);
      }
      assertThat(Resources.of(session)).isEqualTo(before);
      session.pack().manager().create(1f);
      assertThat(Resources.of(session)).as("a leak shows").isNotEqualTo(before);
    }
  }

  /** Such memory is given back when Java's collector runs, which may be long after. */
  @Test
  void stepsReadPixelsWhereTheyAre() throws InterruptedException {
    try (TrainingSession session = SmallRun.session(data)) {
      HostBatch batch = TrainStepTest.firstBatch(session);
      session.step().run(batch, 1, 1);
      long before = directBytes();
      for (int i = 0; i < STEPS; i++) {
        session.step().run(batch, 1, 1);
      }
      long pixels = batch.pixels().values().stream().mapToLong(PixelBlock::length).sum();
      assertThat(directBytes() - before).isLessThan(pixels * Float.BYTES);
    }
  }

  private static long directBytes() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }

  @Test
  void aStepThatIsNotAppliedLeavesNoArrayBehind() throws InterruptedException {
    try (TrainingSession session = SmallRun.session(data)) {
      HostBatch batch = TrainStepTest.firstBatch(session);
      session.step().run(batch, 1, 1);
      Resources before = Resources.of(session);
      batch.pixels().values().iterator().next().floats().put(0, Float.NaN);
      for (int i = 0; i < STEPS; i++) {
        assertThat(session.step().run(batch, 1, 1).culprit()).isPresent();
      }
      assertThat(Resources.of(session)).isEqualTo(before);
    }
  }

  @Test
  void diagnosesLeaveNoArrayBehind() throws InterruptedException {
    try (TrainingSession session = SmallRun.session(data)) {
      session.step().run(TrainStepTest.firstBatch(session), 1, 1);
      Diagnoses.all(session, 1);
      Resources before = Resources.of(session);
      Diagnoses.all(session, 1);
      assertThat(Resources.of(session)).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"features", "tokens"})
  void evaluationsLeaveNoArrayBehind(String fusion) throws Exception {
    try (TrainingSession session = SmallRun.session(data, "model.fusion.kind", fusion)) {
      Resources before = Resources.of(session);
      assertThat(session.evaluator((set, name, feature) -> {}).run(share -> true)).isPresent();
      assertThat(session.evaluator((set, name, feature) -> {}).run(share -> false)).isEmpty();
      assertThat(Resources.of(session)).isEqualTo(before);
    }
  }

  @Test
  void experimentsLeaveNoArrayBehind() throws InterruptedException {
    try (TrainingSession session = SmallRun.session(data)) {
      session.step().run(TrainStepTest.firstBatch(session), 1, 1);
      Diagnoses.experiments(session, 1);
      Resources before = Resources.of(session);
      Diagnoses.experiments(session, 1);
      assertThat(Resources.of(session)).isEqualTo(before);
    }
  }

  @Test
  void aSessionThatIsClosedLeavesNothingWithTheEngine() throws InterruptedException {
    NDManager system;
    try (TrainingSession session = SmallRun.session(data)) {
      system = root(session.pack().manager());
    }
    int before = count(system);
    for (int i = 0; i < 3; i++) {
      try (TrainingSession session = SmallRun.session(data)) {
        session.step().run(TrainStepTest.firstBatch(session), 1, 1);
      }
    }
    assertThat(count(system)).isEqualTo(before);
  }

  /** What the session's own managers and the engine's root hold. */
  private record Resources(int session, int engine) {
    static Resources of(TrainingSession session) {
      NDManager manager = session.pack().manager();
      return new Resources(count(manager), count(root(manager)));
    }
  }

  private static NDManager root(NDManager manager) {
    NDManager root = manager;
    while (root.getParentManager() != null) {
      root = root.getParentManager();
    }
    return root;
  }

  /** Looks into DJL's protected map of what a manager owns: arrays, scripts and managers. */
  private static int count(NDManager manager) {
    try {
      var field = BaseNDManager.class.getDeclaredField("resources");
      field.setAccessible(true);
      int count = 0;
      for (Object resource : ((Map<?, ?>) field.get(manager)).values()) {
        count += resource instanceof NDManager inner ? 1 + count(inner) : 1;
      }
      return count;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("DJL keeps its resources elsewhere now", e);
    }
  }
}
