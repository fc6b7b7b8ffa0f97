package reidstudio.ui.curves;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reidstudio.event.Evaluation;
import reidstudio.event.MetricKey;
import reidstudio.event.RunState;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent;
import reidstudio.store.RunTrace;
import reidstudio.store.XAxis;
import reidstudio.ui.chart.VerticalMark;
import reidstudio.ui.common.Language;
import reidstudio.ui.common.Messages;

class RunMarksTest {
  private final RunTrace trace = new RunTrace("run", Optional.empty(), Optional.empty());
  private final RunMarks marks = new RunMarks(new Messages(Language.ENGLISH), ZoneOffset.UTC);

  private void become(int second, RunState state) {
    trace.apply(new TrainingEvent.StateChanged("run", second * 1000L, state, ""));
  }

  /** Two seconds of training for each step. */
  private void step(int step) {
    stepAt(0, step);
  }

  private void stepAt(int second, int step) {
    trace.apply(
        new TrainingEvent.StepCompleted(
            "run",
            second * 1000L,
            new StepMetrics(
                step, 1, step, 2.0 * step, Map.of(MetricKey.TOTAL_LOSS, 1.0), Optional.empty())));
  }

  private void pausedAfterTwoSteps() {
    become(0, RunState.STARTING);
    become(1, RunState.RUNNING);
    step(1);
    step(2);
    become(5, RunState.PAUSED);
    become(95, RunState.RUNNING);
    step(3);
  }

  @Test
  void aPauseSaysHowLongItWas() {
    pausedAfterTwoSteps();
    assertThat(marks.of(trace, XAxis.STEP))
        .containsExactly(
            new VerticalMark(
                2,
                "paused",
                VerticalMark.Kind.PAUSE,
                "Paused at 00:00:05, went on at 00:01:35: 1:30 min later."));
  }

  @Test
  void onTheAxisOfTimeItIsABreakThatTakesNoRoom() {
    pausedAfterTwoSteps();
    become(97, RunState.STOPPED);
    become(7297, RunState.STARTING);
    step(4);
    List<VerticalMark> found = marks.of(trace, XAxis.SECONDS);
    assertThat(found).extracting(VerticalMark::x).containsExactly(4.0, 6.0);
    assertThat(found).extracting(VerticalMark::kind).containsOnly(VerticalMark.Kind.BREAK);
    assertThat(found.get(1).tooltip())
        .isEqualTo(
            "Ended at 00:01:37, continued at 02:01:37: 2:00 h later. The axis counts training"
                + " time and leaves this out.");
  }

  @Test
  void aPauseThatGoesOnAndARunThatWasKilledSayWhatIsKnown() {
    pausedAfterTwoSteps();
    become(200, RunState.STARTING);
    become(201, RunState.PAUSED);
    assertThat(marks.of(trace, XAxis.EPOCH))
        .extracting(VerticalMark::tooltip)
        .containsExactly(
            "Paused at 00:00:05, went on at 00:01:35: 1:30 min later.",
            "Continued at 00:03:20; when it had ended was not written down.",
            "Paused at 00:03:21.");
  }

  @Test
  void aTimeOfAnotherDayHasItsDate() {
    become(0, RunState.STARTING);
    become(1, RunState.RUNNING);
    step(1);
    become(5, RunState.PAUSED);
    become(86_405, RunState.RUNNING);
    assertThat(marks.of(trace, XAxis.STEP))
        .extracting(VerticalMark::tooltip)
        .containsExactly("Paused at 00:00:05, went on at 1970-01-02 00:00:05: 24:00 h later.");
  }

  private void evaluate(int second, int step) {
    trace.apply(
        new TrainingEvent.Evaluated(
            "run", second * 1000L, new Evaluation(step, 1, "demo", List.of())));
  }

  @Test
  void anEvaluationIsABreakOfTheAxisOfTimeAlone() {
    become(0, RunState.STARTING);
    become(1, RunState.RUNNING);
    stepAt(5, 1);
    evaluate(17, 1);
    evaluate(20, 1);
    stepAt(22, 2);
    assertThat(marks.of(trace, XAxis.STEP)).isEmpty();
    List<VerticalMark> found = marks.of(trace, XAxis.SECONDS);
    assertThat(found).extracting(VerticalMark::x).containsExactly(2.0, 2.0);
    assertThat(found).extracting(VerticalMark::kind).containsOnly(VerticalMark.Kind.REGULAR_BREAK);
    assertThat(found.get(0).label()).isEqualTo("evaluation");
    assertThat(found)
        .extracting(VerticalMark::tooltip)
        .containsExactly(
            "Evaluated from 00:00:05 to 00:00:17: 12 s. The axis counts training time and leaves"
                + " this out.",
            "Evaluated from 00:00:17 to 00:00:20: 3 s. The axis counts training time and leaves"
                + " this out.");
  }

  @Test
  void anEvaluationOfAPausedOrEndedRunOrOfAnUndoneStateTakesNothingFromTheAxis() {
    pausedAfterTwoSteps();
    evaluate(120, 4);
    become(130, RunState.PAUSED);
    evaluate(140, 3);
    become(150, RunState.STOPPED);
    evaluate(160, 3);
    assertThat(marks.of(trace, XAxis.SECONDS))
        .extracting(VerticalMark::kind)
        .containsOnly(VerticalMark.Kind.BREAK);
  }
}
