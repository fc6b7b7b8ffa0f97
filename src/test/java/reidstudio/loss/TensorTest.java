package reidstudio.loss;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A manager for each test and short ways in and out of tensors. */
abstract class TensorTest {
  static final Offset<Double> CLOSE = Offset.offset(1e-4);
  static final Offset<Float> CLOSE_FLOAT = Offset.offset(1e-4f);

  NDManager manager;

  @BeforeEach
  void openManager() {
    manager = NDManager.newBaseManager();
  }

  @AfterEach
  void closeManager() {
    manager.close();
  }

  NDArray tensor(double[][] rows) {
    return tensor(rows, rows[0].length);
  }

  NDArray tensor(double[][] rows, int width) {
    float[] flat = new float[rows.length * width];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = (float) rows[i / width][i % width];
    }
    NDArray array = manager.create(flat, new Shape(rows.length, width));
    array.setRequiresGradient(true);
    return array;
  }

  static void backward(Supplier<NDArray> loss) {
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      collector.backward(loss.get());
    }
  }

  static double[][] gaussian(RandomGenerator random, int rows, int width) {
    double[][] values = new double[rows][width];
    for (double[] row : values) {
      for (int d = 0; d < width; d++) {
        row[d] = (float) random.nextGaussian();
      }
    }
    return values;
  }

  static int[] labels(RandomGenerator random, int rows, int identities) {
    return random.ints(rows, 0, identities).toArray();
  }
}
