package reidstudio.data.image;

/** Takes a picture row by row, so that it need not be in memory as a whole. */
interface RowSink {
  /**
   * Takes row {@code y}, from the first to the last.
   *
   * @param values 0 to 255: the reds of the row, then its greens, then its blues; they hold until
   *     this returns
   */
  void row(int y, int[] values);
}
