package reidstudio.data;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gathers what is left out, at loading and, with the same report, while pictures are decoded. The
 * same item is counted once for a reason, however often an epoch meets it. Safe for many threads.
 */
public final class SkipLog {
  /** Details kept of each reason; later ones are only counted. */
  public static final int MAX_DETAILS = 200;

  private record Key(SkipReason reason, String name) {}

  private final Map<SkipReason, Integer> counts = new EnumMap<>(SkipReason.class);
  private final Map<SkipReason, Integer> kept = new EnumMap<>(SkipReason.class);
  private final List<Skipped> details = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Set<Key> known = new HashSet<>();

  /** Nothing left out yet. */
  public SkipLog() {}

  /** Goes on from what loading found. */
  public SkipLog(DataReport before) {
    counts.putAll(before.counts());
    notes.addAll(before.notes());
    before.details().forEach(this::keep);
    before.details().forEach(skipped -> known.add(new Key(skipped.reason(), skipped.name())));
  }

  /**
   * Counts an item.
   *
   * @return false if it was counted before
   */
  public synchronized boolean add(Skipped skipped) {
    if (!known.add(new Key(skipped.reason(), skipped.name()))) {
      return false;
    }
    counts.merge(skipped.reason(), 1, Integer::sum);
    keep(skipped);
    return true;
  }

  private void keep(Skipped skipped) {
    if (kept.merge(skipped.reason(), 1, Integer::sum) <= MAX_DETAILS) {
      details.add(skipped);
    }
  }

  /** Counts an item; see {@link #add(Skipped)}. */
  public boolean add(SkipReason reason, String name, String detail) {
    return add(new Skipped(reason, name, detail));
  }

  /** Keeps a remark that costs no item. */
  public synchronized void note(String sentence) {
    notes.add(sentence);
  }

  /** What was gathered so far. */
  public synchronized DataReport report() {
    return new DataReport(counts, details, notes);
  }
}
