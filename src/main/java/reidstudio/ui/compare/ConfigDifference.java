package reidstudio.ui.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where runs differ in what they were asked to do, or made with.
 *
 * @param rows only keys with at least two different values
 */
record ConfigDifference(List<Row> rows) {
  /** Stands for a value that a run does not tell. */
  static final String UNKNOWN = "–";

  /**
   * A key and its value in each run, in their order.
   *
   * @param key dotted key
   */
  record Row(String key, List<String> values) {}

  /** Of {@code runs}, each with its values by key. */
  static ConfigDifference of(List<Map<String, String>> runs) {
    Set<String> keys = new LinkedHashSet<>();
    runs.forEach(run -> keys.addAll(run.keySet()));
    List<Row> rows = new ArrayList<>();
    for (String key : keys) {
      List<String> values = runs.stream().map(run -> run.getOrDefault(key, UNKNOWN)).toList();
      if (values.stream().distinct().count() > 1) {
        rows.add(new Row(key, values));
      }
    }
    return new ConfigDifference(rows);
  }
}
