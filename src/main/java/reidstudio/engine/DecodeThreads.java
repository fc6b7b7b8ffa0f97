package reidstudio.engine;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Worker threads that prepare batches for one session. */
final class DecodeThreads implements AutoCloseable {
  private static final int MOST = 8;

  private final ExecutorService executor;

  DecodeThreads() {
    AtomicInteger number = new AtomicInteger();
    int count = Math.max(1, Math.min(MOST, Runtime.getRuntime().availableProcessors() - 1));
    executor =
        Executors.newFixedThreadPool(
            count,
            work -> {
              Thread thread = new Thread(work, "decode-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  ExecutorService executor() {
    return executor;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
