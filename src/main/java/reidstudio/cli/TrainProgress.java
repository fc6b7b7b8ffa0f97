package reidstudio.cli;

import java.time.Duration;
import java.util.Locale;
import reidstudio.event.MetricKey;
import reidstudio.event.RunFacts;
import reidstudio.event.StepMetrics;
import reidstudio.store.RunTrace;

/** One line that says how far a run is; what matters most comes first, as a line may be cut. */
final class TrainProgress {
  /** Before the first step what the start waits for, empty if it says nothing. */
  String text(RunTrace trace) {
    return trace
        .lastStep()
        .flatMap(step -> trace.facts().map(facts -> text(step, facts)))
        .or(trace::startSays)
        .orElse("");
  }

  private static String text(StepMetrics step, RunFacts facts) {
    return String.format(
        Locale.ROOT,
        "epoch %d/%d step %d/%d %s left  CE %.2f (ln C %.2f) SDM %.2f rows %.0f/%.0f %.0f items/s",
        step.epoch(),
        facts.config().epochs(),
        step.step(),
        facts.totalSteps(),
        left(step, facts),
        step.value(MetricKey.CE_LOSS),
        facts.ceChance(),
        step.value(MetricKey.SDM_LOSS),
        step.value(MetricKey.SDM_VALID_ROWS),
        step.value(MetricKey.SDM_ROWS),
        step.value(MetricKey.THROUGHPUT));
  }

  private static String left(StepMetrics step, RunFacts facts) {
    double seconds = step.seconds() / step.step() * Math.max(0, facts.totalSteps() - step.step());
    Duration left = Duration.ofSeconds(Math.round(seconds));
    return left.toHours() > 0
        ? "%d:%02d h".formatted(left.toHours(), left.toMinutesPart())
        : "%d:%02d".formatted(left.toMinutesPart(), left.toSecondsPart());
  }
}
