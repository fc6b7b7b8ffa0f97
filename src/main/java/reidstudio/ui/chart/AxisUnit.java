package reidstudio.ui.chart;

/** What the numbers of an axis stand for: chooses tick distances and the way they are written. */
public enum AxisUnit {
  /** Plain numbers: 1.5k, 0.0035, 1e-5. */
  NUMBER {
    @Override
    Ticks ticks(Range range, int atMost) {
      return NiceTicks.linear(range, atMost);
    }

    @Override
    String format(double value, double step) {
      return TidyNumber.tick(value, step);
    }
  },
  /** Seconds, written as a duration: 0:05, 12:30, 3:20:00. */
  DURATION {
    @Override
    Ticks ticks(Range range, int atMost) {
      return NiceTicks.duration(range, atMost);
    }

    @Override
    String format(double value, double step) {
      return TidyDuration.of(value, step);
    }
  };

  abstract Ticks ticks(Range range, int atMost);

  /** Writes a single place: steps in full, a place within an epoch precisely enough to tell it. */
  final String place(double value) {
    return this == NUMBER ? TidyNumber.place(value) : TidyDuration.of(value, 1);
  }

  /** Writes {@code value} precisely enough to tell it from {@code value + step}. */
  abstract String format(double value, double step);
}
