package reidstudio.ui.curves;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;

/**
 * Charts in two columns of equal cells, in an order that the reader chooses: by dragging a chart's
 * title onto another, or with Alt and an arrow. Any of them can be shown alone.
 */
final class ChartGrid extends GridPane {
  private static final int COLUMNS = 2;

  /** So many cells fill the window; more are scrolled to. */
  private static final int AT_FIRST_SIGHT = 4;

  private static final double LEAST_CELL_HEIGHT = 150;
  private static final double FURTHER_HEIGHT = 240;
  private static final double FIRST_HEIGHT = 290;

  private final ObjectProperty<ChartArrangement> arrangement;
  private final Supplier<List<String>> customary;
  private Map<String, Node> cells = Map.of();
  private Node alone;

  /**
   * Shows cells as {@code arrangement} says.
   *
   * @param customary keys of all cells that there may be, in their customary order
   */
  ChartGrid(ObjectProperty<ChartArrangement> arrangement, Supplier<List<String>> customary) {
    this.arrangement = arrangement;
    this.customary = customary;
    getStyleClass().add("chart-grid");
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /** Shows {@code now}, by key. Cells that were there before stay, and cost nothing. */
  void show(Map<String, ? extends Node> now) {
    cells = Map.copyOf(now);
    if (alone != null && !cells.containsValue(alone)) {
      alone = null;
    }
    arrange();
  }

  /** Whether it has a cell for {@code key}. */
  boolean has(String key) {
    return cells.containsKey(key);
  }

  /** Shows all cells again. */
  void leaveAlone() {
    alone = null;
    arrange();
  }

  /** Shows the cell of {@code card} alone, or all again. */
  void toggleAlone(Node card) {
    Node cell = cellOf(card).orElseThrow();
    alone = cell.equals(alone) ? null : cell;
    arrange();
  }

  /** The cell that {@code node} is in or is. */
  Optional<Node> cellOf(Node node) {
    Node cell = node;
    while (cell != null && !cells.containsValue(cell)) {
      cell = cell.getParent();
    }
    return Optional.ofNullable(cell);
  }

  /** Takes the cell of {@code card} away until it is asked for again. */
  void hide(Node card) {
    alone = null;
    arrangement.set(arrangement.get().with(keyOf(cellOf(card).orElseThrow()), false));
  }

  /** Puts {@code cell} in the place of {@code target}. */
  void move(Node cell, Node target) {
    if (cell != target) {
      arrangement.set(arrangement.get().moved(keyOf(cell), keyOf(target), customary.get()));
    }
  }

  private void pressed(KeyEvent event) {
    int by =
        switch (event.getCode()) {
          case LEFT -> -1;
          case RIGHT -> 1;
          case UP -> -COLUMNS;
          case DOWN -> COLUMNS;
          default -> 0;
        };
    if (!event.isAltDown() || by == 0 || !(event.getTarget() instanceof Node focused)) {
      return;
    }
    List<Node> shown = shown();
    cellOf(focused)
        .filter(cell -> alone == null)
        .ifPresent(
            cell -> {
              int to = shown.indexOf(cell) + by;
              if (to >= 0 && to < shown.size()) {
                move(cell, shown.get(to));
                focused.requestFocus(); // which it lost while it was in no scene
              }
            });
    event.consume();
  }

  private String keyOf(Node cell) {
    return cells.entrySet().stream()
        .filter(entry -> entry.getValue().equals(cell))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private List<Node> shown() {
    return arrangement.get().shown(customary.get()).stream()
        .filter(cells::containsKey)
        .<Node>map(cells::get)
        .toList();
  }

  private void arrange() {
    List<Node> visible = alone == null ? shown() : List.of(alone);
    int columns = Math.min(COLUMNS, visible.size());
    setColumns(columns);
    List<RowConstraints> rows = new ArrayList<>();
    for (int i = 0; i < visible.size(); i++) {
      setConstraints(visible.get(i), i % columns, i / columns);
      if (i % columns == 0) {
        rows.add(row(height(i, visible.size())));
      }
    }
    getRowConstraints().setAll(rows);
    place(visible);
  }

  private void setColumns(int columns) {
    if (getColumnConstraints().size() == columns) {
      return;
    }
    getColumnConstraints().clear();
    for (int c = 0; c < columns; c++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / columns);
      getColumnConstraints().add(column);
    }
  }

  /** A cell that is taken out and put in again would be styled anew. */
  private void place(List<Node> visible) {
    getChildren().retainAll(visible);
    for (int i = 0; i < visible.size(); i++) {
      if (!getChildren().contains(visible.get(i))) {
        getChildren().add(Math.min(i, getChildren().size()), visible.get(i));
      }
    }
    if (!getChildren().equals(visible)) {
      getChildren().setAll(visible); // for the order in which keys go through them
    }
  }

  /** Whoever scrolls anyway has room for taller charts. */
  private static double height(int cell, int count) {
    if (count <= AT_FIRST_SIGHT) {
      return LEAST_CELL_HEIGHT;
    }
    return cell < AT_FIRST_SIGHT ? FIRST_HEIGHT : FURTHER_HEIGHT;
  }

  private static RowConstraints row(double height) {
    RowConstraints row = new RowConstraints();
    row.setMinHeight(height);
    row.setPrefHeight(height);
    row.setMaxHeight(Region.USE_COMPUTED_SIZE);
    row.setVgrow(Priority.ALWAYS);
    return row;
  }
}
