package reidstudio.ui.chart;

import java.util.ArrayList;
import java.util.List;

/** Chooses tick places that people count in: 1, 2, 5 times a power of ten, or round durations. */
final class NiceTicks {
  private static final double[] SECONDS = {
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400
  };
  private static final int[][] LOG_DIGITS = {{1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 5}, {1, 3}, {1}};
  // Rounding in the last bits must not lose a tick that sits on the end of the range.
  private static final double SLACK = 1e-9;

  private NiceTicks() {}

  /** Ticks of a linear axis, at most {@code atMost} of them where that is 2 or more. */
  static Ticks linear(Range range, int atMost) {
    if (range.span() == 0) {
      return new Ticks(List.of(range.low()), Math.max(1, Math.abs(range.low())));
    }
    double rough = range.span() / Math.max(1, atMost - 1);
    int exponent = (int) Math.floor(Math.log10(rough) + SLACK);
    double lead = rough / Math.pow(10, exponent);
    int digit = lead <= 1 + SLACK ? 1 : lead <= 2 + SLACK ? 2 : lead <= 5 + SLACK ? 5 : 10;
    return multiples(range, digit, exponent);
  }

  private static Ticks multiples(Range range, int digit, int exponent) {
    // A power of ten below one is not a binary fraction, but its reciprocal is exact.
    double scale = Math.pow(10, Math.abs(exponent));
    double step = exponent < 0 ? digit / scale : digit * scale;
    List<Double> values = new ArrayList<>();
    for (long k = (long) Math.ceil(range.low() / step - SLACK);
        k <= Math.floor(range.high() / step + SLACK);
        k++) {
      values.add(exponent < 0 ? k * digit / scale : k * digit * scale);
    }
    return new Ticks(values, step);
  }

  /** Ticks of an axis of seconds. */
  static Ticks duration(Range range, int atMost) {
    double rough = range.span() / Math.max(1, atMost - 1);
    if (rough <= 1) {
      return linear(range, atMost);
    }
    for (double step : SECONDS) {
      if (step >= rough) {
        return multiples(range, (int) step, 0);
      }
    }
    return multiples(range, 86_400 * (int) Math.ceil(rough / 86_400), 0);
  }

  /** Ticks of a logarithmic axis; falls back to linear ones where they would be too few. */
  static Ticks log(Range range, int atMost) {
    for (int[] digits : LOG_DIGITS) {
      List<Double> values = logTicks(range, digits, 1);
      if (values.size() <= atMost && values.size() >= 3) {
        return new Ticks(values, values.get(0));
      }
    }
    double decades = Math.log10(range.high() / range.low());
    if (decades < 2) {
      return linear(range, atMost);
    }
    int every = (int) Math.max(1, Math.ceil(decades / Math.max(1, atMost - 1)));
    List<Double> values = logTicks(range, new int[] {1}, every);
    return new Ticks(values, values.isEmpty() ? range.low() : values.get(0));
  }

  private static List<Double> logTicks(Range range, int[] digits, int everyDecade) {
    List<Double> values = new ArrayList<>();
    int first = (int) Math.floor(Math.log10(range.low()));
    int last = (int) Math.floor(Math.log10(range.high()) + SLACK);
    for (int exponent = first; exponent <= last; exponent++) {
      if (Math.floorMod(exponent, everyDecade) != 0) {
        continue;
      }
      double scale = Math.pow(10, Math.abs(exponent));
      for (int digit : digits) {
        double value = exponent < 0 ? digit / scale : digit * scale;
        if (value >= range.low() * (1 - SLACK) && value <= range.high() * (1 + SLACK)) {
          values.add(value);
        }
      }
    }
    return values;
  }
}
