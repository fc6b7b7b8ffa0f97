package reidstudio.cli;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl+C while a verb works: the verb is asked to end, and the process waits until it has closed
 * everything.
 *
 * <p>Thread: {@link #request} by the shutdown hook, everything else by the verb's.
 */
final class Interruption implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 120;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::request, "interruption");
  private boolean requested;
  private Runnable action = () -> {};

  /** An interruption that the end of this process brings about. */
  static Interruption ofProcess() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** What asks the work at hand to end; called at once if the interruption was faster. */
  synchronized void onRequest(Runnable newAction) {
    action = newAction;
    if (requested) {
      newAction.run();
    }
  }

  synchronized boolean isRequested() {
    return requested;
  }

  /** Ends a verb that has nothing to clean up. */
  void throwIfRequested() {
    if (isRequested()) {
      throw new CancellationException("interrupted");
    }
  }

  /** Asks the verb to end and waits until it has. */
  void request() {
    synchronized (this) {
      requested = true;
      action.run();
    }
    try {
      if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        Thread.currentThread().interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The verb has ended. */
  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, and the hook with it.
    }
  }
}
