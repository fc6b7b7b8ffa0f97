package reidstudio.engine.device;

import java.util.concurrent.CancellationException;

/** Hears how far a download is, and may end it. Called on the downloading thread. */
interface DownloadListener {
  /**
   * Some more has come; called for every block.
   *
   * @param done bytes, with those of earlier starts
   * @param total bytes in all; 0 if the server does not say
   */
  void progress(long done, long total);

  /** True ends the download with a {@link CancellationException}. */
  boolean cancelled();

  /**
   * Ends the work if somebody asks for it.
   *
   * @throws CancellationException if so
   */
  default void throwIfCancelled() {
    if (cancelled() || Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the download was cancelled");
    }
  }
}
