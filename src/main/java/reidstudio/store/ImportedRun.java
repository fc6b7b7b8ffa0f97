package reidstudio.store;

import java.util.List;
import java.util.Optional;
import reidstudio.store.log.LogCounts;
import reidstudio.store.log.LogFollower;
import reidstudio.store.log.LogSource;

/**
 * A run that another program's log tells of. While it is followed its trace grows; one thread fills
 * it, any may read.
 */
public final class ImportedRun implements OpenedRun {
  private final RunTrace trace;
  private final LogSource source;
  private final Runnable onClose;
  private Optional<LogFollower> follower = Optional.empty();
  private volatile LogCounts counts;
  private volatile List<String> programs;

  ImportedRun(RunTrace trace, LogSource source, Runnable onClose) {
    this.trace = trace;
    this.source = source;
    this.onClose = onClose;
    look();
  }

  /** What the log tells; its name is the file's. */
  @Override
  public RunTrace trace() {
    return trace;
  }

  /** How much of the log was understood so far. */
  public LogCounts counts() {
    return counts;
  }

  /** The programs whose lines were understood so far. */
  public List<String> programs() {
    return programs;
  }

  /** Reads on while the log grows, on a thread that {@link #close} ends. */
  void follow() {
    follower = Optional.of(new LogFollower(source, this::look));
  }

  /** Takes what is left as the end of the log. */
  void finish() {
    source.finish();
    look();
  }

  private void look() {
    counts = source.counts();
    programs = source.programs();
  }

  /** Ends the following, if it goes on; what was read stays. */
  @Override
  public void close() {
    follower.ifPresent(LogFollower::close);
    onClose.run();
  }
}
