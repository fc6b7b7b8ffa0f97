package reidstudio.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import reidstudio.tensor.Scalar;

/**
 * Keeps feature norms in a band: the squared excess over {@code target + band} or below {@code
 * target - band}, mean over rows.
 *
 * <p>Behind a batch normalisation it can act through its scale only: there the norm is about the
 * root of the width whatever the network does.
 */
public final class NormPenalty {
  /** Below it the slope of the square root would explode. */
  private static final float SQUARED_NORM_FLOOR = 1e-12f;

  private final float lowest;
  private final float highest;

  /**
   * @param target centre of the band, in units of the norm
   * @param band half its width
   */
  public NormPenalty(double target, double band) {
    if (!(target >= 0 && band >= 0)) {
      throw new IllegalArgumentException(
          "Target %s and band %s must be 0 or more.".formatted(target, band));
    }
    this.lowest = (float) (target - band);
    this.highest = (float) (target + band);
  }

  /**
   * The penalty of a batch; 0, still attached to the graph, if there are no rows.
   *
   * @param features B x D
   * @return scalar
   * @throws IllegalArgumentException if the features are no matrix
   */
  public NDArray of(NDArray features) {
    Shape shape = features.getShape();
    if (shape.dimension() != 2) {
      throw new IllegalArgumentException("Features of shape " + shape + " are no matrix.");
    }
    if (shape.get(0) == 0) {
      return Zero.of(features);
    }
    NDArray norm =
        features
            .toType(DataType.FLOAT32, false)
            .square()
            .sum(new int[] {1})
            .maximum(Scalar.of(features, SQUARED_NORM_FLOOR))
            .sqrt();
    NDArray zero = Scalar.of(norm, 0);
    // the distance to the nearest norm of the band; at most one of the two is not 0
    NDArray above = norm.sub(Scalar.of(norm, highest)).maximum(zero).square();
    NDArray below = norm.sub(Scalar.of(norm, lowest)).minimum(zero).square();
    return above.add(below).mean();
  }
}
