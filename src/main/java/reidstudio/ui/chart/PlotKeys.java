package reidstudio.ui.chart;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Keys of a focused chart: left and right move the cursor by one point, plus and minus zoom around
 * it, Backspace undoes a zoom, Home follows all data, Escape takes the cursor away, Enter opens the
 * span under it, P pins its x, F or F11 fills the screen, the menu key or Shift and F10 opens the
 * menu.
 */
final class PlotKeys {
  private static final double STEP = 1.5;

  private final TraceChart chart;
  private final Navigation navigation;
  private final ChartPointer pointer;

  PlotKeys(TraceChart chart, Navigation navigation, ChartPointer pointer) {
    this.chart = chart;
    this.navigation = navigation;
    this.pointer = pointer;
    chart.setOnKeyPressed(this::pressed);
  }

  private void pressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    KeyCode code = event.getCode();
    if (code == KeyCode.F || code == KeyCode.F11) {
      chart.fillScreen();
      event.consume();
    } else if (code == KeyCode.CONTEXT_MENU || (code == KeyCode.F10 && event.isShiftDown())) {
      chart.openMenu();
      event.consume();
    } else if (chart.frame() != null) {
      read(event);
    }
  }

  /** What needs data to do something. */
  private void read(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> pointer.move(-1);
      case RIGHT -> pointer.move(1);
      case PLUS, ADD, EQUALS -> navigation.zoomX(centre(), 1 / STEP, false);
      case MINUS, SUBTRACT -> navigation.zoomX(centre(), STEP, false);
      case BACK_SPACE -> chart.group().undoZoom();
      case HOME -> chart.group().resetZoom();
      case P -> pointer.pinCursor();
      case ENTER -> pointer.openSpan();
      case ESCAPE -> pointer.leave();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private double centre() {
    PlotFrame frame = chart.frame();
    double cursor = chart.group().cursorProperty().get();
    double pixel = Double.isNaN(cursor) ? -1 : frame.x().toPixel(cursor);
    return frame.containsX(pixel) ? pixel : frame.width() / 2;
  }
}
