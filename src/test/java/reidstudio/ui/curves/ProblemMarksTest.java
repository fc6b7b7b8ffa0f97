package reidstudio.ui.curves;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reidstudio.event.Certainty;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.Severity;
import reidstudio.event.Span;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent;
import reidstudio.store.RunTrace;
import reidstudio.store.XAxis;
import reidstudio.ui.chart.SpanMark;
import reidstudio.ui.chart.Tone;
import reidstudio.ui.common.EngineWords;
import reidstudio.ui.common.Language;
import reidstudio.ui.common.Messages;

class ProblemMarksTest {
  private static final List<Curve> FIRST =
      List.of(Curve.ce(), Curve.sdm(), Curve.rows(), Curve.pairable(), Curve.norms());

  private final RunTrace trace = new RunTrace("run", Optional.empty(), Optional.empty());
  private final Messages messages = new Messages(Language.ENGLISH);
  private final ProblemMarks marks = new ProblemMarks(messages, new EngineWords(messages));

  private static Finding finding(String id, Severity severity, MetricKey key, long to) {
    return new Finding(
        id,
        severity,
        Certainty.LIKELY,
        "It is " + id + ".",
        List.of(),
        List.of(),
        Optional.of(new Span(key, 3, to)),
        "",
        Optional.empty());
  }

  /** Two seconds for each step. */
  private void tenSteps() {
    for (int step = 1; step <= 10; step++) {
      trace.apply(
          new TrainingEvent.StepCompleted(
              "run",
              step,
              new StepMetrics(
                  step, 1, step, 2.0 * step, Map.of(MetricKey.TOTAL_LOSS, 1.0), Optional.empty())));
    }
  }

  @Test
  void theChartOfAQuantityIsTheOneThatDrawsItElseOneAboutTheSame() {
    assertThat(ProblemMarks.home(MetricKey.SDM_VALID_ROWS, FIRST)).hasValue(Curve.rows());
    assertThat(ProblemMarks.home(MetricKey.SDM_ROWS, FIRST)).hasValue(Curve.rows());
    assertThat(ProblemMarks.home(MetricKey.SDM_TEMPERATURE, FIRST)).hasValue(Curve.sdm());
    assertThat(ProblemMarks.home(MetricKey.CE_ACCURACY, FIRST)).hasValue(Curve.ce());
    assertThat(ProblemMarks.home(MetricKey.NORM_HEAD, FIRST)).hasValue(Curve.norms());
    assertThat(ProblemMarks.home(MetricKey.PAIRABLE_RATIO, FIRST)).hasValue(Curve.pairable());
    assertThat(ProblemMarks.home(MetricKey.GRADIENT_NORM, FIRST)).isEmpty();
    assertThat(ProblemMarks.home(MetricKey.TOTAL_LOSS, FIRST)).hasValue(Curve.ce());
    assertThat(ProblemMarks.home(MetricKey.ITC_LOSS, FIRST)).hasValue(Curve.sdm());
    assertThat(ProblemMarks.home(MetricKey.TRIPLET_LOSS, FIRST)).hasValue(Curve.sdm());
    List<Curve> all = Stream.concat(FIRST.stream(), Curve.further().stream()).toList();
    assertThat(ProblemMarks.home(MetricKey.CE_ACCURACY, all).orElseThrow().key())
        .isEqualTo("accuracy");
    assertThat(ProblemMarks.home(MetricKey.GRADIENT_NORM, all).orElseThrow().key())
        .isEqualTo("gradient");
  }

  /** Told at step 8 as lasting until then, and nothing else since; the run stands at 10. */
  @Test
  void whatLastedWhenItWasToldLastsUntilNow() {
    tenSteps();
    trace.apply(
        new TrainingEvent.HealthChanged(
            "run",
            8,
            8,
            List.of(
                finding("a.lasts", Severity.ERROR, MetricKey.CE_LOSS, 8),
                finding("a.passed", Severity.ERROR, MetricKey.CE_LOSS, 6))));
    assertThat(marks.of(trace, XAxis.STEP, FIRST).get(Curve.ce()))
        .extracting(SpanMark::to)
        .containsExactly(10.0, 6.0);
  }

  @Test
  void problemsAreMarkedOverEachAxisAndNotesAreNot() {
    tenSteps();
    trace.apply(
        new TrainingEvent.HealthChanged(
            "run",
            20,
            10,
            List.of(
                finding("bad", Severity.ERROR, MetricKey.CE_LOSS, 9),
                finding("doubtful", Severity.WARNING, MetricKey.CE_ACCURACY, 12),
                finding("fine", Severity.INFO, MetricKey.CE_LOSS, 9))));
    Map<Curve, List<SpanMark>> bySteps = marks.of(trace, XAxis.STEP, FIRST);
    assertThat(bySteps.get(Curve.ce()))
        .containsExactly(
            new SpanMark("bad", 3, 9, Tone.BAD, "Error: It is bad. Click for the reasons."),
            new SpanMark(
                "doubtful",
                3,
                12,
                Tone.WARNING,
                "Warning: It is doubtful. Click for the reasons."));
    assertThat(bySteps.get(Curve.sdm())).isEmpty();
    List<SpanMark> bySeconds = marks.of(trace, XAxis.SECONDS, FIRST).get(Curve.ce());
    assertThat(bySeconds.get(0).from()).isEqualTo(6);
    assertThat(bySeconds.get(0).to()).isEqualTo(18);
    assertThat(bySeconds.get(1).to()).as("ends with the run").isEqualTo(20);
  }
}
