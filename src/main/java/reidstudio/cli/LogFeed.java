package reidstudio.cli;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import reidstudio.event.Severity;
import reidstudio.store.LogEntry;
import reidstudio.store.RunTrace;

/** Hands on what a trace's log says since the last look, as far as a user has to know. */
final class LogFeed {
  private final RunTrace trace;
  private final Consumer<String> lines;
  private long seen;

  /** Begins with what is said from now on. */
  static LogFeed fromNow(RunTrace trace, Consumer<String> lines) {
    LogFeed feed = new LogFeed(trace, lines);
    feed.seen = trace.logDropped() + trace.log().size();
    return feed;
  }

  /** Begins with the first line. */
  LogFeed(RunTrace trace, Consumer<String> lines) {
    this.trace = trace;
    this.lines = lines;
  }

  /** Hands on the new warnings and errors. */
  void look() {
    for (LogEntry entry : news()) {
      if (entry.severity().compareTo(Severity.WARNING) >= 0) {
        lines.accept(entry.severity().name().toLowerCase(Locale.ROOT) + ": " + entry.text());
      }
    }
  }

  private List<LogEntry> news() {
    List<LogEntry> entries = trace.log();
    long total = trace.logDropped() + entries.size();
    int count = (int) Math.min(entries.size(), Math.max(0, total - seen));
    seen = total;
    return entries.subList(entries.size() - count, entries.size());
  }
}
