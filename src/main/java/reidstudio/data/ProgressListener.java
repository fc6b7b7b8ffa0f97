package reidstudio.data;

import java.util.concurrent.CancellationException;

/** Hears how far a long read has come, and may end it. Called on working threads. */
@FunctionalInterface
public interface ProgressListener {
  /**
   * Some more is done; called at most about a hundred times in all.
   *
   * @param done 0 to {@code total}
   */
  void progress(int done, int total);

  /** True ends the read with a {@link CancellationException}. */
  default boolean cancelled() {
    return false;
  }

  /**
   * Ends the work if the listener or an interrupt asks for it.
   *
   * @throws CancellationException if so
   */
  default void throwIfCancelled() {
    if (cancelled() || Thread.currentThread().isInterrupted()) {
      throw new CancellationException("reading the data folder was cancelled");
    }
  }

  /** Hears nothing and goes on to the end. */
  static ProgressListener none() {
    return (done, total) -> {};
  }
}
