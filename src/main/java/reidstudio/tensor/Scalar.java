package reidstudio.tensor;

import ai.djl.ndarray.NDArray;

/**
 * Numbers as arrays that live as long as the step.
 *
 * <p>{@code array.mul(2f)} wraps the number in an array over Java memory and closes it at once; but
 * multiplication, division and the like keep their operands for the backward pass. After the next
 * garbage collection the gradient is then computed with whatever lies in that memory. A scalar from
 * here belongs to the manager of {@code like}, which the step closes after the backward pass.
 */
public final class Scalar {
  private Scalar() {}

  /** {@code value} as a float32 scalar on the device and under the manager of {@code like}. */
  public static NDArray of(NDArray like, double value) {
    return like.getManager().create((float) value);
  }
}
