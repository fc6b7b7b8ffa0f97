package reidstudio.ui.chart;

import java.util.Optional;
import javafx.scene.Cursor;

/** What mouse and keys do to the content of one chart: cursor, pin, tips and spans. */
final class ChartPointer {
  private final TraceChart chart;
  private final ChartTexts texts;
  private final PlotPane plot;
  private final TraceDrawing drawing;

  ChartPointer(TraceChart chart, ChartTexts texts, PlotPane plot, TraceDrawing drawing) {
    this.chart = chart;
    this.texts = texts;
    this.plot = plot;
    this.drawing = drawing;
  }

  /** Puts the cursor on the point of any series nearest to a pixel of the plot. */
  void hover(double x, double y) {
    chart.group().cursorProperty().set(drawing.nearestX(x));
    drawing.showTip(texts, x, y);
    boolean opens = chart.spanActionProperty().get() != null && drawing.spanAt(x, y).isPresent();
    plot.setCursor(opens ? Cursor.HAND : null);
  }

  /** Takes the cursor away. */
  void leave() {
    chart.group().cursorProperty().set(Double.NaN);
    plot.cursor().hideTip();
  }

  /** Moves the cursor to the x before (-1) or after (1) it. */
  void move(int direction) {
    double x = drawing.neighbourX(chart.group().cursorProperty().get(), direction);
    chart.group().cursorProperty().set(x);
  }

  /** Pins the x of the point nearest to a pixel of the plot, or lets go of it if it was pinned. */
  void pin(double pixel) {
    chart.group().togglePin(drawing.nearestX(pixel));
  }

  /** Pins the cursor's x; lets go of the pin where it is already, or where there is no cursor. */
  void pinCursor() {
    chart.group().togglePin(chart.group().cursorProperty().get());
  }

  /** Does what a span is for, if its bar lies under a pixel of the plot. */
  void openSpan(double x, double y) {
    open(drawing.spanAt(x, y));
  }

  /** Does what the span under the cursor is for, or the first one without a cursor. */
  void openSpan() {
    open(drawing.spanOver(chart.group().cursorProperty().get()));
  }

  private void open(Optional<SpanMark> span) {
    Optional.ofNullable(chart.spanActionProperty().get()).ifPresent(span::ifPresent);
  }
}
