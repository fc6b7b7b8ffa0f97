package reidstudio.ui.chart;

import java.util.Arrays;
import javafx.scene.paint.Color;

/**
 * Colours of a heat map: cividis, which grows steadily in lightness and looks nearly the same with
 * any colour vision (Nuñez, Anderton and Renslow, 2018).
 *
 * @param low value of the darkest colour
 * @param high value of the lightest one, above {@code low}
 */
public record HeatScale(double low, double high) {
  private static final Color[] STOPS = {
    Color.web("#00224E"),
    Color.web("#123570"),
    Color.web("#3B496C"),
    Color.web("#575D6D"),
    Color.web("#707173"),
    Color.web("#8A8678"),
    Color.web("#A59C74"),
    Color.web("#C3B369"),
    Color.web("#E1CC55"),
    Color.web("#FEE838")
  };

  private static final double STEP = 0.1;

  /** From the smallest to the largest of {@code values}, to the next tenths. */
  public static HeatScale around(double[][] values) {
    double low =
        Arrays.stream(values)
            .flatMapToDouble(Arrays::stream)
            .filter(Double::isFinite)
            .min()
            .orElse(0);
    double high =
        Arrays.stream(values)
            .flatMapToDouble(Arrays::stream)
            .filter(Double::isFinite)
            .max()
            .orElse(1);
    double floor = Math.floor(low / STEP + 1e-9) * STEP;
    double ceiling = Math.ceil(high / STEP - 1e-9) * STEP;
    return new HeatScale(floor, ceiling > floor ? ceiling : floor + STEP);
  }

  /** The colour of a value; that of the nearer end beyond the scale. */
  public Color color(double value) {
    double share = Math.max(0, Math.min(1, (value - low) / (high - low)));
    double place = share * (STOPS.length - 1);
    int at = Math.min(STOPS.length - 2, (int) place);
    return STOPS[at].interpolate(STOPS[at + 1], place - at);
  }

  /** The colour at a place between the ends, 0 to 1. */
  public Color at(double share) {
    return color(low + share * (high - low));
  }
}
