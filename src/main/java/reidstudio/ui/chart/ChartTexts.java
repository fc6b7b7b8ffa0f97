package reidstudio.ui.chart;

/** The words of a chart in the user's language. */
public interface ChartTexts {
  /** Name of the menu button. */
  String menu();

  /** Menu: follow all data again. */
  String resetZoom();

  /** Menu: back to the view before. */
  String undoZoom();

  /** Menu: logarithmic y axis. */
  String logAxis();

  /** Menu: an automatic y axis leaves single extreme points out. */
  String clipOutliers();

  /** Tip at the edge: a point of a series at {@code x} that the y axis does not reach. */
  String clipped(String series, String value, String x, boolean above);

  /** Menu: save as picture. */
  String savePng();

  /** Menu: save as vector picture. */
  String saveSvg();

  /** Menu: save the points. */
  String saveCsv();

  /** Menu: show this chart alone. */
  String maximise();

  /** Menu: show this chart on the whole screen. */
  String fullScreen();

  /** Menu: take this chart out of the grid. */
  String hide();

  /** Legend: a smoothed value beside the raw one. */
  String smoothed(String value);

  /** Legend: the value at the pin, and by how much the one at the cursor is above it. */
  String pinned(String value, String difference);

  /** Button on a pin's flag that lets go of it. */
  String unpin();

  /** Legend: a value beside the one that it is a part of. */
  String ofWhole(String part, String whole);

  /** Legend: how many points are NaN or infinite; {@code count} is at least 1. */
  String nonFinite(int count);

  /** Menu: how many of all points lie in the visible range. */
  String pointsShown(long visible, long total);

  /** Beside the title and in saved pictures: how many points are drawn, and how; for none empty. */
  String points(PointCount count);

  /** Read by screen readers: the chart's title with unit, and each series with its value. */
  String summary(String title, String readings);
}
