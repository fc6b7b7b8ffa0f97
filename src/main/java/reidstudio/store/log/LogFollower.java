package reidstudio.store.log;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a log that another process writes, a few times a second, on a thread of its own. The line
 * at its end is waited for until it is whole. The thread ends when the log has ended, at the latest
 * when the follower is closed.
 */
public final class LogFollower implements AutoCloseable {
  /** How often a log is looked at. */
  public static final Duration PAUSE = Duration.ofMillis(300);

  private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);

  private final GrowingLog source;
  private final Runnable onChange;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  /**
   * Follows {@code source} until it is closed. Nobody else may read it from now on.
   *
   * @param onChange called on the follower's thread after something was read, and at the end
   */
  public LogFollower(GrowingLog source, Runnable onChange) {
    this.source = source;
    this.onChange = onChange;
    this.thread = new Thread(this::work, "log-follower");
    this.thread.setDaemon(true);
    this.thread.start();
  }

  private void work() {
    boolean last = false;
    while (!last) {
      last = rest();
      look();
      last |= source.hasEnded();
    }
    source.finish();
    onChange.run();
  }

  /** Not by an interrupt, which would close the file under a read. */
  private boolean rest() {
    try {
      return closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  /** A file that is gone for a moment, while it is rotated, may come back. */
  private void look() {
    try {
      if (source.advance()) {
        onChange.run();
      }
    } catch (NoSuchFileException e) {
      LOG.debug("the log is not there now", e);
    } catch (IOException | RuntimeException e) {
      LOG.warn("the log cannot be read now", e);
    }
  }

  /** Reads once more, takes that as the end, and waits until the thread has ended. */
  @Override
  public void close() {
    closed.countDown();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
