package reidstudio.ui.curves;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.Severity;
import reidstudio.event.Span;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent.HealthChanged;
import reidstudio.store.RunTrace;
import reidstudio.store.XAxis;
import reidstudio.ui.chart.SpanMark;
import reidstudio.ui.chart.Tone;
import reidstudio.ui.common.EngineWords;
import reidstudio.ui.common.HealthReading;
import reidstudio.ui.common.Messages;

/** In which steps, and on which chart, the problems of a run show. */
final class ProblemMarks {
  /**
   * Cross-entropy is what a total is mostly made of and is shown from the beginning; the other two
   * compare the same features as SDM does, before the neck.
   */
  private static final Map<MetricKey, MetricKey> RELATIVES =
      Map.of(
          MetricKey.TOTAL_LOSS, MetricKey.CE_LOSS,
          MetricKey.ITC_LOSS, MetricKey.SDM_LOSS,
          MetricKey.TRIPLET_LOSS, MetricKey.SDM_LOSS);

  private final Messages messages;
  private final EngineWords words;

  ProblemMarks(Messages messages, EngineWords words) {
    this.messages = messages;
    this.words = words;
  }

  /** The spans of the problems that {@code trace} has now, by the curve of {@code curves}. */
  Map<Curve, List<SpanMark>> of(RunTrace trace, XAxis axis, List<Curve> curves) {
    Map<Curve, List<SpanMark>> marks = new LinkedHashMap<>();
    curves.forEach(curve -> marks.put(curve, new ArrayList<>()));
    for (Finding problem : HealthReading.of(trace).problems()) {
      problem
          .span()
          .ifPresent(
              span ->
                  home(span.key(), curves)
                      .ifPresent(curve -> marks.get(curve).add(mark(problem, span, trace, axis))));
    }
    return marks;
  }

  /**
   * The curve that draws {@code key}; if none does, the first one about the same thing, and for a
   * loss whose chart is not shown, the one of the loss that it belongs to.
   */
  static Optional<Curve> home(MetricKey key, List<Curve> curves) {
    return closest(key, curves)
        .or(() -> Optional.ofNullable(RELATIVES.get(key)).flatMap(other -> closest(other, curves)));
  }

  private static Optional<Curve> closest(MetricKey key, List<Curve> curves) {
    return curves.stream()
        .filter(curve -> curve.closeness(key) > 0)
        .max(
            Comparator.comparingInt((Curve curve) -> curve.closeness(key))
                .thenComparing(Comparator.comparingInt(curves::indexOf).reversed()));
  }

  /** The problems whose steps cover {@code step}, the most important first. */
  static List<Finding> at(RunTrace trace, long step) {
    return HealthReading.of(trace).problems().stream()
        .filter(
            problem ->
                problem
                    .span()
                    .filter(span -> span.first() <= step && step <= last(span, trace))
                    .isPresent())
        .toList();
  }

  /** A problem that reached the step at which it was told lasts until something else is told. */
  private static long last(Span span, RunTrace trace) {
    List<HealthChanged> changes = trace.healthChanges();
    long told = changes.isEmpty() ? Long.MAX_VALUE : changes.get(changes.size() - 1).step();
    long now = trace.lastStep().map(StepMetrics::step).orElse(0L);
    return span.last() >= told ? Math.max(span.last(), now) : span.last();
  }

  private SpanMark mark(Finding problem, Span span, RunTrace trace, XAxis axis) {
    double from = StepPlace.of(trace, span.first(), axis);
    return new SpanMark(
        problem.id(),
        from,
        Math.max(from, StepPlace.of(trace, last(span, trace), axis)),
        problem.severity() == Severity.ERROR ? Tone.BAD : Tone.WARNING,
        messages.get(
            "mark.problem.tip",
            messages.of("severity", problem.severity()),
            words.of(problem.title())));
  }
}
