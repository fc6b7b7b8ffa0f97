package reidstudio.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import reidstudio.config.ConfigException;
import reidstudio.config.Problem;

/** Times the live charts of the window. */
@Command(
    name = "charts",
    description = {
      "Times updates of noisy live charts with software drawing: one new point for each series, then"
          + " all pixels; in the last case 10,000,000 points are moved sideways instead.",
      "No window opens, but a display must be there."
    },
    footer =
        "%n--json: updates threadTargetMs cases[]{name charts seriesPerChart points updateMs"
            + " update95Ms targetMs threadMs threadWorstMs ok}. A case is ok if its median update"
            + " and the JavaFX thread's median share of it stay within their targets.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:measured, whether within the targets or not",
      "1:nothing can be drawn on this machine",
      "2:wrong usage"
    })
final class BenchChartsVerb implements Verb {
  /** Of the JavaFX thread, for one frame: a third of what a frame has at 60 of them a second. */
  private static final double THREAD_TARGET = 5;

  @Option(
      names = "--updates",
      paramLabel = "N",
      description = "Updates of each case, after as many to warm up; default 60.")
  private int updates = 60;

  private final ChartSpeed charts;

  BenchChartsVerb(ChartSpeed charts) {
    this.charts = charts;
  }

  @Override
  public List<Problem> problems() {
    return updates >= 2 && updates <= 100_000
        ? List.of()
        : List.of(new Problem("--updates", "is " + updates + ", must be 2 to 100000"));
  }

  @Override
  public Outcome run(Interruption interruption) throws IOException {
    if (!problems().isEmpty()) {
      throw new ConfigException(problems());
    }
    List<ChartSpeed.Case> cases = charts.measure(updates);
    Document document =
        new Document()
            .whole("updates", updates)
            .number("threadTargetMs", THREAD_TARGET)
            .objects("cases", cases.stream().map(each -> document(each).tree()).toList());
    StringBuilder text = new StringBuilder();
    line(text, "%-32s %8s %8s %8s %8s %8s", "ms", "update", "95 %", "target", "thread", "worst");
    for (ChartSpeed.Case each : cases) {
      line(
          text,
          "%-32s %8.1f %8.1f %8.0f %8.1f %8.1f  %s",
          each.name(),
          each.updateMedian(),
          each.update95(),
          each.target(),
          each.threadMedian(),
          each.threadWorst(),
          isOk(each) ? "ok" : "above");
    }
    line(
        text,
        "Medians of %d updates; thread: processor time of the JavaFX thread for a frame, target %.0f.",
        updates,
        THREAD_TARGET);
    return new Outcome(Exit.OK, document.tree(), text.toString());
  }

  private static Document document(ChartSpeed.Case each) {
    return new Document()
        .text("name", each.name())
        .whole("charts", each.charts())
        .whole("seriesPerChart", each.seriesPerChart())
        .whole("points", each.points())
        .number("updateMs", each.updateMedian())
        .number("update95Ms", each.update95())
        .number("targetMs", each.target())
        .number("threadMs", each.threadMedian())
        .number("threadWorstMs", each.threadWorst())
        .flag("ok", isOk(each));
  }

  private static boolean isOk(ChartSpeed.Case each) {
    return each.updateMedian() <= each.target() && each.threadMedian() <= THREAD_TARGET;
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
