package reidstudio.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Locale;
import java.util.Optional;
import reidstudio.config.ComputeConfig;
import reidstudio.config.Precision;
import reidstudio.tensor.OperatorPack;

/**
 * What bfloat16 costs on the processor at hand. PyTorch computes in it without instructions for it
 * too, and does not tell: a step of the compact model took 18 times as long on a processor with
 * AVX2 alone.
 *
 * @param times seconds of matrix products in bfloat16 over seconds in float32
 */
record PrecisionCost(double times) {
  /** Less than that is not worth a warning, from so short a measurement. */
  private static final double SLOWER = 1.5;

  private static final int ROWS = 256;
  private static final int WIDTH = 192;
  private static final int ROUNDS = 5;

  /** Measures for some hundredths of a second. */
  static PrecisionCost measure(OperatorPack pack) {
    try (NDManager scope = pack.manager().newSubManager()) {
      return new PrecisionCost(
          nanos(pack, scope, Precision.BF16) / nanos(pack, scope, Precision.FLOAT32));
    }
  }

  /**
   * A warning, if {@code config} asks for bfloat16 and float32 would be faster; empty on a GPU,
   * which is not asked.
   */
  static Optional<String> warning(ComputeConfig config, OperatorPack pack) {
    boolean isCpu = !pack.manager().getDevice().isGpu();
    return config.precision() == Precision.BF16 && isCpu
        ? measure(pack).sentence()
        : Optional.empty();
  }

  /** Empty if bfloat16 costs no more. */
  Optional<String> sentence() {
    if (times < SLOWER) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "bf16 is slower than float32 here: products of matrices take %.1f times as long on this"
                + " processor. Set compute.precision=float32.",
            times));
  }

  /** Of the product of a map and of the product for its gradient, the fastest round. */
  private static double nanos(OperatorPack pack, NDManager scope, Precision precision) {
    NDArray x = scope.ones(new Shape(ROWS, WIDTH));
    NDArray weight = scope.ones(new Shape(WIDTH, WIDTH));
    NDArray how = scope.create(new float[] {1, 0, precision == Precision.BF16 ? 1 : 0, 1});
    long best = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      pack.compute(scope, "products", x, weight, how).getFloat(0, 0);
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }
}
