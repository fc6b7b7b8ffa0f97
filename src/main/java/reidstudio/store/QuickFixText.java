package reidstudio.store;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import reidstudio.event.Change;
import reidstudio.event.QuickFixItem;
import reidstudio.event.QuickFixReport;

/** A quick fix as text for people: the checklist, before and after side by side. */
public final class QuickFixText {
  /** The whole report, lines ended by {@code \n}. */
  public String text(QuickFixReport report) {
    String changes =
        report.changes().stream().map(Change::toString).collect(Collectors.joining(", "));
    List<QuickFixItem> items = report.items();
    long cured = items.stream().filter(i -> i.passedAfter() && !i.passedBefore()).count();
    long spoiled = items.stream().filter(i -> i.passedBefore() && !i.passedAfter()).count();
    StringBuilder text = new StringBuilder();
    text.append("Quick fix: ").append(report.verdict().toUpperCase(Locale.ROOT)).append('\n');
    text.append("Changed: ").append(changes).append('\n');
    text.append("Before:  ").append(epoch(report.runBefore(), report.before().steps()));
    text.append("After:   ").append(epoch(report.runAfter(), report.after().steps()));
    text.append(
        String.format(
                Locale.ROOT, "Cured:   %d of %d, spoiled %d%n%n", cured, items.size(), spoiled)
            .replace("\r\n", "\n"));
    text.append(row("", "before", "after", "expected"));
    for (QuickFixItem item : items) {
      text.append(
          row(
              item.name(),
              number(item.before(), item.passedBefore()),
              number(item.after(), item.passedAfter()),
              item.expected()));
    }
    text.append(
        row(
            "cross-entropy fell within the epoch by",
            number(report.before().ceFell()) + "   ",
            number(report.after().ceFell()) + "   ",
            ""));
    report.remark().ifPresent(remark -> text.append('\n').append(remark).append('\n'));
    return text.toString();
  }

  private static String epoch(String run, int steps) {
    return "run " + run + ", one epoch of " + steps + " steps\n";
  }

  private static String row(String name, String before, String after, String expected) {
    return String.format(Locale.ROOT, "%-40s %14s %14s   %s", name, before, after, expected)
            .stripTrailing()
        + "\n";
  }

  private static String number(double value, boolean passed) {
    return number(value) + (passed ? " ok" : " --");
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "unknown" : String.format(Locale.ROOT, "%.3f", value);
  }
}
