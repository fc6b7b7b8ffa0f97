package reidstudio.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a data folder holds that cannot be used.
 *
 * @param counts items left out by reason, only reasons that occur
 * @param details the first {@value SkipLog#MAX_DETAILS} of each reason
 * @param notes remarks that cost no item, each a sentence
 */
public record DataReport(
    Map<SkipReason, Integer> counts, List<Skipped> details, List<String> notes) {
  public DataReport {
    Map<SkipReason, Integer> ordered = new EnumMap<>(SkipReason.class);
    ordered.putAll(counts);
    counts = Collections.unmodifiableMap(ordered);
    details = List.copyOf(details);
    notes = List.copyOf(notes);
  }

  /** Items left out for one reason. */
  public int count(SkipReason reason) {
    return counts.getOrDefault(reason, 0);
  }

  /** All items left out. */
  public int skipped() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** One line for each reason, with its count and its first item, and then the notes. */
  public List<String> summaryLines() {
    List<String> lines = new ArrayList<>();
    counts.forEach((reason, count) -> lines.add(count + " x " + reason.words() + first(reason)));
    lines.addAll(notes);
    return lines;
  }

  /** One line for each detail. */
  public List<String> detailLines() {
    return details.stream().map(Skipped::line).toList();
  }

  private String first(SkipReason reason) {
    return details.stream()
        .filter(skipped -> skipped.reason() == reason)
        .findFirst()
        .map(skipped -> ", first " + skipped.name())
        .orElse("");
  }
}
