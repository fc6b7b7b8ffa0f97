package reidstudio.ui.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import reidstudio.event.MetricKey;
import reidstudio.event.RunFacts;
import reidstudio.event.RunProfile;
import reidstudio.event.RunState;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent.EvaluationProgressed;
import reidstudio.event.ZeroReason;
import reidstudio.store.EvaluationPause;
import reidstudio.store.RunTrace;
import reidstudio.store.Series;
import reidstudio.store.XAxis;

/**
 * How far a run is, in the numbers of the bar. A number that is not known is NaN or 0.
 *
 * @param state where it stands; empty before there is a run
 * @param interrupted whether its process ended without ending it
 * @param step last step, counted from 1 over the whole run
 * @param totalSteps steps of the whole run
 * @param epoch epoch of the last step, counted from 1
 * @param epochs of the whole run
 * @param epochShare 0 to 1
 * @param itemsPerSecond mean of the last steps
 * @param secondsLeft at the pace of the last steps
 * @param evaluating how far the evaluation is that training waits for, 0 to 1; NaN if it does not
 * @param device the device as a person would name it; empty if unknown
 * @param startSays what a run that is starting waits for; empty if it says nothing
 * @param mebibytes memory of the process
 * @param ceChance ln C
 * @param last the last step's metrics
 */
public record RunReadout(
    Optional<RunState> state,
    boolean interrupted,
    long step,
    long totalSteps,
    int epoch,
    int epochs,
    double epochShare,
    double itemsPerSecond,
    double secondsLeft,
    double evaluating,
    String device,
    String startSays,
    double mebibytes,
    double ceChance,
    Optional<StepMetrics> last) {
  /** Steps that stand for the present pace. */
  private static final int PACE_STEPS = 30;

  /** Before there is any run. */
  public static final RunReadout NONE =
      new RunReadout(
          Optional.empty(),
          false,
          0,
          0,
          0,
          0,
          0,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          "",
          "",
          Double.NaN,
          Double.NaN,
          Optional.empty());

  /** Reads {@code trace}. */
  static RunReadout of(RunTrace trace) {
    Optional<RunFacts> facts = trace.facts();
    Optional<StepMetrics> last = trace.lastStep();
    long step = last.map(StepMetrics::step).orElse(0L);
    RunProfile known = trace.profile();
    long total = known.totalSteps().orElse(0);
    int stepsPerEpoch = known.stepsPerEpoch().orElse(known.nominalStepsPerEpoch().orElse(0));
    boolean over = trace.state().map(RunState::isTerminal).orElse(true);
    return new RunReadout(
        trace.state(),
        trace.interrupted(),
        step,
        total,
        last.map(StepMetrics::epoch).orElse(0),
        stepsPerEpoch == 0 ? 0 : (int) (total / stepsPerEpoch),
        stepsPerEpoch == 0
            ? 0
            : last.map(StepMetrics::stepInEpoch).orElse(0) / (double) stepsPerEpoch,
        recentMean(trace.series(MetricKey.THROUGHPUT)),
        over
            ? Double.NaN
            : (total - step) * secondsPerStep(trace.series(MetricKey.TOTAL_LOSS))
                + last.map(made -> secondsOfEvaluations(trace, made)).orElse(0.0),
        over
            ? Double.NaN
            : trace
                .evaluationHistory()
                .running()
                .map(EvaluationProgressed::fraction)
                .orElse(Double.NaN),
        facts.map(RunFacts::device).orElse(""),
        trace.startSays().orElse(""),
        recentMean(trace.series(MetricKey.MEMORY)),
        known.ceChance().orElse(Double.NaN),
        last);
  }

  /** Those to come, if they take as long as those before; 0 before the first. */
  private static double secondsOfEvaluations(RunTrace trace, StepMetrics last) {
    boolean isJudged = trace.evaluations().stream().anyMatch(made -> made.step() == last.step());
    int next = last.epoch() + (isJudged ? 1 : 0);
    List<EvaluationPause> before = trace.evaluationHistory().pauses();
    double mean =
        before.stream().mapToLong(p -> p.toMillis() - p.fromMillis()).average().orElse(0) / 1000;
    long toCome =
        trace
            .config()
            .map(
                config ->
                    IntStream.rangeClosed(next, config.epochs())
                        .filter(each -> config.evaluation().follows(each, config.epochs()))
                        .count())
            .orElse(0L);
    return mean * toCome;
  }

  /** Whether there are steps of a run that has no states: a log tells of it. */
  boolean isOfLog() {
    return state.isEmpty() && last.isPresent();
  }

  /** The last value of {@code key}, NaN if it was not measured. */
  double value(MetricKey key) {
    return last.map(step -> step.value(key)).orElse(Double.NaN);
  }

  /** Why SDM is zero in the last step. */
  Optional<ZeroReason> sdmZero() {
    return last.flatMap(StepMetrics::sdmZero);
  }

  /** 0 to 1 over the whole run. */
  double runShare() {
    return totalSteps == 0 ? 0 : step / (double) totalSteps;
  }

  private static double recentMean(Series series) {
    int size = series.size();
    int from = Math.max(0, size - PACE_STEPS);
    double sum = 0;
    for (int i = from; i < size; i++) {
      sum += series.value(i);
    }
    return sum / (size - from);
  }

  private static double secondsPerStep(Series series) {
    int last = series.size() - 1;
    int from = Math.max(0, last - PACE_STEPS);
    if (from >= last) {
      return Double.NaN;
    }
    return (series.x(XAxis.SECONDS, last) - series.x(XAxis.SECONDS, from))
        / (series.x(XAxis.STEP, last) - series.x(XAxis.STEP, from));
  }
}
