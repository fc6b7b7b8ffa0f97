package reidstudio.ui.chart;

import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * A matrix as coloured squares, of which some are framed. The square under the mouse is chosen, and
 * the arrow keys go from one to the next; it stays chosen when the mouse leaves.
 */
public final class HeatMap extends ThemedRegion {
  /** A square. */
  public record Cell(int row, int column) {}

  private static final double SMALLEST = 5;
  private static final double LARGEST = 26;

  /** Higher or wider squares than that would hardly be seen as a matrix. */
  private static final double MOST_STRETCH = 3;

  /** Below, a frame would hide the colour that it is about. */
  private static final double FRAMED = 9;

  private static final double NAMES = 44;
  private static final double NAME_GAP = 6;
  private static final double NAME_HEIGHT = 11;
  private static final double NAME_SIZE = 10;

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

  private double cellWidth() {
    return Math.min(side(roomX - NAMES, cells.columns()), MOST_STRETCH * narrowest());
  }

  private double cellHeight() {
    return Math.min(side(roomY, cells.rows()), MOST_STRETCH * narrowest());
  }

  private double narrowest() {
    return Math.min(side(roomX - NAMES, cells.columns()), side(roomY, cells.rows()));
  }

  private static double side(double room, int count) {
    return count == 0 ? 0 : Math.max(SMALLEST, Math.min(LARGEST, Math.floor(room / count)));
  }

  @Override
  protected double computePrefWidth(double height) {
    return NAMES + cells.columns() * cellWidth();
  }

  @Override
  protected double computePrefHeight(double width) {
    return cells.rows() * cellHeight();
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
    int column = (int) Math.floor((x - NAMES) / cellWidth());
    int row = (int) Math.floor(y / cellHeight());
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
    double width = cellWidth();
    double height = cellHeight();
    canvas.setWidth(NAMES + cells.columns() * width);
    canvas.setHeight(cells.rows() * height);
    GraphicsContext pen = canvas.getGraphicsContext2D();
    CanvasPen.wipe(canvas);
    for (int row = 0; row < cells.rows(); row++) {
      for (int column = 0; column < cells.columns(); column++) {
        double value = cells.values()[row][column];
        pen.setFill(Double.isNaN(value) ? Color.TRANSPARENT : scale.color(value));
        pen.fillRect(NAMES + column * width, row * height, width, height);
      }
    }
    parts(pen, width, height);
    names(pen, height);
    for (int row = 0; row < cells.rows(); row++) {
      for (int column = 0; column < cells.columns(); column++) {
        if (cells.marked()[row][column]) {
          mark(pen, NAMES + column * width, row * height, width, height);
        }
      }
    }
    if (chosen.get() != null) {
      cross(pen, width, height, chosen.get());
    }
  }

  private void parts(GraphicsContext pen, double width, double height) {
    pen.setFill(colors().background());
    for (int row = 1; row < cells.rows(); row++) {
      if (!cells.rowGroups().get(row).equals(cells.rowGroups().get(row - 1))) {
        pen.fillRect(NAMES, row * height - 0.5, canvas.getWidth() - NAMES, 1);
      }
    }
    for (int column = 1; column < cells.columns(); column++) {
      if (!cells.columnGroups().get(column).equals(cells.columnGroups().get(column - 1))) {
        pen.fillRect(NAMES + column * width - 0.5, 0, 1, canvas.getHeight());
      }
    }
  }

  private void names(GraphicsContext pen, double height) {
    pen.setFill(colors().text());
    pen.setFont(Font.font(NAME_SIZE));
    pen.setTextAlign(TextAlignment.RIGHT);
    pen.setTextBaseline(VPos.CENTER);
    int from = 0;
    for (int row = 1; row <= cells.rows(); row++) {
      String name = cells.rowGroups().get(from);
      if (row == cells.rows() || !cells.rowGroups().get(row).equals(name)) {
        if ((row - from) * height >= NAME_HEIGHT) {
          double middle = (from + row) * height / 2;
          pen.fillText(name, NAMES - NAME_GAP, middle, NAMES - NAME_GAP);
        }
        from = row;
      }
    }
  }

  /** Black and white together are seen on any colour of the scale. */
  private static void mark(GraphicsContext pen, double x, double y, double width, double height) {
    if (Math.min(width, height) >= FRAMED) {
      frame(pen, Color.BLACK, x + 1, y + 1, width - 2, height - 2, 1);
      frame(pen, Color.WHITE, x + 2, y + 2, width - 4, height - 4, 1);
    } else {
      double across = Math.max(4, width / 2);
      double middle = y + height / 2;
      pen.setFill(Color.BLACK);
      pen.fillRect(x + (width - across) / 2, middle - 2, across, 4);
      pen.setFill(Color.WHITE);
      pen.fillRect(x + (width - across) / 2 + 1, middle - 1, across - 2, 2);
    }
  }

  private static void frame(
      GraphicsContext pen,
      Color color,
      double x,
      double y,
      double width,
      double height,
      double line) {
    pen.setStroke(color);
    pen.setLineWidth(line);
    pen.strokeRect(x + line / 2, y + line / 2, width - line, height - line);
  }

  /** The square, its row and its column. */
  private void cross(GraphicsContext pen, double width, double height, Cell cell) {
    double x = NAMES + cell.column() * width;
    double y = cell.row() * height;
    pen.setStroke(Color.web("#ffffff", 0.75));
    pen.setLineWidth(1);
    pen.strokeRect(NAMES + 0.5, y + 0.5, canvas.getWidth() - NAMES - 1, height - 1);
    pen.strokeRect(x + 0.5, 0.5, width - 1, canvas.getHeight() - 1);
    frame(pen, Color.web("#D55E00"), x - 2, y - 2, width + 4, height + 4, 2);
  }
}
