package reidstudio.ui.chart;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;

/**
 * Points in a plane, both axes in one scale. The point under the mouse is named; the keys ← and →
 * go from point to point, from left to right.
 */
public final class ScatterPlot extends ThemedRegion {
  /** Of points that only stand behind. */
  static final Color GREY = Color.web("#808080", 0.35);

  private static final int NONE = -1;
  private static final double RADIUS = 4;
  private static final double FAINT_RADIUS = 2.5;
  private static final double OPACITY = 0.8;
  private static final double MARGIN = 18;
  private static final double REACH = 14;
  private static final double TIP_GAP = 12;
  private static final double TIP_WIDTH = 320;

  private final Canvas canvas = new Canvas();
  private final Label tip = new Label();
  private final ReadOnlyIntegerWrapper hovered = new ReadOnlyIntegerWrapper(NONE);
  private ScatterPoints points = ScatterPoints.none();
  private IntFunction<String> names = Integer::toString;
  private int[] fromLeft = {};
  private double scale;
  private double centreX;
  private double centreY;

  /** An empty plot. */
  public ScatterPlot() {
    getStyleClass().add("scatter-plot");
    canvas.setManaged(false);
    tip.setManaged(false);
    tip.setWrapText(true);
    tip.setVisible(false);
    tip.setMouseTransparent(true);
    tip.getStyleClass().add("trace-mark-tip");
    getChildren().addAll(canvas, tip);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(event.getX(), event.getY()));
    addEventHandler(MouseEvent.MOUSE_EXITED, event -> choose(NONE));
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /**
   * Shows other points.
   *
   * @param nameOf what a point of an index is
   */
  public void show(ScatterPoints shown, IntFunction<String> nameOf) {
    points = shown;
    names = nameOf;
    fromLeft =
        IntStream.range(0, shown.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> shown.x()[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    choose(NONE);
    requestLayout();
  }

  /** Index of the point that is named; -1 if none is. */
  public ReadOnlyIntegerProperty hoveredProperty() {
    return hovered.getReadOnlyProperty();
  }

  private void pressed(KeyEvent event) {
    int step =
        switch (event.getCode()) {
          case LEFT -> -1;
          case RIGHT -> 1;
          default -> 0;
        };
    if (step != 0 && fromLeft.length > 0) {
      int now = IntStream.range(0, fromLeft.length).filter(this::isHovered).findFirst().orElse(-1);
      int next = now < 0 ? (step > 0 ? 0 : fromLeft.length - 1) : now + step;
      choose(fromLeft[Math.floorMod(next, fromLeft.length)]);
      event.consume();
    }
  }

  private boolean isHovered(int place) {
    return fromLeft[place] == hovered.get();
  }

  private void hover(double x, double y) {
    int nearest = NONE;
    double best = REACH * REACH;
    for (int i = 0; i < points.size(); i++) {
      double dx = pixelX(i) - x;
      double dy = pixelY(i) - y;
      double distance = dx * dx + dy * dy;
      // of points in one place the one in front
      if (distance < best || (distance == best && points.colors()[i] != ScatterPoints.FAINT)) {
        best = distance;
        nearest = i;
      }
    }
    choose(nearest);
  }

  private void choose(int point) {
    if (hovered.get() != point) {
      hovered.set(point);
      requestLayout();
    }
    setAccessibleHelp(point == NONE ? null : names.apply(point));
  }

  @Override
  void themeChanged() {
    requestLayout();
  }

  @Override
  public String getUserAgentStylesheet() {
    return Objects.requireNonNull(ScatterPlot.class.getResource("chart.css")).toExternalForm();
  }

  @Override
  protected void layoutChildren() {
    double left = snappedLeftInset();
    double top = snappedTopInset();
    double width = Math.max(0, getWidth() - left - snappedRightInset());
    double height = Math.max(0, getHeight() - top - snappedBottomInset());
    canvas.relocate(left, top);
    canvas.setWidth(width);
    canvas.setHeight(height);
    fit(width, height);
    draw();
    showTip();
  }

  /** The scale with which all points fit, the same in both directions. */
  private void fit(double width, double height) {
    double minX = Arrays.stream(points.x()).min().orElse(0);
    double maxX = Arrays.stream(points.x()).max().orElse(0);
    double minY = Arrays.stream(points.y()).min().orElse(0);
    double maxY = Arrays.stream(points.y()).max().orElse(0);
    centreX = (minX + maxX) / 2;
    centreY = (minY + maxY) / 2;
    double across = (width - 2 * MARGIN) / (maxX - minX);
    double up = (height - 2 * MARGIN) / (maxY - minY);
    double both = Math.min(across, up);
    scale = Double.isFinite(both) ? Math.max(0, both) : 1;
  }

  private double pixelX(int point) {
    return snappedLeftInset() + canvas.getWidth() / 2 + (points.x()[point] - centreX) * scale;
  }

  private double pixelY(int point) {
    return snappedTopInset() + canvas.getHeight() / 2 - (points.y()[point] - centreY) * scale;
  }

  private void draw() {
    GraphicsContext pen = canvas.getGraphicsContext2D();
    CanvasPen.wipe(canvas);
    drawAll(pen, true);
    drawAll(pen, false);
    if (hovered.get() != NONE) {
      double x = pixelX(hovered.get()) - canvas.getLayoutX();
      double y = pixelY(hovered.get()) - canvas.getLayoutY();
      pen.setStroke(colors().text());
      pen.setLineWidth(2);
      pen.strokeOval(x - 2 * RADIUS, y - 2 * RADIUS, 4 * RADIUS, 4 * RADIUS);
    }
  }

  private void drawAll(GraphicsContext pen, boolean faint) {
    for (int i = 0; i < points.size(); i++) {
      int color = points.colors()[i];
      if ((color == ScatterPoints.FAINT) == faint) {
        pen.setFill(faint ? GREY : Palette.color(color).deriveColor(0, 1, 1, OPACITY));
        PointShape.of(points.shapes()[i])
            .fill(
                pen,
                pixelX(i) - canvas.getLayoutX(),
                pixelY(i) - canvas.getLayoutY(),
                faint ? FAINT_RADIUS : RADIUS);
      }
    }
  }

  /** Beside its point, on the side with more room. */
  private void showTip() {
    int point = hovered.get();
    tip.setVisible(point != NONE);
    if (point == NONE) {
      return;
    }
    tip.setText(names.apply(point));
    double width = Math.min(TIP_WIDTH, tip.prefWidth(-1));
    tip.resize(width, tip.prefHeight(width));
    double x = pixelX(point) + TIP_GAP;
    double y = pixelY(point) - tip.getHeight() - TIP_GAP / 2;
    if (x + tip.getWidth() > getWidth()) {
      x = pixelX(point) - tip.getWidth() - TIP_GAP;
    }
    tip.relocate(Math.max(0, x), Math.max(0, y));
  }
}
