package reidstudio.ui.curves;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import reidstudio.event.MetricKey;
import reidstudio.store.RunTrace;

/**
 * What a chart draws.
 *
 * @param key names its texts {@code curve.KEY}
 * @param lines its series
 * @param factor what values are multiplied with
 * @param top the y axis always reaches from 0 to here
 * @param measures what the series are compared with
 */
record Curve(String key, List<Line> lines, double factor, double top, Measures measures) {
  private static final double PERCENT = 100;
  private static final List<Curve> FURTHER =
      Stream.of(losses(), learning(), machine()).flatMap(List::stream).toList();

  /**
   * One series.
   *
   * @param metric what is drawn
   * @param key names it in the legend, {@code line.KEY}
   * @param whole what it is a part of; empty if it stands for itself
   * @param rare whether most runs have no such quantity, and then no such line
   */
  record Line(MetricKey metric, String key, Optional<MetricKey> whole, boolean rare) {
    Line(MetricKey metric, String key) {
      this(metric, key, Optional.empty());
    }

    Line(MetricKey metric, String key, Optional<MetricKey> whole) {
      this(metric, key, whole, false);
    }

    /** One that only a run has which measures it. */
    static Line rare(MetricKey metric, String key) {
      return new Line(metric, key, Optional.empty(), true);
    }

    boolean isIn(RunTrace trace) {
      return !rare || (trace != null && !trace.series(metric).isEmpty());
    }
  }

  static Curve ce() {
    return new Curve(
        "ce", List.of(new Line(MetricKey.CE_LOSS, "ce")), 1, 0, Measures.CROSS_ENTROPY);
  }

  static Curve sdm() {
    return new Curve("sdm", List.of(new Line(MetricKey.SDM_LOSS, "sdm")), 1, 0, Measures.SDM);
  }

  static Curve rows() {
    return new Curve(
        "rows",
        List.of(
            new Line(MetricKey.SDM_VALID_ROWS, "rows.query", Optional.of(MetricKey.SDM_ROWS)),
            new Line(
                MetricKey.SDM_VALID_GALLERY_ROWS,
                "rows.gallery",
                Optional.of(MetricKey.SDM_GALLERY_ROWS))),
        1,
        0,
        Measures.NONE);
  }

  static Curve pairable() {
    return new Curve(
        "pairable",
        List.of(
            new Line(MetricKey.PAIRABLE_RATIO, "pairable"),
            Line.rare(MetricKey.MASKED_SHARE, "masked")),
        PERCENT,
        PERCENT,
        Measures.PAIRABLE);
  }

  static Curve norms() {
    return new Curve(
        "norms",
        List.of(
            new Line(MetricKey.NORM_BEFORE_BN, "norm.before"),
            new Line(MetricKey.NORM_AFTER_BN, "norm.after"),
            new Line(MetricKey.NORM_FUSED, "norm.fused")),
        1,
        0,
        Measures.NORMS);
  }

  /** The charts that are one click away: what is learnt, what from, how, and on what machine. */
  static List<Curve> further() {
    return FURTHER;
  }

  private static List<Curve> losses() {
    return List.of(
        further("total", 1, Line.rare(MetricKey.TOTAL_LOSS, "total")),
        further("accuracy", PERCENT, new Line(MetricKey.CE_ACCURACY, "accuracy")),
        further("itc", 1, Line.rare(MetricKey.ITC_LOSS, "itc")),
        further(
            "itc-pairs",
            1,
            Line.rare(MetricKey.ITC_PAIRS, "itc.pairs"),
            Line.rare(MetricKey.ITC_UNPAIRED_ROWS, "itc.unpaired")),
        further("triplet", 1, Line.rare(MetricKey.TRIPLET_LOSS, "triplet")),
        further(
            "anchors",
            1,
            new Line(
                MetricKey.TRIPLET_ANCHORS_WITH_POSITIVE,
                "anchors",
                Optional.of(MetricKey.TRIPLET_ANCHORS),
                true)),
        further("positives", 1, Line.rare(MetricKey.SDM_POSITIVES_PER_ROW, "positives")),
        further("penalty", 1, Line.rare(MetricKey.NORM_PENALTY, "penalty")));
  }

  private static List<Curve> learning() {
    return List.of(
        further(
            "weights",
            1,
            Line.rare(MetricKey.CE_WEIGHT, "ce"),
            Line.rare(MetricKey.SDM_WEIGHT, "sdm"),
            Line.rare(MetricKey.ITC_WEIGHT, "itc"),
            Line.rare(MetricKey.TRIPLET_WEIGHT, "triplet"),
            Line.rare(MetricKey.NORM_WEIGHT, "penalty")),
        further("sdm-temperature", 1, Line.rare(MetricKey.SDM_TEMPERATURE, "sdm-temperature")),
        further(
            "rates",
            1,
            new Line(MetricKey.RATE_ENCODER, "rate.encoder"),
            new Line(MetricKey.RATE_HEAD, "rate.head")),
        further("gradient", 1, new Line(MetricKey.GRADIENT_NORM, "gradient")),
        further("head", 1, Line.rare(MetricKey.NORM_HEAD, "head")),
        further("rank", 1, Line.rare(MetricKey.FEATURE_RANK, "rank")));
  }

  private static List<Curve> machine() {
    return List.of(
        further("throughput", 1, new Line(MetricKey.THROUGHPUT, "throughput")),
        further("wait", PERCENT, new Line(MetricKey.DATA_WAIT, "wait")),
        further(
            "processor",
            PERCENT,
            new Line(MetricKey.PROCESSOR_OWN, "processor.own"),
            new Line(MetricKey.PROCESSOR_ALL, "processor.all"),
            Line.rare(MetricKey.CARD_USE, "card.use")),
        further(
            "memory",
            1,
            new Line(MetricKey.MEMORY, "memory"),
            Line.rare(MetricKey.CARD_MEMORY, "card.memory")),
        further("temperature", 1, Line.rare(MetricKey.CARD_TEMPERATURE, "card.temperature")));
  }

  private static Curve further(String key, double factor, Line... lines) {
    return new Curve(key, List.of(lines), factor, 0, Measures.NONE);
  }

  /**
   * 2 if a line draws {@code key} or is compared with it, 1 if the first is about the same, else 0.
   */
  int closeness(MetricKey key) {
    boolean drawn =
        lines.stream()
            .anyMatch(
                line -> line.metric().equals(key) || line.whole().stream().anyMatch(key::equals));
    if (drawn || measures.keys().contains(key)) {
      return 2;
    }
    return stem(lines.get(0).metric()).equals(stem(key)) ? 1 : 0;
  }

  private static String stem(MetricKey key) {
    return key.name().substring(0, Math.max(0, key.name().indexOf('.')));
  }

  /** Whether {@code trace} has something for it, or may get it; null for no run. */
  boolean isIn(RunTrace trace) {
    return lines.stream().anyMatch(line -> line.isIn(trace));
  }

  /** Whether it is one of the losses, which a logarithmic axis suits. */
  boolean isLoss() {
    return lines.get(0).metric().name().endsWith(".loss");
  }

  /** Whether the chart stays empty when SDM is switched off. */
  boolean needsSdm() {
    return this.measures == Measures.SDM;
  }
}
