package reidstudio.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import reidstudio.event.EventSink;
import reidstudio.store.log.LogSource;
import reidstudio.store.log.TensorBoardLog;
import reidstudio.store.log.TextLog;

/** Opens logs of other programs as runs, and owns the threads that follow them. */
public final class LogOpener implements AutoCloseable {
  private final UnaryOperator<EventSink> watched;
  private final ZoneId zone;
  private final Set<ImportedRun> open = ConcurrentHashMap.newKeySet();

  /**
   * Opens logs with times of {@code zone}.
   *
   * @param watched gives a sink that passes on all events and adds what is found in them
   */
  public LogOpener(UnaryOperator<EventSink> watched, ZoneId zone) {
    this.watched = watched;
    this.zone = zone;
  }

  /**
   * Reads a log as far as it goes.
   *
   * @param path a file of lines, a TensorBoard event file, or a folder with such
   * @param follow whether to read on while it grows, until the run is closed
   * @throws IOException with a sentence for the user, if it cannot be read
   */
  public ImportedRun open(Path path, boolean follow) throws IOException {
    Path log = path.toAbsolutePath().normalize();
    check(log);
    try {
      RunTrace trace = new RunTrace(name(log), Optional.empty(), Optional.empty());
      LogSource source = source(log, trace.run(), watched.apply(trace::apply));
      source.advance();
      ImportedRun run = new ImportedRun(trace, source, () -> forget(trace));
      if (follow) {
        open.add(run);
        run.follow();
      } else {
        run.finish();
      }
      return run;
    } catch (IOException e) {
      throw new IOException(
          "The log %s cannot be read (%s); check that it is there and may be read."
              .formatted(log, IoReason.of(e)),
          e);
    }
  }

  private LogSource source(Path log, String name, EventSink sink) throws IOException {
    return TensorBoardLog.isOne(log)
        ? new TensorBoardLog(log, name, sink)
        : new TextLog(log, name, sink, zone);
  }

  private static void check(Path log) throws IOException {
    if (Files.notExists(log)) {
      throw new IOException("There is no file " + log + ".");
    }
    if (Files.isDirectory(log) && !TensorBoardLog.isOne(log)) {
      throw new IOException(
          log + " is a folder without TensorBoard's event files; choose the log itself.");
    }
  }

  private static String name(Path log) {
    return log.getFileName() == null ? log.toString() : log.getFileName().toString();
  }

  private void forget(RunTrace trace) {
    open.removeIf(run -> run.trace() == trace);
  }

  /** Ends all that is followed. */
  @Override
  public void close() {
    List.copyOf(open).forEach(ImportedRun::close);
  }
}
