package reidstudio.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import reidstudio.config.RunConfig;
import reidstudio.event.CheckKind;
import reidstudio.event.DiagnosisReport;
import reidstudio.event.Evidence;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.RunFacts;
import reidstudio.event.RunState;
import reidstudio.event.Severity;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent;
import reidstudio.event.TrainingEvent.StateChanged;
import reidstudio.event.TrainingEvent.StepCompleted;
import reidstudio.event.ZeroReason;

/** Events as an engine would publish them. */
final class Samples {
  static final long AT = Instant.parse("2026-03-04T05:06:07Z").toEpochMilli();
  static final int STEPS_PER_EPOCH = 7;

  private Samples() {}

  static RunFacts facts(RunConfig config) {
    return new RunFacts(
        config,
        64,
        512,
        3,
        STEPS_PER_EPOCH,
        32,
        1_234_567L,
        "CPU, 2 cores",
        "balanced",
        Math.log(64),
        0.4,
        "cross-entropy");
  }

  static TrainingEvent started(String run) {
    return new TrainingEvent.RunStarted(run, AT, facts(RunConfig.defaults()));
  }

  static StateChanged state(String run, RunState state, String reason) {
    return new StateChanged(run, AT + 5, state, reason);
  }

  static TrainingEvent.LogLine log(String run, String text) {
    return new TrainingEvent.LogLine(run, AT + 6, Severity.INFO, text);
  }

  /** Step {@code step} with the given values, its epoch counted with {@link #STEPS_PER_EPOCH}. */
  static StepCompleted step(String run, long step, Map<MetricKey, Double> values) {
    int index = (int) (step - 1);
    return new StepCompleted(
        run,
        AT + 10 * step,
        new StepMetrics(
            step,
            index / STEPS_PER_EPOCH + 1,
            index % STEPS_PER_EPOCH + 1,
            step * 0.41,
            values,
            step % 5 == 0 ? Optional.of(ZeroReason.NO_POSITIVE_PAIR) : Optional.empty()));
  }

  static StepCompleted step(String run, long step, double ce) {
    return step(run, step, Map.of(MetricKey.CE_LOSS, ce));
  }

  /** A step with many metrics, some missing, some not finite. */
  static StepCompleted noisyStep(String run, long step, SplittableRandom random) {
    Map<MetricKey, Double> values = new HashMap<>();
    values.put(MetricKey.CE_LOSS, 4 + random.nextDouble());
    values.put(MetricKey.TOTAL_LOSS, step % 11 == 0 ? Double.NaN : random.nextDouble() * 1e-9);
    values.put(MetricKey.GRADIENT_NORM, step % 13 == 0 ? Double.POSITIVE_INFINITY : 1.0 / step);
    values.put(new MetricKey("other.quantity"), step % 17 == 0 ? Double.NEGATIVE_INFINITY : -0.0);
    if (step % 3 != 0) {
      values.put(MetricKey.SDM_LOSS, random.nextDouble() * Math.pow(10, random.nextInt(-300, 300)));
    }
    if (step > 20) {
      values.put(MetricKey.CE_ACCURACY, random.nextDouble());
    }
    return step(run, step, values);
  }

  static DiagnosisReport report(CheckKind check, Severity worst) {
    return new DiagnosisReport(
        check,
        Instant.parse("2026-03-04T05:06:07.089Z"),
        "fresh model",
        List.of(
            new Finding(
                "ce.chance",
                Severity.OK,
                "Loss starts at chance",
                List.of(new Evidence("loss", "4.16", "4.1 to 4.3")),
                ""),
            new Finding(
                "ce.classifier-frozen",
                worst,
                "The classifier gets no gradient",
                List.of(
                    Evidence.abnormal("gradient norm", "0", "above 1e-6"),
                    new Evidence("rate", "0.003", "")),
                "Put the classifier's parameters into the optimizer")),
        false);
  }
}
