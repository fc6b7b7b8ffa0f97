package reidstudio.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import reidstudio.event.Evaluation;
import reidstudio.event.MetricKey;
import reidstudio.event.RunProfile;
import reidstudio.event.SettingScores;
import reidstudio.event.StepMetrics;
import reidstudio.store.DiagnosisText;
import reidstudio.store.EvaluationJson;
import reidstudio.store.FindingJson;
import reidstudio.store.ImportedRun;
import reidstudio.store.RunTrace;
import reidstudio.store.Series;
import reidstudio.store.XAxis;
import reidstudio.store.log.LogCounts;

/** What a log of another program tells: what was recognised, the last numbers, and findings. */
final class LogSummary {
  /** Older ones are in the document. */
  private static final int EVALUATIONS_SHOWN = 5;

  private final String log;
  private final ImportedRun run;
  private final RunTrace trace;

  /**
   * Summarises {@code run}.
   *
   * @param log as the user would name it
   */
  LogSummary(String log, ImportedRun run) {
    this.log = log;
    this.run = run;
    this.trace = run.trace();
  }

  /** The document that scripts rely on. */
  Document document() {
    LogCounts counts = run.counts();
    RunProfile known = trace.profile();
    Document document =
        new Document()
            .text("log", log)
            .texts("programs", run.programs())
            .whole("lines", counts.lines())
            .whole("understood", counts.understood())
            .whole("notUnderstood", counts.notUnderstood())
            .whole("cut", counts.cut())
            .whole("steps", trace.steps())
            .whole("lastStep", trace.lastStep().map(StepMetrics::step).orElse(0L))
            .whole("epochs", trace.lastStep().map(StepMetrics::epoch).orElse(0))
            .whole("nonFiniteSteps", trace.nonFiniteSteps().size());
    ObjectNode tree = document.tree();
    put(tree, "classes", known.classes());
    put(tree, "batchSize", known.batchSize());
    put(tree, "stepsPerEpoch", known.stepsPerEpoch());
    put(tree, "announcedStepsPerEpoch", known.nominalStepsPerEpoch());
    document.number("lnClasses", known.ceChance().orElse(Double.NaN));
    Document last = new Document();
    trace.keys().forEach(key -> last.number(key.name(), last(key)));
    tree.set("last", last.tree());
    EvaluationJson evaluations = new EvaluationJson();
    document.objects("evaluations", trace.evaluations().stream().map(evaluations::tree).toList());
    tree.set("findings", new FindingJson().tree(trace.health()));
    return document;
  }

  private static void put(ObjectNode tree, String key, OptionalInt value) {
    if (value.isPresent()) {
      tree.put(key, value.getAsInt());
    } else {
      tree.putNull(key);
    }
  }

  /** The same for people. */
  String text() {
    LogCounts counts = run.counts();
    StringBuilder text = new StringBuilder();
    text.append("Log      ").append(log).append('\n');
    text.append("Programs ").append(String.join("; ", run.programs())).append('\n');
    text.append(
        line(
            "Lines    %d, of which %d understood, %d not; %d cut off",
            counts.lines(), counts.understood(), counts.notUnderstood(), counts.cut()));
    text.append(
        trace
            .lastStep()
            .map(
                last ->
                    line(
                        "Steps    %d told, the last is step %d in epoch %d",
                        trace.steps(), last.step(), last.epoch()))
            .orElse("Steps    none\n"));
    known().forEach(text::append);
    if (trace.steps() > 0) {
      text.append("\nLast values\n");
      trace.keys().forEach(key -> text.append(valueLine(key)));
    }
    evaluations().forEach(text::append);
    return text.append('\n').append(DiagnosisText.findings(trace.health())).toString();
  }

  private List<String> known() {
    RunProfile known = trace.profile();
    List<String> lines = new ArrayList<>();
    known
        .classes()
        .ifPresent(
            c -> lines.add(line("Classes  %d  (ln C = %.3f)", c, known.ceChance().orElseThrow())));
    known.batchSize().ifPresent(size -> lines.add(line("Batch    %d", size)));
    known
        .stepsPerEpoch()
        .ifPresent(
            real -> {
              int announced = known.nominalStepsPerEpoch().orElse(real);
              String more = announced == real ? "" : line(", %d announced", announced).strip();
              lines.add(line("Epoch    %d batches%s", real, more));
            });
    if (!trace.nonFiniteSteps().isEmpty()) {
      lines.add(line("Not finite: %d steps", trace.nonFiniteSteps().size()));
    }
    return lines;
  }

  private String valueLine(MetricKey key) {
    Series series = trace.series(key);
    int last = series.size() - 1;
    return line(
        "  %-26s %-12s at step %d",
        key.name(), number(series.value(last)), (long) series.x(XAxis.STEP, last));
  }

  private List<String> evaluations() {
    List<Evaluation> all = trace.evaluations();
    List<String> lines = new ArrayList<>();
    if (!all.isEmpty()) {
      lines.add(line("%nEvaluations: %d, the last of them", all.size()));
      all.subList(Math.max(0, all.size() - EVALUATIONS_SHOWN), all.size())
          .forEach(each -> lines.add(evaluation(each)));
    }
    return lines;
  }

  private static String evaluation(Evaluation evaluation) {
    StringBuilder text = new StringBuilder();
    text.append(line("  epoch %d, %s", evaluation.epoch(), evaluation.protocol()));
    for (SettingScores scores : evaluation.settings()) {
      text.append(
          line(
              "    %-24s mAP %s  R1 %s",
              scores.setting(), percent(scores.map()), percent(scores.rank1())));
    }
    return text.toString();
  }

  private static String percent(double share) {
    return Double.isFinite(share) ? String.format(Locale.ROOT, "%.2f %%", 100 * share) : "-";
  }

  private static String number(double value) {
    boolean plain = value == 0 || (Math.abs(value) >= 1e-3 && Math.abs(value) < 1e6);
    return plain || !Double.isFinite(value)
        ? Double.toString(value)
        : String.format(Locale.ROOT, "%.6g", value);
  }

  private double last(MetricKey key) {
    Series series = trace.series(key);
    return series.value(series.size() - 1);
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values) + "\n";
  }
}
