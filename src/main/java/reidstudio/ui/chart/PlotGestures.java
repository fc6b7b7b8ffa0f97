package reidstudio.ui.chart;

import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Mouse on the plot: wheel zooms x, with the control key y; drag pans; shift and drag, or dragging
 * with the right button, zooms to a rectangle; shift and a click pins x; a click on a span's bar
 * opens it; a double click follows all data again.
 */
final class PlotGestures {
  private static final double ZOOM_PER_PIXEL = 0.004;
  private static final double CLICK_SLOP = 4;
  private static final long WHEEL_PAUSE = 500_000_000;

  private final TraceChart chart;
  private final PlotPane plot;
  private final Navigation navigation;
  private final ChartPointer pointer;
  private PlotFrame pressed;
  private double pressX;
  private double pressY;
  private boolean selecting;
  private boolean moved;
  private long lastWheel = Long.MIN_VALUE / 2;

  PlotGestures(TraceChart chart, PlotPane plot, Navigation navigation, ChartPointer pointer) {
    this.chart = chart;
    this.plot = plot;
    this.navigation = navigation;
    this.pointer = pointer;
    plot.setOnScroll(this::scrolled);
    plot.setOnMousePressed(this::pressed);
    plot.setOnMouseDragged(this::dragged);
    plot.setOnMouseReleased(this::released);
    plot.setOnMouseClicked(this::clicked);
    plot.setOnMouseMoved(this::hovered);
    plot.setOnMouseExited(e -> pointer.leave());
  }

  private void scrolled(ScrollEvent event) {
    PlotFrame frame = chart.frame();
    // Shift turns the wheel sideways on some systems.

    double turned = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
    if (frame == null || turned == 0) {
      return;
    }
    boolean continues = System.nanoTime() - lastWheel < WHEEL_PAUSE;
    lastWheel = System.nanoTime();
    double factor = Math.exp(-turned * ZOOM_PER_PIXEL);
    if (event.isShortcutDown()) {
      navigation.zoomY(clampY(frame, event.getY() - frame.top()), factor, continues);
    } else {
      navigation.zoomX(clampX(frame, event.getX() - frame.left()), factor, continues);
    }
    event.consume();
  }

  private void pressed(MouseEvent event) {
    chart.requestFocus();
    pressed = chart.frame();
    if (pressed == null) {
      return;
    }
    pressX = clampX(pressed, event.getX() - pressed.left());
    pressY = clampY(pressed, event.getY() - pressed.top());
    selecting = event.getButton() == MouseButton.SECONDARY || event.isShiftDown();
    moved = false;
    event.consume();
  }

  private void dragged(MouseEvent event) {
    if (pressed == null) {
      return;
    }
    double x = event.getX() - pressed.left();
    double y = event.getY() - pressed.top();
    if (!moved && Math.hypot(x - pressX, y - pressY) < CLICK_SLOP) {
      return;
    }
    if (selecting) {
      plot.cursor().showSelection(selection(x, y));
    } else {
      plot.setCursor(Cursor.CLOSED_HAND);
      navigation.pan(pressed, x - pressX, y - pressY, moved);
    }
    moved = true;
  }

  private void released(MouseEvent event) {
    plot.setCursor(null);
    plot.cursor().hideSelection();
    if (pressed != null && selecting && moved) {
      Rectangle2D area = selection(event.getX() - pressed.left(), event.getY() - pressed.top());
      if (area.getWidth() >= CLICK_SLOP && area.getHeight() >= CLICK_SLOP) {
        navigation.zoomTo(area);
      }
    }
    pressed = null;
  }

  private Rectangle2D selection(double x, double y) {
    double toX = clampX(pressed, x);
    double toY = clampY(pressed, y);
    return new Rectangle2D(
        Math.min(pressX, toX),
        Math.min(pressY, toY),
        Math.abs(toX - pressX),
        Math.abs(toY - pressY));
  }

  private void clicked(MouseEvent event) {
    PlotFrame frame = chart.frame();
    if (event.getButton() != MouseButton.PRIMARY || frame == null || !event.isStillSincePress()) {
      return;
    }
    if (event.isShiftDown()) {
      pointer.pin(clampX(frame, event.getX() - frame.left()));
    } else if (event.getClickCount() == 2) {
      chart.group().resetZoom();
    } else {
      pointer.openSpan(event.getX() - frame.left(), event.getY() - frame.top());
    }
  }

  private void hovered(MouseEvent event) {
    PlotFrame frame = chart.frame();
    if (frame != null) {
      pointer.hover(
          clampX(frame, event.getX() - frame.left()), clampY(frame, event.getY() - frame.top()));
    }
  }

  private static double clampX(PlotFrame frame, double x) {
    return Math.max(0, Math.min(frame.width(), x));
  }

  private static double clampY(PlotFrame frame, double y) {
    return Math.max(0, Math.min(frame.height(), y));
  }
}
