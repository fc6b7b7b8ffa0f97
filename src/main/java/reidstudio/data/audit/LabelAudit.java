package reidstudio.data.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reidstudio.data.LabelMap;

/**
 * How the identities of the training split lie, and so what making labels dense changes.
 *
 * @param identities people, each with a label from 0 on
 * @param numbered whether all are numbers, maybe behind a common word
 * @param first smallest number; 0 if not numbered
 * @param last largest number
 * @param gaps numbers between that nobody has, as "4" or "7-9"; the first of them
 * @param missing how many numbers are in gaps
 * @param ascending whether a greater label is a greater number; identities are sorted as text
 */
public record LabelAudit(
    int identities,
    boolean numbered,
    long first,
    long last,
    List<String> gaps,
    long missing,
    boolean ascending) {
  private static final int GAPS = 200;
  private static final Pattern NUMBERED = Pattern.compile("(\\D*)(\\d{1,15})");

  public LabelAudit {
    gaps = List.copyOf(gaps);
  }

  static LabelAudit of(LabelMap labels) {
    List<String> names = labels.identities();
    List<Long> numbers = numbers(names);
    if (numbers.isEmpty()) {
      return new LabelAudit(names.size(), false, 0, 0, List.of(), 0, true);
    }
    List<Long> sorted = numbers.stream().sorted().distinct().toList();
    List<String> gaps = new ArrayList<>();
    long missing = 0;
    for (int i = 1; i < sorted.size(); i++) {
      long from = sorted.get(i - 1) + 1;
      long to = sorted.get(i) - 1;
      missing += to - from + 1;
      if (from <= to && gaps.size() < GAPS) {
        gaps.add(from == to ? Long.toString(from) : from + "-" + to);
      }
    }
    return new LabelAudit(
        names.size(),
        true,
        sorted.get(0),
        sorted.get(sorted.size() - 1),
        gaps,
        missing,
        numbers.equals(numbers.stream().sorted().toList()));
  }

  /** Whether the numbers could be labels as they are. */
  public boolean isDense() {
    return numbered && first == 0 && missing == 0 && ascending;
  }

  /** Empty unless all are numbers behind the same word. */
  private static List<Long> numbers(List<String> names) {
    List<Long> numbers = new ArrayList<>();
    String word = null;
    for (String name : names) {
      Matcher matcher = NUMBERED.matcher(name);
      if (!matcher.matches() || (word != null && !word.equals(matcher.group(1)))) {
        return List.of();
      }
      word = matcher.group(1);
      numbers.add(Long.parseLong(matcher.group(2)));
    }
    return numbers;
  }
}
