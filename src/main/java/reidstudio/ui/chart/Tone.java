package reidstudio.ui.chart;

import javafx.scene.paint.Color;

/** What a reference or mark says; the theme chooses its colour. */
public enum Tone {
  /** A fact to compare with. */
  NEUTRAL,
  /** Where values should be. */
  GOOD,
  /** Worth a look. */
  WARNING,
  /** A fault. */
  BAD;

  Color in(ChartColors colors) {
    return switch (this) {
      case NEUTRAL -> colors.text();
      case GOOD -> colors.success();
      case WARNING -> colors.warning();
      case BAD -> colors.danger();
    };
  }
}
