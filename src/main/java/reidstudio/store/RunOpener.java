package reidstudio.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import reidstudio.event.MetricKey;
import reidstudio.store.log.LogFollower;

/**
 * Opens run folders to be looked at, and owns the threads that follow those which are being
 * written, by whichever process or machine.
 *
 * <p>Thread: any.
 */
public final class RunOpener implements AutoCloseable {
  private final Set<OpenedRun> followed = ConcurrentHashMap.newKeySet();

  /**
   * Reads the run in {@code folder}, and on from there as long as it is written and not closed.
   *
   * @throws IOException with a sentence for the user
   */
  public OpenedRun open(Path folder) throws IOException {
    return open(folder, key -> true, ReadingProgress.UNHEARD);
  }

  /**
   * As {@link #open(Path)}.
   *
   * @param wanted the metrics to keep in memory
   * @throws InterruptedIOException if {@code progress} ended the reading
   */
  public OpenedRun open(Path folder, Predicate<MetricKey> wanted, ReadingProgress progress)
      throws IOException {
    RunFolder files = new RunFolder(folder);
    RunReader.checkIsRun(files);
    try {
      RunReading reading = new RunReading(files, new RunReading.Scope(wanted, Long.MAX_VALUE));
      if (!reading.isWritten()) {
        reading.readAll(progress);
        return new Read(reading.trace());
      }
      reading.readOn(progress);
      return new Followed(reading);
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      throw RunReader.unreadable(files, e);
    }
  }

  /** Ends all that is followed. */
  @Override
  public void close() {
    List.copyOf(followed).forEach(OpenedRun::close);
  }

  private record Read(RunTrace trace) implements OpenedRun {
    @Override
    public void close() {
      // no thread, no file
    }
  }

  private final class Followed implements OpenedRun {
    private final RunTrace trace;
    private final LogFollower follower;

    Followed(RunReading reading) {
      trace = reading.trace();
      followed.add(this);
      follower = new LogFollower(reading, () -> {});
    }

    @Override
    public RunTrace trace() {
      return trace;
    }

    @Override
    public void close() {
      follower.close();
      followed.remove(this);
    }
  }
}
