package reidstudio.faultbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import reidstudio.diagnostic.finding.Fault;

/** Counts how often the doctor was right, and writes it down with every failure. */
final class BenchReport {
  /** One trial and what was said of it. */
  private record Row(BenchTrial trial, Diagnosed said) {
    Optional<String> planted() {
      return trial.planted().map(Fault::id);
    }

    boolean isFirst() {
      return planted().filter(id -> said.problems().indexOf(id) == 0).isPresent();
    }

    boolean isAmongThree() {
      int place = planted().map(id -> said.problems().indexOf(id)).orElse(-1);
      return place >= 0 && place < 3;
    }

    /** A problem at the end, or one that the live rules named on the way. */
    boolean isFalseAlarm() {
      return planted().isEmpty() && (!said.problems().isEmpty() || !said.live().isEmpty());
    }
  }

  private final List<Row> rows = new ArrayList<>();

  void add(BenchTrial trial, Diagnosed said) {
    rows.add(new Row(trial, said));
  }

  long faulty() {
    return rows.stream().filter(row -> row.planted().isPresent()).count();
  }

  long healthy() {
    return rows.size() - faulty();
  }

  double first() {
    return share(rows.stream().filter(Row::isFirst).count(), faulty());
  }

  double amongThree() {
    return share(rows.stream().filter(Row::isAmongThree).count(), faulty());
  }

  double falseAlarms() {
    return share(rows.stream().filter(Row::isFalseAlarm).count(), healthy());
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : part / (double) whole;
  }

  /** The report as Markdown. */
  String text() {
    StringBuilder text = new StringBuilder("# Fault bench\n\n");
    line(text, "- faulty trials: %d, healthy trials: %d", faulty(), healthy());
    line(text, "- right cause first: %.1f %%", 100 * first());
    line(text, "- right cause among the first three: %.1f %%", 100 * amongThree());
    line(text, "- false alarms on healthy trials: %.1f %%", 100 * falseAlarms());
    table(text);
    failures(text);
    return text.toString();
  }

  private void table(StringBuilder text) {
    Map<String, int[]> byFault = new LinkedHashMap<>();
    for (Row row : rows) {
      int[] counts = byFault.computeIfAbsent(row.planted().orElse("(healthy)"), id -> new int[3]);
      counts[0]++;
      counts[1] += row.isFirst() || (row.planted().isEmpty() && !row.isFalseAlarm()) ? 1 : 0;
      counts[2] += row.isAmongThree() ? 1 : 0;
    }
    text.append("\n| planted | trials | right first | among three |\n|---|---|---|---|\n");
    byFault.forEach(
        (id, counts) -> line(text, "| %s | %d | %d | %d |", id, counts[0], counts[1], counts[2]));
  }

  private void failures(StringBuilder text) {
    text.append("\n## Where it was wrong\n\n");
    text.append("| trial | planted | said | live | seconds |\n|---|---|---|---|---|\n");
    for (Row row : rows) {
      boolean right = row.planted().isPresent() ? row.isFirst() : !row.isFalseAlarm();
      if (!right) {
        line(text, "| %s |", cells(row));
      }
    }
    text.append("\n## All trials\n\n");
    text.append("| trial | planted | said | live | seconds |\n|---|---|---|---|---|\n");
    rows.forEach(row -> line(text, "| %s |", cells(row)));
  }

  private static String cells(Row row) {
    return String.join(
        " | ",
        row.trial().name(),
        row.planted().orElse("-"),
        String.join(", ", row.said().problems())
            + (row.said().failure().isEmpty() ? "" : " (ended: " + row.said().failure() + ")"),
        String.join(", ", row.said().live()),
        String.format(Locale.ROOT, "%.1f", row.said().seconds()));
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
