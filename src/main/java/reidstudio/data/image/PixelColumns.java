package reidstudio.data.image;

/** A picture that is given column by column, so that it need never be in memory in its own size. */
interface PixelColumns {
  /** Columns. */
  int width();

  /** Rows. */
  int height();

  /**
   * Writes a piece of column {@code x}, values 0 to 255.
   *
   * @param from first row of the piece
   * @param count rows of the piece
   * @param red at least {@code count} long, as the others
   */
  void column(int x, int from, int count, int[] red, int[] green, int[] blue);
}
