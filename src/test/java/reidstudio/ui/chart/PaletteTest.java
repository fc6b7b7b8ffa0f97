package reidstudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class PaletteTest {
  /** Relative luminance of WCAG 2.1. */
  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  private static double contrast(Color a, Color b) {
    double one = luminance(a) + 0.05;
    double two = luminance(b) + 0.05;
    return Math.max(one, two) / Math.min(one, two);
  }

  @Test
  void everyColourStandsOutOnLightAndOnDark() {
    for (int i = 0; i < Palette.size(); i++) {
      assertThat(contrast(Palette.color(i), Color.WHITE)).as("%d on light", i).isGreaterThan(3);
      assertThat(contrast(Palette.color(i), Color.web("#0d1117")))
          .as("%d on dark", i)
          .isGreaterThan(3);
    }
  }

  @Test
  void indicesWrapAround() {
    assertThat(Palette.color(Palette.size())).isEqualTo(Palette.color(0));
    assertThat(Palette.color(-1)).isEqualTo(Palette.color(Palette.size() - 1));
  }
}
