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
import reidstudio.store.RunTrace;
import reidstudio.store.XAxis;
import reidstudio.ui.chart.SpanMark;
import reidstudio.ui.chart.Tone;
import reidstudio.ui.common.EngineWords;
import reidstudio.ui.common.HealthReading;
import reidstudio.ui.common.Messages;

/** In which steps, and on which chart, the problems of a run show. */
final class ProblemMarks {
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

  /** The curve that draws {@code key}; if none does, the first one about the same thing. */
  static Optional<Curve> home(MetricKey key, List<Curve> curves) {
    return curves.stream()
        .filter(curve -> curve.closeness(key) > 0)
        .max(
            Comparator.comparingInt((Curve curve) -> curve.closeness(key))
                .thenComparing(Comparator.comparingInt(curves::indexOf).reversed()));
  }

  private SpanMark mark(Finding problem, Span span, RunTrace trace, XAxis axis) {
    double from = StepPlace.of(trace, span.first(), axis);
    return new SpanMark(
        problem.id(),
        from,
        Math.max(from, StepPlace.of(trace, span.last(), axis)),
        problem.severity() == Severity.ERROR ? Tone.BAD : Tone.WARNING,
        messages.get(
            "mark.problem.tip",
            messages.of("severity", problem.severity()),
            words.of(problem.title())));
  }
}
