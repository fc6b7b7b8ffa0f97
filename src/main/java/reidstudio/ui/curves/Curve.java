package reidstudio.ui.curves;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import reidstudio.event.MetricKey;
import reidstudio.store.RunTrace;
import reidstudio.ui.common.Messages;

/**
 * What a chart draws.
 *
 * @param key unlike that of every other chart; without a name it stands for its texts, {@code
 *     curve.KEY}
 * @param name what a log calls it; empty for what this program knows
 * @param lines its series
 * @param factor what values are multiplied with
 * @param top the y axis always reaches from 0 to here
 * @param measures what the series are compared with
 */
record Curve(
    String key,
    Optional<String> name,
    List<Line> lines,
    double factor,
    double top,
    Measures measures) {
  private static final double PERCENT = 100;
  private static final List<Curve> FURTHER =
      Stream.of(losses(), learning(), machine()).flatMap(List::stream).toList();

  private static final Set<MetricKey> KNOWN = known();

  /** Begins the names of what only a log has. */
  private static final String OF_A_LOG = "log.";

  Curve(String key, List<Line> lines, double factor, double top, Measures measures) {
    this(key, Optional.empty(), lines, factor, top, measures);
  }

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

  /** A chart for each quantity of {@code trace} that no other shows; null for no run. */
  static List<Curve> others(RunTrace trace) {
    return trace == null
        ? List.of()
        : trace.keys().stream().filter(key -> !KNOWN.contains(key)).map(Curve::other).toList();
  }

  private static Curve other(MetricKey key) {
    String name =
        key.name().startsWith(OF_A_LOG) ? key.name().substring(OF_A_LOG.length()) : key.name();
    List<Line> lines = List.of(Line.rare(key, "other"));
    return new Curve(key.name(), Optional.of(name), lines, 1, 0, Measures.NONE);
  }

  private static Set<MetricKey> known() {
    return Stream.concat(Stream.of(ce(), sdm(), rows(), pairable(), norms()), FURTHER.stream())
        .flatMap(Curve::keys)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Of what it draws, and of what that is compared with. */
  private Stream<MetricKey> keys() {
    return Stream.concat(
        lines.stream()
            .flatMap(line -> Stream.concat(Stream.of(line.metric()), line.whole().stream())),
        measures.keys().stream());
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
    if (keys().anyMatch(key::equals)) {
      return 2;
    }
    return name.isEmpty() && stem(lines.get(0).metric()).equals(stem(key)) ? 1 : 0;
  }

  private static String stem(MetricKey key) {
    return key.name().substring(0, Math.max(0, key.name().indexOf('.')));
  }

  /** Begins the keys of its texts. */
  String texts() {
    return "curve." + (name.isPresent() ? "other" : key);
  }

  /** Its title, following the language. */
  ObservableValue<String> title(Messages messages) {
    return messages.text(texts(), name.stream().toArray());
  }

  /** What the legend calls {@code line}. */
  String lineName(Line line, Messages messages) {
    return name.orElseGet(() -> messages.get("line." + line.key()));
  }

  /**
   * Whether {@code trace} has something for it, or may get it; null for no run. A log without
   * settings was written by another program, which will not come to measure what ours does.
   */
  boolean isIn(RunTrace trace) {
    boolean foreign = trace != null && trace.config().isEmpty() && trace.lastStep().isPresent();
    return lines.stream()
        .anyMatch(
            foreign ? line -> !trace.series(line.metric()).isEmpty() : line -> line.isIn(trace));
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
