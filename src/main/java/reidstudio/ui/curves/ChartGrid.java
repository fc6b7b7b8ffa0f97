package reidstudio.ui.curves;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;

/** Charts in two columns of equal cells; any of them can be shown alone. */
final class ChartGrid extends GridPane {
  private static final int COLUMNS = 2;
  private static final double LEAST_CELL_HEIGHT = 150;
  private static final double FURTHER_HEIGHT = 240;
  private static final double FIRST_HEIGHT = 290;

  private final List<Node> cells = new ArrayList<>();
  private final int firstSight;
  private Node alone;

  /**
   * @param first fill the window
   * @param further below, to be scrolled to
   */
  ChartGrid(List<? extends Node> first, List<? extends Node> further) {
    getStyleClass().add("chart-grid");
    cells.addAll(first);
    cells.addAll(further);
    firstSight = first.size();
    arrange();
  }

  /** Shows the cell of {@code card} alone, or all again. */
  void toggleAlone(Node card) {
    Node cell = cells.contains(card) ? card : card.getParent();
    alone = cell.equals(alone) ? null : cell;
    arrange();
  }

  private void arrange() {
    getChildren().clear();
    getColumnConstraints().clear();
    getRowConstraints().clear();
    List<Node> visible = alone == null ? cells : List.of(alone);
    int columns = Math.min(COLUMNS, visible.size());
    for (int c = 0; c < columns; c++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / columns);
      getColumnConstraints().add(column);
    }
    for (int i = 0; i < visible.size(); i++) {
      add(visible.get(i), i % columns, i / columns);
      if (i % columns == 0) {
        getRowConstraints().add(row(i < firstSight));
      }
    }
  }

  /** Whoever scrolls anyway has room for taller charts. */
  private double height(boolean atFirstSight) {
    if (cells.size() == firstSight) {
      return LEAST_CELL_HEIGHT;
    }
    return atFirstSight ? FIRST_HEIGHT : FURTHER_HEIGHT;
  }

  private RowConstraints row(boolean atFirstSight) {
    RowConstraints row = new RowConstraints();
    row.setMinHeight(height(atFirstSight));
    row.setPrefHeight(row.getMinHeight());
    row.setMaxHeight(Region.USE_COMPUTED_SIZE);
    row.setVgrow(Priority.ALWAYS);
    return row;
  }
}
