package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;
import reidstudio.batch.HostBatch;
import reidstudio.config.RunConfig;
import reidstudio.model.ReidModel;
import reidstudio.objective.LossMix;
import reidstudio.optim.Adam;
import reidstudio.tensor.OperatorPack;

/** Native memory over 5,000 real steps, by what the C library's allocator has handed out. */
class NativeMemorySoakTest {
  private static final int WARM_UP = 500;
  private static final int STEPS = 5000;
  private static final int COLLECTIONS = 20;

  /** Less than one array of 64 numbers lost in every step, with what describes it. */
  private static final long SLACK = 450L * STEPS;

  @Test
  void nativeMemoryIsFlatOverFiveThousandSteps() {
    assumeTrue(NativeHeap.isKnown(), "the C library does not tell what it has handed out");
    RunConfig config = SmallRun.tiny("model.imageLayers", "1");
    NativeHeap heap = NativeHeap.open();
    try (OperatorPack pack = OperatorPack.load(Device.cpu());
        ReidModel model = new ReidModel(pack, config, MadeUpBatches.PEOPLE, MadeUpBatches.WORDS);
        Adam optimizer = new Adam(pack, model.parameters(), config.optimizer())) {
      TrainStep step = new TrainStep(pack, model, optimizer, new LossMix(config.loss(), 1));
      HostBatch batch = new MadeUpBatches(config.data(), 20).next();
      run(step, batch, WARM_UP);
      long before = settled(heap);
      run(step, batch, STEPS);
      long after = settled(heap);
      assertThat(after - before).as("bytes after %d steps", STEPS).isLessThan(SLACK);

      for (int i = 0; i < STEPS; i++) {
        pack.manager().zeros(new Shape(64));
      }
      assertThat(settled(heap) - after).as("a leak of 64 numbers a step").isGreaterThan(SLACK);
    }
  }

  /** The buffers that steps were filled from are Java's, and go when it collects them. */
  private static long settled(NativeHeap heap) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      least = Math.min(least, heap.bytes());
    }
    return least;
  }

  private static void run(TrainStep step, HostBatch batch, int steps) {
    for (int i = 0; i < steps; i++) {
      assertThat(step.run(batch, 1, 1e-3).culprit()).isEmpty();
    }
  }
}
