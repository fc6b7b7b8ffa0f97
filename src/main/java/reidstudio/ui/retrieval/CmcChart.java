package reidstudio.ui.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reidstudio.event.Evaluation;
import reidstudio.event.EvaluationCurves;
import reidstudio.store.EvaluationReader;
import reidstudio.ui.chart.ChartGroup;
import reidstudio.ui.chart.ChartPulse;
import reidstudio.ui.chart.Palette;
import reidstudio.ui.chart.Range;
import reidstudio.ui.chart.Reference;
import reidstudio.ui.chart.Tone;
import reidstudio.ui.chart.TraceChart;
import reidstudio.ui.chart.TraceSeries;
import reidstudio.ui.common.Messages;
import reidstudio.ui.curves.ChartFiles;
import reidstudio.ui.curves.ChartWords;

/** CMC curves of some settings, or of the means over settings, with the curve of chance. */
final class CmcChart {
  private static final double PERCENT = 100;

  private final Messages messages;
  private final SettingWords words;
  private final TraceChart chart;

  /**
   * @param files saves the chart
   */
  CmcChart(Messages messages, ChartFiles files, ChartPulse pulse) {
    this.messages = messages;
    this.words = new SettingWords(messages);
    chart =
        new TraceChart(new ChartWords(messages, "retrieval.cmc.compared"), new ChartGroup(pulse));
    chart.setId("cmc");
    chart.yIncludeProperty().set(new Range(0, PERCENT));
    chart.actionsProperty().set(files.actions("cmc"));
    chart.titleProperty().bind(messages.text("retrieval.cmc"));
    chart.unitProperty().bind(messages.text("retrieval.cmc.unit"));
    chart.xLabelProperty().bind(messages.text("retrieval.cmc.rank"));
    chart.emptyTextProperty().bind(messages.text("retrieval.cmc.empty"));
    messages.languageProperty().subscribe(chart::speak);
  }

  TraceChart node() {
    return chart;
  }

  /**
   * Draws the curves of {@code settings}, or the means if there are none.
   *
   * @param kept null where only scores are known
   * @param compared dashed beside them; null for none
   */
  void show(
      Evaluation looked,
      EvaluationReader.Kept kept,
      EvaluationCurves compared,
      List<String> settings) {
    List<String> shown = settings.stream().limit(Palette.size()).toList();
    CmcCurves curves =
        kept == null
            ? CmcCurves.of(looked, shown.isEmpty() ? singles(looked) : shown)
            : curves(kept.curves(), shown);
    Optional<CmcCurves> others = Optional.ofNullable(compared).map(c -> curves(c, shown));
    List<TraceSeries> series = new ArrayList<>();
    for (CmcCurves.Named curve : curves.curves()) {
      series.add(
          new TraceSeries(
              name(curve.setting()),
              series.size(),
              curve.trace(),
              others.flatMap(o -> o.curve(curve.setting()))));
    }
    chart.series().setAll(series);
    chart
        .references()
        .setAll(
            curves.chance().stream()
                .map(
                    line ->
                        new Reference.Expected(
                            messages.get("retrieval.cmc.chance"),
                            line,
                            Tone.NEUTRAL,
                            messages.get("retrieval.cmc.chance.tip")))
                .toList());
  }

  void clear() {
    chart.series().clear();
    chart.references().clear();
  }

  private static CmcCurves curves(EvaluationCurves kept, List<String> settings) {
    return settings.isEmpty() ? CmcCurves.means(kept) : CmcCurves.of(kept, settings);
  }

  private static List<String> singles(Evaluation evaluation) {
    return evaluation.settings().stream()
        .map(scores -> scores.setting())
        .filter(setting -> !setting.contains("+"))
        .limit(Palette.size())
        .toList();
  }

  /** A number is that of modalities that a mean is over. */
  private String name(String setting) {
    return setting.matches("\\d+")
        ? messages.get("retrieval.cmc.mean", Integer.parseInt(setting))
        : words.setting(setting);
  }
}
