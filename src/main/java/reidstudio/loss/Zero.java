package reidstudio.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import reidstudio.tensor.Scalar;

/**
 * The loss of nothing. A product, not a constant: backward works and gives zero gradients, and a
 * NaN among the inputs still shows.
 */
final class Zero {
  private Zero() {}

  static NDArray of(NDArray input) {
    return input.toType(DataType.FLOAT32, false).mul(Scalar.of(input, 0)).sum();
  }
}
