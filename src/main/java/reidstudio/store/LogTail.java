package reidstudio.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The newest entries of a log. Adding and copying exclude each other, both for microseconds. */
final class LogTail {
  private final int limit;
  private final Deque<LogEntry> entries = new ArrayDeque<>();
  private List<LogEntry> copy = List.of();
  private boolean stale;
  private long total;

  LogTail(int limit) {
    this.limit = limit;
  }

  synchronized void add(LogEntry entry) {
    if (entries.size() == limit) {
      entries.removeFirst();
    }
    entries.addLast(entry);
    total++;
    stale = true;
  }

  /** Oldest first. */
  synchronized List<LogEntry> entries() {
    if (stale) {
      copy = List.copyOf(entries);
      stale = false;
    }
    return copy;
  }

  synchronized Optional<LogEntry> newest() {
    return Optional.ofNullable(entries.peekLast());
  }

  synchronized long dropped() {
    return total - entries.size();
  }
}
