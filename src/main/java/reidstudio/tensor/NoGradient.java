package reidstudio.tensor;

import ai.djl.pytorch.jni.JniUtils;
import java.util.function.Supplier;

/** Has PyTorch compute without recording a graph, which would keep every intermediate array. */
public final class NoGradient {
  /** What {@code computation} gives; afterwards this thread records as it did before. */
  public <T> T during(Supplier<T> computation) {
    boolean before = JniUtils.isGradMode();
    JniUtils.setGradMode(false);
    try {
      return computation.get();
    } finally {
      JniUtils.setGradMode(before);
    }
  }
}
