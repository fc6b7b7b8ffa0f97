package reidstudio.ui.chart;

/** How values spread over an axis. */
public enum AxisScale {
  /** Equal distances for equal differences. */
  LINEAR {
    @Override
    double forward(double value) {
      return value;
    }

    @Override
    double inverse(double position) {
      return position;
    }
  },
  /** Equal distances for equal ratios; zero and negative values lie infinitely far down. */
  LOG {
    @Override
    double forward(double value) {
      return value > 0 ? Math.log10(value) : Double.NEGATIVE_INFINITY;
    }

    @Override
    double inverse(double position) {
      return Math.pow(10, position);
    }
  };

  abstract double forward(double value);

  abstract double inverse(double position);
}
