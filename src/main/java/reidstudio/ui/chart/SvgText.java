package reidstudio.ui.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import javafx.scene.paint.Color;

/** The text of a vector picture while it grows: elements with attributes, everything escaped. */
final class SvgText {
  private final StringBuilder out = new StringBuilder();

  SvgText begin(String element) {
    out.append('<').append(element);
    return this;
  }

  SvgText attribute(String name, String value) {
    out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
    return this;
  }

  SvgText attribute(String name, double value) {
    return attribute(name, numbers(value));
  }

  /** A colour, and beside it its opacity, which many programs do not understand within it. */
  SvgText color(String name, Color color, double alpha) {
    attribute(
        name,
        String.format(
            Locale.ROOT,
            "#%02x%02x%02x",
            Math.round(color.getRed() * 255),
            Math.round(color.getGreen() * 255),
            Math.round(color.getBlue() * 255)));
    double opacity = color.getOpacity() * alpha;
    return opacity < 1 ? attribute(name + "-opacity", opacity) : this;
  }

  /** Ends an element without content. */
  void end() {
    out.append("/>\n");
  }

  /** Ends a text. */
  void end(String text) {
    out.append('>').append(escaped(text)).append("</text>\n");
  }

  /** Begins an element with others inside. */
  void open(String element, String attribute, String value) {
    begin(element).attribute(attribute, value);
    out.append(">\n");
  }

  void close(String element) {
    out.append("</").append(element).append(">\n");
  }

  SvgText raw(String markup) {
    out.append(markup);
    return this;
  }

  /** Hundredths of a pixel are finer than any screen. */
  static String numbers(double... values) {
    return DoubleStream.of(values)
        .mapToObj(
            value ->
                BigDecimal.valueOf(Double.isFinite(value) ? value : 0)
                    .setScale(2, RoundingMode.HALF_EVEN)
                    .stripTrailingZeros()
                    .toPlainString())
        .collect(Collectors.joining(" "));
  }

  /** Characters that XML forbids even escaped are left out. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .filter(c -> c >= ' ' && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF))
        .forEach(
            c -> {
              switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
