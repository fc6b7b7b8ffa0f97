package reidstudio.ui.chart;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Measures single lines of text in one font. */
final class TextMeasure {
  private final Text text = new Text();

  TextMeasure(Font font) {
    text.setFont(font);
  }

  Font font() {
    return text.getFont();
  }

  double width(String line) {
    text.setText(line);
    return text.getLayoutBounds().getWidth();
  }

  double height() {
    return Math.ceil(text.getFont().getSize() * 1.35);
  }
}
