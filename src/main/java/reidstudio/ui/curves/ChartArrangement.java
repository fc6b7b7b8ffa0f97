package reidstudio.ui.curves;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * In which order the charts stand, and which are hidden.
 *
 * @param order keys of charts; those that it does not name follow in their customary order
 * @param hidden keys of charts that are not shown
 */
public record ChartArrangement(List<String> order, Set<String> hidden) {
  /** As it is before anyone changed it. */
  public static final ChartArrangement CUSTOMARY = new ChartArrangement(List.of(), Set.of());

  public ChartArrangement {
    order = List.copyOf(order);
    hidden = Set.copyOf(hidden);
  }

  /** All of {@code keys} in this order, hidden ones too. */
  List<String> arranged(List<String> keys) {
    Set<String> arranged = new LinkedHashSet<>(order);
    arranged.retainAll(keys);
    arranged.addAll(keys);
    return List.copyOf(arranged);
  }

  /** Those of {@code keys} that are shown, in this order. */
  List<String> shown(List<String> keys) {
    return arranged(keys).stream().filter(key -> !hidden.contains(key)).toList();
  }

  /** With {@code key} in the place of {@code target}, and those between moved up. */
  ChartArrangement moved(String key, String target, List<String> keys) {
    Set<String> known = new LinkedHashSet<>(order);
    known.addAll(keys);
    List<String> now = new ArrayList<>(known);
    int to = now.indexOf(target);
    now.remove(key);
    now.add(to, key);
    return new ChartArrangement(now, hidden);
  }

  /** With {@code key} hidden or shown. */
  ChartArrangement with(String key, boolean isShown) {
    Set<String> now = new LinkedHashSet<>(hidden);
    if (isShown) {
      now.remove(key);
    } else {
      now.add(key);
    }
    return new ChartArrangement(order, now);
  }
}
