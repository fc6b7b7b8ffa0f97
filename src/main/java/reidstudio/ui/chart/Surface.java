package reidstudio.ui.chart;

/** What grid and raw bands are drawn on: columns of pixels, and rectangles of whole pixels. */
interface Surface {
  int width();

  int height();

  /** Blends a rectangle of whole pixels. */
  void fill(int x, int y, int rectWidth, int rectHeight, Ink ink);

  /**
   * Blends one column from {@code top} to {@code bottom}, measured in pixels from the upper edge; a
   * pixel that the span covers in part gets that part of the ink.
   *
   * @param solid the ink of a pixel that is covered whole
   */
  void span(int column, double top, double bottom, Ink ink, int solid);
}
