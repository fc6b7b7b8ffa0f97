package reidstudio.store;

import java.util.List;
import reidstudio.event.Finding;
import reidstudio.event.TrainingEvent.HealthChanged;

/**
 * What the live rules said of a run, one after the other.
 *
 * <p>Thread: one writer, any number of readers.
 */
final class HealthHistory {
  private static final int LIMIT = 1_000;

  private final NewestList<HealthChanged> changes = new NewestList<>(LIMIT);
  private volatile List<HealthChanged> before = List.of();

  void add(HealthChanged change) {
    changes.add(change);
  }

  /** Lets all that was said be history. */
  void startAnew() {
    before = changes.items();
  }

  /** The newest 1,000 changes, oldest first. */
  List<HealthChanged> changes() {
    return changes.items();
  }

  /** What was said last; nothing if that is history. */
  List<Finding> now() {
    List<HealthChanged> all = changes.items();
    return all.isEmpty() || all.equals(before) ? List.of() : all.get(all.size() - 1).findings();
  }
}
