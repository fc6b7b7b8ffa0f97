package reidstudio.ui.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import reidstudio.store.OpenedRun;
import reidstudio.store.RunListing;
import reidstudio.store.RunTrace;

/**
 * One of the runs.
 *
 * @param name its title, with a number where another has the same
 * @param style index of its colour and dashes, its own as long as the runs are compared
 */
record ComparedRun(RunListing listing, String name, int style, OpenedRun opened) {
  RunTrace trace() {
    return opened.trace();
  }

  /** The titles of {@code runs}, told apart. */
  static List<String> names(List<RunListing> runs) {
    Map<String, Integer> seen = new HashMap<>();
    return IntStream.range(0, runs.size())
        .mapToObj(
            i -> {
              String title = runs.get(i).title();
              int times = seen.merge(title, 1, Integer::sum);
              return times == 1 ? title : title + " (" + times + ")";
            })
        .toList();
  }
}
