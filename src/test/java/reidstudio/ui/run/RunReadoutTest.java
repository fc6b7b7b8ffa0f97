package reidstudio.ui.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.event.Evaluation;
import reidstudio.event.MetricKey;
import reidstudio.event.RunFacts;
import reidstudio.event.RunState;
import reidstudio.event.SettingScores;
import reidstudio.event.Severity;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent.Evaluated;
import reidstudio.event.TrainingEvent.EvaluationProgressed;
import reidstudio.event.TrainingEvent.LogLine;
import reidstudio.event.TrainingEvent.RunStarted;
import reidstudio.event.TrainingEvent.StateChanged;
import reidstudio.event.TrainingEvent.StepCompleted;
import reidstudio.store.RunTrace;

/** 8 epochs of 10 steps, one a second, with an evaluation of 30 s after each second epoch. */
class RunReadoutTest {
  private static final RunConfig CONFIG =
      new RunConfigCodec()
          .read(null, Map.of("epochs", "8", "evaluation.everyEpochs", "2"), RunConfig.defaults());

  private final RunTrace trace = new RunTrace("a", Optional.empty(), Optional.of(CONFIG));
  private long now = 1_000_000;

  private void begin() {
    RunFacts facts =
        new RunFacts(CONFIG, 64, 500, 0, 10, 32, 1_000, "cpu", "pk", 4.16, 0, "CROSS_ENTROPY");
    trace.apply(new RunStarted("a", now, facts));
    trace.apply(new StateChanged("a", now, RunState.STARTING, ""));
    trace.apply(new StateChanged("a", now, RunState.RUNNING, ""));
  }

  private void stepsTo(int last) {
    int made = trace.lastStep().map(step -> (int) step.step()).orElse(0);
    for (int step = made + 1; step <= last; step++) {
      now += 1000;
      Map<MetricKey, Double> values = Map.of(MetricKey.TOTAL_LOSS, 4.0);
      trace.apply(
          new StepCompleted(
              "a",
              now,
              new StepMetrics(
                  step, 1 + (step - 1) / 10, 1 + (step - 1) % 10, step, values, Optional.empty())));
    }
  }

  private void evaluated(long step) {
    now += 30_000;
    trace.apply(
        new Evaluated(
            "a",
            now,
            new Evaluation(
                step,
                (int) step / 10,
                "demo",
                List.of(new SettingScores("nir", 1, 1, 1, 1, 0.5, 1)))));
  }

  @Test
  void whatAStartWaitsForIsSaidUntilTheRunHasFacts() {
    trace.apply(new StateChanged("a", now, RunState.STARTING, ""));
    assertThat(RunReadout.of(trace).startSays()).isEmpty();
    trace.apply(new LogLine("a", now, Severity.INFO, "PyTorch is being downloaded."));
    assertThat(RunReadout.of(trace).startSays()).isEqualTo("PyTorch is being downloaded.");
    begin();
    assertThat(RunReadout.of(trace).startSays()).isEmpty();
  }

  @Test
  void timeLeftCountsTheEvaluationsToCome() {
    begin();
    stepsTo(20);
    assertThat(RunReadout.of(trace).secondsLeft()).as("none is known").isCloseTo(60, within(0.5));
    evaluated(20);
    assertThat(RunReadout.of(trace).secondsLeft())
        .as("before the first step after it")
        .isCloseTo(60 + 3 * 30, within(1.0));
    stepsTo(25);
    assertThat(RunReadout.of(trace).secondsLeft())
        .as("55 steps, and after epochs 4, 6 and 8")
        .isCloseTo(55 + 3 * 30, within(1.0));
    stepsTo(40);
    evaluated(40);
    stepsTo(41);
    assertThat(RunReadout.of(trace).secondsLeft()).isCloseTo(39 + 2 * 30, within(1.0));
  }

  @Test
  void whileItIsEvaluatedThatIsTold() {
    begin();
    stepsTo(20);
    assertThat(RunReadout.of(trace).evaluating()).isNaN();
    trace.apply(new EvaluationProgressed("a", now, 0.4));
    assertThat(RunReadout.of(trace).evaluating()).isEqualTo(0.4);
    trace.apply(new StateChanged("a", now, RunState.FAILED, ""));
    assertThat(RunReadout.of(trace).evaluating()).as("over").isNaN();
  }

  @Test
  void stepsWithoutAStateAreThoseOfALog() {
    stepsTo(3);
    assertThat(RunReadout.of(trace).isOfLog()).isTrue();
    begin();
    assertThat(RunReadout.of(trace).isOfLog()).isFalse();
    assertThat(RunReadout.NONE.isOfLog()).isFalse();
  }
}
