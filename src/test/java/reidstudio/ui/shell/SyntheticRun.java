package reidstudio.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import reidstudio.config.RunConfig;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.RunFacts;
import reidstudio.event.RunState;
import reidstudio.event.Severity;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent;
import reidstudio.event.ZeroReason;
import reidstudio.store.RunTrace;

/** Fills a trace with what a run that learns would measure. */
final class SyntheticRun {
  static final int CLASSES = 64;
  static final int STEPS_PER_EPOCH = 40;
  private static final int BATCH = 32;

  private final RunTrace trace;
  private final SplittableRandom random = new SplittableRandom(7);
  private final RunConfig config;
  private long step;
  private double seconds;
  private long clock = 1_790_000_000_000L;

  SyntheticRun(RunTrace trace, RunConfig config) {
    this.trace = trace;
    this.config = config;
  }

  RunTrace trace() {
    return trace;
  }

  void become(RunState state, String reason) {
    trace.apply(new TrainingEvent.StateChanged(trace.run(), clock, state, reason));
  }

  void begin() {
    become(RunState.STARTING, "");
    RunFacts facts =
        new RunFacts(
            config,
            CLASSES,
            5120,
            0,
            STEPS_PER_EPOCH,
            BATCH,
            1_234_567,
            "CPU, 2 cores",
            "multi-modal-balanced",
            Math.log(CLASSES),
            0.76,
            "cross-entropy");
    trace.apply(new TrainingEvent.RunStarted(trace.run(), clock, facts));
    log(Severity.INFO, "Reading 64 training identities, 5,120 items.");
    log(Severity.OK, "Sampler: balanced pairs, 100 % of the identities can be paired.");
    become(RunState.RUNNING, "");
  }

  void log(Severity severity, String text) {
    trace.apply(new TrainingEvent.LogLine(trace.run(), clock, severity, text));
  }

  /** The live rules say {@code findings} after the last step. */
  void health(Finding... findings) {
    trace.apply(new TrainingEvent.HealthChanged(trace.run(), clock, step, List.of(findings)));
  }

  void steps(int count) {
    for (int i = 0; i < count; i++) {
      step();
    }
  }

  private void step() {
    step++;
    seconds += 0.24;
    clock += 240;
    double t = step / 130.0;
    double chance = Math.log(CLASSES);
    double ce = 0.76 + (chance - 0.76) * Math.exp(-t) + noise(0.22 * Math.exp(-t / 3) + 0.03);
    int rows = BATCH / 2 + (random.nextInt(3) - 1);
    int gallery = BATCH - rows;
    boolean zero = step % 97 == 0;
    int lost = (int) Math.max(0, Math.round(6 * Math.exp(-step / 60.0) + noise(0.8)));
    Map<MetricKey, Double> values = new HashMap<>();
    values.put(MetricKey.CE_LOSS, ce);
    values.put(
        MetricKey.CE_ACCURACY, Math.min(1, Math.max(0, 1 - Math.exp(-t * 0.8) + noise(0.06))));
    values.put(MetricKey.SDM_LOSS, zero ? 0 : 1.05 + 1.72 * Math.exp(-step / 210.0) + noise(0.1));
    values.put(MetricKey.SDM_CHANCE, Math.log(gallery));
    values.put(MetricKey.SDM_FLOOR, Math.log(2));
    values.put(MetricKey.SDM_ROWS, (double) rows);
    values.put(MetricKey.SDM_GALLERY_ROWS, (double) gallery);
    values.put(MetricKey.SDM_VALID_ROWS, (double) (zero ? 0 : rows - Math.min(lost, rows)));
    values.put(
        MetricKey.SDM_VALID_GALLERY_ROWS, (double) (zero ? 0 : gallery - Math.min(lost / 2, 5)));
    values.put(MetricKey.PAIRABLE_RATIO, zero ? 0 : 1 - Math.min(lost, 8) / 16.0);
    values.put(MetricKey.NORM_BEFORE_BN, 7 + Math.log((double) (step + 1)) + noise(0.3));
    values.put(MetricKey.NORM_AFTER_BN, 22.4 + noise(0.25));
    values.put(MetricKey.NORM_AFTER_BN_EXPECTED, 22.63);
    values.put(MetricKey.NORM_FUSED, 15 + noise(0.5) + Math.min(2, step / 200.0));
    values.put(MetricKey.TOTAL_LOSS, ce + 1.5);
    values.put(MetricKey.CE_WEIGHT, 1.0);
    values.put(MetricKey.SDM_WEIGHT, Math.min(1, step / 80.0));
    values.put(MetricKey.SDM_TEMPERATURE, 0.02);
    values.put(MetricKey.SDM_POSITIVES_PER_ROW, 2 + 0.1 * Math.sin(20 * t));
    values.put(MetricKey.NORM_HEAD, 9 + Math.sqrt(step / 50.0));
    if (step == 1) {
      values.put(MetricKey.FEATURE_RANK, 41.7);
    }
    values.put(MetricKey.GRADIENT_NORM, 3 * Math.exp(-step / 300.0) + Math.abs(noise(0.4)));
    values.put(MetricKey.RATE_ENCODER, 1e-3 * Math.min(1, step / 25.0));
    values.put(MetricKey.RATE_HEAD, 3e-3 * Math.min(1, step / 25.0));
    values.put(MetricKey.THROUGHPUT, 133 + noise(6));
    values.put(MetricKey.DATA_WAIT, Math.abs(noise(0.02)));
    values.put(MetricKey.PROCESSOR_OWN, 0.9 + 0.02 * Math.sin(20 * t));
    values.put(MetricKey.PROCESSOR_ALL, 0.95 + 0.02 * Math.sin(20 * t));
    values.put(MetricKey.MEMORY, 1480 + 60 * (1 - Math.exp(-step / 50.0)));
    trace.apply(
        new TrainingEvent.StepCompleted(
            trace.run(),
            clock,
            new StepMetrics(
                step,
                (int) ((step - 1) / STEPS_PER_EPOCH) + 1,
                (int) ((step - 1) % STEPS_PER_EPOCH) + 1,
                seconds,
                values,
                zero ? Optional.of(ZeroReason.NO_POSITIVE_PAIR) : Optional.empty())));
    if (step % STEPS_PER_EPOCH == 0) {
      log(Severity.INFO, "Epoch " + step / STEPS_PER_EPOCH + " done, CE " + ce + ".");
    }
    if (zero) {
      log(Severity.WARNING, "Step " + step + " has no pairs: SDM is 0.");
    }
  }

  private double noise(double size) {
    return size * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5) * 2;
  }
}
