package reidstudio.store;

import java.util.ArrayList;
import java.util.List;

/**
 * The newest items of something that goes on, oldest first.
 *
 * <p>Thread: one writer, any number of readers.
 */
final class NewestList<T> {
  private final int limit;
  private volatile List<T> items = List.of();

  /** Lets the oldest go once there are more than {@code limit}. */
  NewestList(int limit) {
    this.limit = limit;
  }

  void add(T item) {
    List<T> longer = new ArrayList<>(items);
    longer.add(item);
    items = List.copyOf(longer.size() > limit ? longer.subList(1, longer.size()) : longer);
  }

  /** All of them as of now; never changes. */
  List<T> items() {
    return items;
  }
}
