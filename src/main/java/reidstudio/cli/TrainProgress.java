package reidstudio.cli;

import java.time.Duration;
import java.util.Locale;
import reidstudio.event.MetricKey;
import reidstudio.event.RunFacts;
import reidstudio.event.StepMetrics;
import reidstudio.store.RunTrace;

/** One line that says how far a run is. */
final class TrainProgress {
  /** Empty before the first step. */
  String text(RunTrace trace) {
    return trace
        .lastStep()
        .flatMap(step -> trace.facts().map(facts -> text(step, facts)))
        .orElse("");
  }

  private static String text(StepMetrics step, RunFacts facts) {
    return String.format(
        Locale.ROOT,
        "epoch %d/%d  step %d/%d  CE %.3f (ln C %.3f)  SDM %.3f  rows %.0f/%.0f  %.0f items/s  %s left",
        step.epoch(),
        facts.config().epochs(),
        step.step(),
        facts.totalSteps(),
        step.value(MetricKey.CE_LOSS),
        facts.ceChance(),
        step.value(MetricKey.SDM_LOSS),
        step.value(MetricKey.SDM_VALID_ROWS),
        step.value(MetricKey.SDM_ROWS),
        step.value(MetricKey.THROUGHPUT),
        left(step, facts));
  }

  private static String left(StepMetrics step, RunFacts facts) {
    double seconds = step.seconds() / step.step() * Math.max(0, facts.totalSteps() - step.step());
    Duration left = Duration.ofSeconds(Math.round(seconds));
    return left.toHours() > 0
        ? "%d h %02d min".formatted(left.toHours(), left.toMinutesPart())
        : "%d:%02d min".formatted(left.toMinutesPart(), left.toSecondsPart());
  }
}
