package reidstudio.ui.chart;

/** The words of a chart for tests. */
record EnglishTexts() implements ChartTexts {
  @Override
  public String menu() {
    return "Chart menu";
  }

  @Override
  public String resetZoom() {
    return "Reset zoom";
  }

  @Override
  public String undoZoom() {
    return "Undo zoom";
  }

  @Override
  public String logAxis() {
    return "Logarithmic axis";
  }

  @Override
  public String clipOutliers() {
    return "Leave outliers out";
  }

  @Override
  public String clipped(String series, String value, String x, boolean above) {
    return series + " " + value + " at " + x + (above ? " above" : " below");
  }

  @Override
  public String savePng() {
    return "Save as PNG…";
  }

  @Override
  public String saveSvg() {
    return "Save as SVG…";
  }

  @Override
  public String saveCsv() {
    return "Save as CSV…";
  }

  @Override
  public String maximise() {
    return "Maximise";
  }

  @Override
  public String fullScreen() {
    return "Full screen";
  }

  @Override
  public String hide() {
    return "Hide";
  }

  @Override
  public String smoothed(String value) {
    return "~ " + value;
  }

  @Override
  public String pinned(String value, String difference) {
    return "pin " + value + " (" + difference + ")";
  }

  @Override
  public String unpin() {
    return "Remove the pin";
  }

  @Override
  public String ofWhole(String part, String whole) {
    return part + " of " + whole;
  }

  @Override
  public String nonFinite(int count) {
    return count + " not finite";
  }

  @Override
  public String pointsShown(long visible, long total) {
    return visible + " of " + total + " points";
  }

  @Override
  public String points(PointCount count) {
    return count.total() == 0 ? "" : count.visible() + "/" + count.total() + " " + count.drawing();
  }

  @Override
  public String summary(String title, String readings) {
    return title + ": " + readings;
  }
}
