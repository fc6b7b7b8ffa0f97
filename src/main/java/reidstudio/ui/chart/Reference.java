package reidstudio.ui.chart;

/** Something to compare the series with, drawn behind them with its label at the right end. */
public sealed interface Reference {
  /** Short text, for example "ln C = 4.159". */
  String label();

  /** What it says. */
  Tone tone();

  /** A sentence that says what it is and how it is computed; empty for none. */
  String explanation();

  /**
   * A dashed horizontal line.
   *
   * @param keepVisible whether an automatic y axis must reach it; if not and it lies outside, its
   *     label stays at the edge with an arrow
   */
  record Level(String label, double value, Tone tone, boolean keepVisible, String explanation)
      implements Reference {
    /** One whose label says everything. */
    public Level(String label, double value, Tone tone, boolean keepVisible) {
      this(label, value, tone, keepVisible, "");
    }
  }

  /** A translucent stripe between two values. */
  record Zone(String label, double low, double high, Tone tone, String explanation)
      implements Reference {
    /** One whose label says everything. */
    public Zone(String label, double low, double high, Tone tone) {
      this(label, low, high, tone, "");
    }
  }

  /** A dashed line whose value changes slowly with x. */
  record Expected(String label, TraceSource line, Tone tone, String explanation)
      implements Reference {
    /** One whose label says everything. */
    public Expected(String label, TraceSource line, Tone tone) {
      this(label, line, tone, "");
    }
  }

  /** A translucent stripe whose borders change slowly with x. */
  record ExpectedBand(
      String label, TraceSource lower, TraceSource upper, Tone tone, String explanation)
      implements Reference {
    /** One whose label says everything. */
    public ExpectedBand(String label, TraceSource lower, TraceSource upper, Tone tone) {
      this(label, lower, upper, tone, "");
    }
  }
}
