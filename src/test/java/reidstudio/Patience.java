package reidstudio;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waiting, in a test, for what another thread does; in vain, the test fails instead of hanging. */
public final class Patience {
  private static final long LIMIT_MINUTES = 3;
  private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

  private Patience() {}

  /**
   * Returns as soon as {@code condition} holds.
   *
   * @param what is waited for, for the message
   * @throws AssertionError if it does not hold within minutes, threw, or the test was interrupted
   */
  public static void until(String what, Callable<Boolean> condition) {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(LIMIT_MINUTES);
    try {
      while (!condition.call()) {
        if (System.nanoTime() - end > 0 || Thread.interrupted()) {
          throw new AssertionError("waited in vain until " + what);
        }
        LockSupport.parkNanos(LOOK_NANOS);
      }
    } catch (Exception e) {
      throw new AssertionError("waited in vain until " + what, e);
    }
  }
}
