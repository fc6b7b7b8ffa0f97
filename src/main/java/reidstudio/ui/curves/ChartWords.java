package reidstudio.ui.curves;

import reidstudio.ui.chart.ChartTexts;
import reidstudio.ui.chart.PointCount;
import reidstudio.ui.common.Messages;

/**
 * The chart kit's words in the present language.
 *
 * @param whole key of the words for a value beside the one that is drawn dashed
 */
public record ChartWords(Messages messages, String whole) implements ChartTexts {
  /** Dashed is what a value is a part of. */
  public ChartWords(Messages messages) {
    this(messages, "chart.of-whole");
  }

  @Override
  public String menu() {
    return messages.get("chart.menu");
  }

  @Override
  public String resetZoom() {
    return messages.get("chart.reset-zoom");
  }

  @Override
  public String undoZoom() {
    return messages.get("chart.undo-zoom");
  }

  @Override
  public String logAxis() {
    return messages.get("chart.log");
  }

  @Override
  public String clipOutliers() {
    return messages.get("chart.clip-outliers");
  }

  @Override
  public String clipped(String series, String value, String x, boolean above) {
    return above
        ? messages.get("chart.clipped.above", series, value, x)
        : messages.get("chart.clipped.below", series, value, x);
  }

  @Override
  public String savePng() {
    return messages.get("chart.save-png");
  }

  @Override
  public String saveSvg() {
    return messages.get("chart.save-svg");
  }

  @Override
  public String saveCsv() {
    return messages.get("chart.save-csv");
  }

  @Override
  public String maximise() {
    return messages.get("chart.maximise");
  }

  @Override
  public String fullScreen() {
    return messages.get("chart.full-screen");
  }

  @Override
  public String hide() {
    return messages.get("chart.hide");
  }

  @Override
  public String smoothed(String value) {
    return messages.get("chart.smoothed", value);
  }

  @Override
  public String pinned(String value, String difference) {
    return messages.get("chart.pinned", value, difference);
  }

  @Override
  public String unpin() {
    return messages.get("chart.unpin");
  }

  @Override
  public String ofWhole(String part, String all) {
    return messages.get(whole, part, all);
  }

  @Override
  public String nonFinite(int count) {
    return messages.get("chart.non-finite", count);
  }

  @Override
  public String pointsShown(long visible, long total) {
    return messages.get("chart.points", visible, total);
  }

  @Override
  public String points(PointCount count) {
    if (count.total() == 0) {
      return "";
    }
    String all = messages.get("chart.count", count.total());
    String points =
        count.visible() == count.total()
            ? all
            : messages.get("chart.count.part", count.visible(), all);
    return switch (count.drawing()) {
      case EACH -> points;
      case COLUMNS -> messages.get("chart.count.columns", points);
      case SMOOTHED -> messages.get("chart.count.smoothing", points);
    };
  }

  @Override
  public String summary(String title, String readings) {
    return messages.get("chart.summary", title, readings);
  }
}
