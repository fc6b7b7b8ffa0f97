package reidstudio.ui.chart;

import java.util.List;

/**
 * What a heat map shows.
 *
 * @param values rows by columns; NaN leaves a cell empty
 * @param marked which cells are framed
 * @param rowGroups a name for each row; a line parts rows of different names, and each name is
 *     written beside its rows where they are high enough
 * @param columnGroups the same for columns, without being written
 */
public record HeatCells(
    double[][] values, boolean[][] marked, List<String> rowGroups, List<String> columnGroups) {
  public HeatCells {
    rowGroups = List.copyOf(rowGroups);
    columnGroups = List.copyOf(columnGroups);
  }

  /** Without any cell. */
  public static HeatCells none() {
    return new HeatCells(new double[0][], new boolean[0][], List.of(), List.of());
  }

  /** Number of rows. */
  public int rows() {
    return rowGroups.size();
  }

  /** Number of columns. */
  public int columns() {
    return columnGroups.size();
  }

  boolean isEmpty() {
    return rows() == 0 || columns() == 0;
  }
}
