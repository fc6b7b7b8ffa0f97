package reidstudio.ui.shell;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javafx.application.Platform;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test during which the JavaFX thread was busy for more than 100 ms without answering. A
 * thread beside it posts a tick, looks every few milliseconds whether it was answered, and keeps
 * the worst delay with the stack that the JavaFX thread had in the middle of it.
 *
 * <p>What counts is the processor time of the JavaFX thread during the delay, not the clock: a
 * machine that does other work too, or collects garbage, makes everything late, and a test that
 * fails then says nothing about the window. A thread that sleeps or waits for a lock uses no
 * processor time; that is counted by the clock, while its stack says that it waits. Opening the
 * window lies before the test and is not measured.
 */
final class FreezeWatch implements BeforeTestExecutionCallback, AfterTestExecutionCallback {
  private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(5);
  private static final ThreadMXBean CLOCKS = ManagementFactory.getThreadMXBean();

  private final Thread thread = new Thread(this::watch, "freeze-watch");
  private volatile long limit = TimeUnit.MILLISECONDS.toNanos(100);
  private volatile boolean over;
  private volatile Thread fx;
  private volatile long answered;
  private long worst;
  private String stack = "";

  FreezeWatch() {
    thread.setDaemon(true);
  }

  @Override
  public void beforeTestExecution(ExtensionContext context) {
    thread.start();
  }

  @Override
  public void afterTestExecution(ExtensionContext context) throws InterruptedException {
    over = true;
    thread.join();
    if (worst > limit && context.getExecutionException().isEmpty()) {
      throw new AssertionError(
          "The JavaFX thread did not answer for %d ms of its own time, at%n%s"
              .formatted(TimeUnit.NANOSECONDS.toMillis(worst), stack));
    }
  }

  /** For a test whose way needs longer than others. */
  void allow(Duration longer) {
    limit = longer.toNanos();
  }

  /** The longest time without an answer so far, in nanoseconds. */
  long worst() {
    return worst;
  }

  private void watch() {
    for (long tick = 1; !over; tick++) {
      long number = tick;
      Platform.runLater(
          () -> {
            fx = Thread.currentThread();
            answered = number;
          });
      await(number);
      LockSupport.parkNanos(LOOK_EVERY);
    }
  }

  private void await(long tick) {
    boolean known = fx != null; // the first tick only tells which thread it is
    long busyBefore = busy();
    long waiting = 0;
    long last = System.nanoTime();
    String seen = "";
    while (answered < tick && !over) {
      LockSupport.parkNanos(LOOK_EVERY);
      long now = System.nanoTime();
      if (isWaiting()) {
        waiting += now - last;
      }
      last = now;
      long delay = busy() - busyBefore + waiting;
      if (delay > limit / 2 && seen.isEmpty()) {
        seen = stackOfFx();
      }
      if (known && delay > worst) {
        worst = delay;
        stack = seen;
      }
    }
  }

  private long busy() {
    return fx == null ? 0 : CLOCKS.getThreadCpuTime(fx.getId());
  }

  /** In a sleep or at a lock; the native loop that waits for events counts as running. */
  private boolean isWaiting() {
    Thread now = fx;
    return now != null
        && switch (now.getState()) {
          case BLOCKED, WAITING, TIMED_WAITING -> ownFrame(now);
          default -> false;
        };
  }

  /** A wait that the window began; others are JavaFX's own, such as for the next pulse. */
  private static boolean ownFrame(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(frame -> frame.getClassName().startsWith("reidstudio."));
  }

  private String stackOfFx() {
    return fx == null
        ? ""
        : Arrays.stream(fx.getStackTrace())
            .map(frame -> "  " + frame)
            .collect(Collectors.joining("\n"));
  }
}
