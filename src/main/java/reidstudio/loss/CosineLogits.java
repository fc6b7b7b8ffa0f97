package reidstudio.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import reidstudio.tensor.Scalar;

/** Cosine similarities divided by a temperature, in float32. */
final class CosineLogits {
  /**
   * Keeps a zero feature from dividing by zero: its similarities are then all 0. Its gradient is
   * finite but of the order 1e8, so that one dead feature fills a clipped step alone.
   */
  private static final double NORM_FLOOR = 1e-8;

  private final float scale;

  CosineLogits(double temperature) {
    if (!(temperature > 0 && Double.isFinite(temperature))) {
      throw new IllegalArgumentException(
          "The temperature must be positive and finite, but is " + temperature + ".");
    }
    this.scale = (float) (1 / temperature);
  }

  /**
   * Logits of all pairs.
   *
   * @param query N x D
   * @param gallery M x D
   * @return N x M
   */
  NDArray of(NDArray query, NDArray gallery) {
    return unit(query).matMul(unit(gallery).transpose()).mul(Scalar.of(query, scale));
  }

  private static NDArray unit(NDArray features) {
    return features.toType(DataType.FLOAT32, false).normalize(2, 1, NORM_FLOOR);
  }
}
