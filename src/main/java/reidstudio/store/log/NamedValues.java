package reidstudio.store.log;

import java.util.LinkedHashMap;
import java.util.Map;
import reidstudio.event.MetricKey;

/** Lists of names and numbers such as {@code CE=5.951, SDM=0.3}. */
final class NamedValues {
  private NamedValues() {}

  /**
   * The numbers in {@code list}; an item that is no number is passed over.
   *
   * @param between what stands between two items
   * @param equal what stands between name and number
   */
  static Map<MetricKey, Double> read(String list, String between, String equal) {
    Map<MetricKey, Double> values = new LinkedHashMap<>();
    for (String item : list.split(between, -1)) {
      int at = item.indexOf(equal);
      String name = at < 0 ? "" : item.substring(0, at).strip();
      if (!name.isEmpty()) {
        LogNumber.parse(item.substring(at + equal.length()))
            .ifPresent(number -> values.put(MetricNames.key(name), number));
      }
    }
    return values;
  }
}
