package reidstudio;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that read files for a window, as the program has them. */
public final class DiskThreads {
  private DiskThreads() {}

  /** After their shutdown a window that is still open may ask on, and gets no answer. */
  public static ExecutorService open() {
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        10,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        new ThreadPoolExecutor.DiscardPolicy());
  }
}
