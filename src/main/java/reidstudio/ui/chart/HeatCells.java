package reidstudio.ui.chart;

/**
 * What a heat map shows.
 *
 * @param values rows by columns; NaN leaves a cell empty
 * @param marked which cells are framed
 * @param rowGroups a number for each row; a line parts rows of different numbers
 * @param columnGroups the same for columns
 */
public record HeatCells(
    double[][] values, boolean[][] marked, int[] rowGroups, int[] columnGroups) {
  /** Without any cell. */
  public static HeatCells none() {
    return new HeatCells(new double[0][], new boolean[0][], new int[0], new int[0]);
  }

  /** Number of rows. */
  public int rows() {
    return rowGroups.length;
  }

  /** Number of columns. */
  public int columns() {
    return columnGroups.length;
  }

  boolean isEmpty() {
    return rows() == 0 || columns() == 0;
  }
}
