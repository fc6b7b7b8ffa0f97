package reidstudio.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import reidstudio.command.RunCommand;
import reidstudio.event.MetricKey;
import reidstudio.event.RunFacts;
import reidstudio.event.RunState;
import reidstudio.event.Severity;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent.LogLine;
import reidstudio.event.TrainingEvent.RunStarted;
import reidstudio.event.TrainingEvent.StateChanged;
import reidstudio.event.TrainingEvent.StepCompleted;
import reidstudio.store.RunStore;

/** Publishes what an engine would, with numbers that can be summed by hand. */
final class ScriptedRun {
  private static final int STEPS_PER_EPOCH = 6;
  private final RunStore store;
  private final RunCommand.Start start;
  private final String run;

  ScriptedRun(RunCommand.Start start, RunStore store) throws IOException {
    this.store = store;
    this.start = start;
    this.run = store.create(start.config(), start.runFolder(), start.recipe()).run();
    state(RunState.STARTING, "");
  }

  ScriptedRun state(RunState state, String reason) {
    store.publish(new StateChanged(run, 1_000, state, reason));
    return this;
  }

  ScriptedRun warn(String text) {
    store.publish(new LogLine(run, 1_000, Severity.WARNING, text));
    return this;
  }

  ScriptedRun facts() {
    RunFacts facts =
        new RunFacts(
            start.config(),
            64,
            640,
            3,
            STEPS_PER_EPOCH,
            32,
            1_000,
            "CPU, tested",
            "balanced",
            Math.log(64),
            0.5,
            "cross-entropy");
    store.publish(new RunStarted(run, 1_000, facts));
    return this;
  }

  /**
   * At step s: CE = s, SDM = 100 - s (not measured at odd steps), valid rows 20 + s, rows 24,
   * accuracy s / 100, half a second a step, 60 items a second up to step 12 and 30 after that.
   */
  ScriptedRun steps(int from, int to) {
    for (int s = from; s <= to; s++) {
      Map<MetricKey, Double> values = new LinkedHashMap<>();
      values.put(MetricKey.CE_LOSS, (double) s);
      if (s % 2 == 0) {
        values.put(MetricKey.SDM_LOSS, 100.0 - s);
      }
      values.put(MetricKey.SDM_VALID_ROWS, 20.0 + s);
      values.put(MetricKey.SDM_ROWS, 24.0);
      values.put(MetricKey.CE_ACCURACY, s / 100.0);
      values.put(MetricKey.THROUGHPUT, s <= 12 ? 60.0 : 30.0);
      step(s, values);
    }
    return this;
  }

  ScriptedRun step(int s, Map<MetricKey, Double> values) {
    int epoch = (s - 1) / STEPS_PER_EPOCH + 1;
    int inEpoch = (s - 1) % STEPS_PER_EPOCH + 1;
    StepMetrics metrics = new StepMetrics(s, epoch, inEpoch, s * 0.5, values, Optional.empty());
    store.publish(new StepCompleted(run, 1_000 + s, metrics));
    return this;
  }
}
