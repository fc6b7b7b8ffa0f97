package reidstudio.data.image;

/** A picture that is given row by row, so that it need never be in memory in its own size. */
interface PixelRows {
  /** Columns. */
  int width();

  /** Rows. */
  int height();

  /**
   * Writes row {@code y}, values 0 to 255.
   *
   * @param red at least {@link #width} long, as the others
   */
  void row(int y, int[] red, int[] green, int[] blue);
}
