package reidstudio.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import java.util.List;

/**
 * Arrays that are handed to the pack again and again, wrapped once: wrapping the parameters of a
 * model costs more than many a call. The arrays must live as long as the list.
 */
public final class ArgumentList implements AutoCloseable {
  private final IValue value;

  /** Wraps {@code arrays}, which stay what they are. */
  public ArgumentList(List<NDArray> arrays) {
    value = IValue.listFrom(arrays.stream().map(PtNDArray.class::cast).toArray(PtNDArray[]::new));
  }

  IValue value() {
    return value;
  }

  @Override
  public void close() {
    value.close();
  }
}
