package reidstudio.ui.chart;

import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;

/**
 * A matrix as coloured squares, of which some are framed. The square under the mouse is chosen, and
 * the arrow keys go from one to the next; it stays chosen when the mouse leaves.
 */
public final class HeatMap extends ThemedRegion {
  /** A square. */
  public record Cell(int row, int column) {}

  private static final double SMALLEST = 6;
  private static final double LARGEST = 26;

  /** Below, a frame would hide the colour that it is about. */
  private static final double FRAMED = 9;

  private final Canvas canvas = new Canvas();
  private final ReadOnlyObjectWrapper<Cell> chosen = new ReadOnlyObjectWrapper<>();
  private HeatCells cells = HeatCells.none();
  private HeatScale scale = new HeatScale(0, 1);
  private double roomX;
  private double roomY;

  /** An empty map. */
  public HeatMap() {
    getStyleClass().add("heat-map");
    canvas.setManaged(false);
    getChildren().add(canvas);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event.getX(), event.getY()));
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /** Shows other cells; none is chosen. */
  public void show(HeatCells shown, HeatScale colours) {
    cells = shown;
    scale = colours;
    chosen.set(null);
    requestLayout();
    draw();
  }

  /** The room in which squares are as large as they can be; they need not fit it. */
  public void fit(double width, double height) {
    roomX = width;
    roomY = height;
    requestLayout();
  }

  /** The square that is chosen; null if none is. */
  public ReadOnlyObjectProperty<Cell> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** Length of a side. */
  private double side() {
    if (cells.isEmpty()) {
      return 0;
    }
    double fits = Math.floor(Math.min(roomX / cells.columns(), roomY / cells.rows()));
    return Math.max(SMALLEST, Math.min(LARGEST, fits));
  }

  @Override
  protected double computePrefWidth(double height) {
    return cells.columns() * side();
  }

  @Override
  protected double computePrefHeight(double width) {
    return cells.rows() * side();
  }

  @Override
  protected double computeMinWidth(double height) {
    return computePrefWidth(height);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  void themeChanged() {
    draw();
  }

  @Override
  public String getUserAgentStylesheet() {
    return Objects.requireNonNull(HeatMap.class.getResource("chart.css")).toExternalForm();
  }

  @Override
  protected void layoutChildren() {
    draw();
  }

  private void point(double x, double y) {
    double side = side();
    int column = (int) Math.floor(x / side);
    int row = (int) Math.floor(y / side);
    if (row >= 0 && row < cells.rows() && column >= 0 && column < cells.columns()) {
      choose(new Cell(row, column));
    }
  }

  private void pressed(KeyEvent event) {
    int down =
        switch (event.getCode()) {
          case UP -> -1;
          case DOWN -> 1;
          default -> 0;
        };
    int right =
        switch (event.getCode()) {
          case LEFT -> -1;
          case RIGHT -> 1;
          default -> 0;
        };
    if ((down == 0 && right == 0) || cells.isEmpty() || event.isShortcutDown()) {
      return;
    }
    Cell from = chosen.get() == null ? new Cell(-down, -right) : chosen.get();
    choose(
        new Cell(
            Math.max(0, Math.min(cells.rows() - 1, from.row() + down)),
            Math.max(0, Math.min(cells.columns() - 1, from.column() + right))));
    event.consume();
  }

  private void choose(Cell cell) {
    if (!cell.equals(chosen.get())) {
      chosen.set(cell);
      draw();
    }
  }

  private void draw() {
    double side = side();
    canvas.setWidth(cells.columns() * side);
    canvas.setHeight(cells.rows() * side);
    GraphicsContext pen = canvas.getGraphicsContext2D();
    pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    for (int row = 0; row < cells.rows(); row++) {
      for (int column = 0; column < cells.columns(); column++) {
        double value = cells.values()[row][column];
        pen.setFill(Double.isNaN(value) ? Color.TRANSPARENT : scale.color(value));
        pen.fillRect(column * side, row * side, side, side);
      }
    }
    parts(pen, side);
    for (int row = 0; row < cells.rows(); row++) {
      for (int column = 0; column < cells.columns(); column++) {
        if (cells.marked()[row][column]) {
          mark(pen, column * side, row * side, side);
        }
      }
    }
    if (chosen.get() != null) {
      cross(pen, side, chosen.get());
    }
  }

  private void parts(GraphicsContext pen, double side) {
    pen.setFill(colors().background());
    for (int row = 1; row < cells.rows(); row++) {
      if (cells.rowGroups()[row] != cells.rowGroups()[row - 1]) {
        pen.fillRect(0, row * side - 0.5, canvas.getWidth(), 1);
      }
    }
    for (int column = 1; column < cells.columns(); column++) {
      if (cells.columnGroups()[column] != cells.columnGroups()[column - 1]) {
        pen.fillRect(column * side - 0.5, 0, 1, canvas.getHeight());
      }
    }
  }

  /** Black and white together are seen on any colour of the scale. */
  private static void mark(GraphicsContext pen, double x, double y, double side) {
    if (side >= FRAMED) {
      frame(pen, Color.BLACK, x + 1, y + 1, side - 2, 1);
      frame(pen, Color.WHITE, x + 2, y + 2, side - 4, 1);
    } else {
      double middle = side / 2;
      pen.setFill(Color.BLACK);
      pen.fillRect(x + middle - 2, y + middle - 2, 4, 4);
      pen.setFill(Color.WHITE);
      pen.fillRect(x + middle - 1, y + middle - 1, 2, 2);
    }
  }

  private static void frame(
      GraphicsContext pen, Color color, double x, double y, double side, double width) {
    pen.setStroke(color);
    pen.setLineWidth(width);
    pen.strokeRect(x + width / 2, y + width / 2, side - width, side - width);
  }

  /** The square and the ends of its row and column. */
  private void cross(GraphicsContext pen, double side, Cell cell) {
    double x = cell.column() * side;
    double y = cell.row() * side;
    pen.setStroke(Color.web("#ffffff", 0.75));
    pen.setLineWidth(1);
    pen.strokeRect(0.5, y + 0.5, canvas.getWidth() - 1, side - 1);
    pen.strokeRect(x + 0.5, 0.5, side - 1, canvas.getHeight() - 1);
    frame(pen, Color.web("#D55E00"), x - 1, y - 1, side + 2, 2.5);
  }
}
