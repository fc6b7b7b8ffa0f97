package reidstudio.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Items that batches have to do without because they cannot be read: each is named once, however
 * many epochs meet it, and they are counted after the epoch in which there are more.
 */
final class LeftOutItems {
  private final RunLog log;
  private final Set<String> named = new HashSet<>();
  private int counted;

  LeftOutItems(RunLog log) {
    this.log = log;
  }

  /**
   * Names those that are new.
   *
   * @param items each with its reason
   */
  void add(List<String> items) {
    items.stream()
        .filter(named::add)
        .forEach(item -> log.warning("Left out of the batch: " + item));
  }

  /** Tells how many there are, if there are more than last time. */
  void count() {
    if (named.size() > counted) {
      counted = named.size();
      log.warning(
          (counted == 1 ? "1 item" : counted + " items")
              + " of the data set cannot be read so far; batches go without.");
    }
  }
}
