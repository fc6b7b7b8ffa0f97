package reidstudio.ui.chart;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/** One series in the legend: its colour, its name, and its value at the cursor or at the end. */
final class LegendEntry extends HBox {
  private static final PseudoClass FAULT = PseudoClass.getPseudoClass("fault");

  private static final int RAW_DIGITS = 6;
  private static final int SMOOTHED_DIGITS = 4;

  private final ChartTexts texts;
  private final Label value = new Label();
  private final Label smoothed = new Label();
  private final Label pinned = new Label();
  private final Label nonFinite = new Label();

  LegendEntry(ChartTexts texts, String name, Color color) {
    this.texts = texts;
    getStyleClass().add("trace-legend-entry");
    setAlignment(Pos.CENTER_LEFT);
    Rectangle swatch = new Rectangle(12, 4, color);
    swatch.setArcWidth(4);
    swatch.setArcHeight(4);
    Label title = new Label(name);
    title.getStyleClass().add("trace-legend-name");
    value.getStyleClass().add("trace-legend-value");
    smoothed.getStyleClass().add("trace-legend-smoothed");
    nonFinite.getStyleClass().add("trace-legend-fault");
    pinned.getStyleClass().add("trace-legend-pinned");
    getChildren().addAll(swatch, title, value, smoothed, pinned, nonFinite);
    for (Label sometimes : List.of(pinned, nonFinite)) {
      sometimes.setManaged(false);
      sometimes.setVisible(false);
    }
  }

  /**
   * Shows {@code reading}.
   *
   * @param atPin the reading to compare it with
   */
  void show(Reading reading, Optional<Reading> atPin, boolean withSmoothed, int nonFiniteCount) {
    String part = TidyNumber.value(reading.value(), RAW_DIGITS);
    set(
        value,
        Double.isNaN(reading.whole())
            ? part
            : texts.ofWhole(part, TidyNumber.value(reading.whole(), RAW_DIGITS)));
    value.pseudoClassStateChanged(FAULT, !Double.isFinite(reading.value()));
    boolean hasSmoothed = withSmoothed && Double.isFinite(reading.smoothed());
    set(
        smoothed,
        hasSmoothed ? texts.smoothed(TidyNumber.value(reading.smoothed(), SMOOTHED_DIGITS)) : "");
    set(pinned, atPin.map(then -> compared(reading, then)).orElse(""));
    set(nonFinite, nonFiniteCount > 0 ? texts.nonFinite(nonFiniteCount) : "");
  }

  private String compared(Reading now, Reading then) {
    double difference = now.value() - then.value();
    String sign = difference > 0 ? "+" : "";
    return texts.pinned(
        TidyNumber.value(then.value(), RAW_DIGITS),
        sign + TidyNumber.value(difference, SMOOTHED_DIGITS));
  }

  /** Labels only grow, so that the legend does not dance with the digits. */
  private static void set(Label label, String text) {
    if (text.equals(label.getText())) {
      return;
    }
    label.setText(text);
    label.setManaged(!text.isEmpty());
    label.setVisible(!text.isEmpty());
    label.setMinWidth(
        text.isEmpty() ? 0 : Math.max(label.getMinWidth(), Math.ceil(label.prefWidth(-1))));
  }
}
