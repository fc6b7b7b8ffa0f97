package reidstudio.app;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to the log how long after the start of the process the window was where the user wants it.
 * Only with {@code -Dreidstudio.start=DEBUG}, for {@code src/bench/window_start.py}.
 */
final class StartTimes {
  private static final Logger LOG = LoggerFactory.getLogger(StartTimes.class);

  private final Executor io;

  /** Asks the machine for the time on {@code io}, since asking takes a while by itself. */
  StartTimes(Executor io) {
    this.io = io;
  }

  /** Now {@code what} is the case. */
  void reached(String what) {
    if (LOG.isDebugEnabled()) {
      long cpu = cpuMillis();
      long at = System.nanoTime();
      io.execute(() -> LOG.debug("{}: {} ms, processor {} ms", what, millisAt(at), cpu));
    }
  }

  private static long cpuMillis() {
    return ProcessHandle.current().info().totalCpuDuration().map(Duration::toMillis).orElse(-1L);
  }

  private static long millisAt(long nanoTime) {
    long since = (System.nanoTime() - nanoTime) / 1_000_000;
    return ManagementFactory.getRuntimeMXBean().getUptime() - since;
  }
}
