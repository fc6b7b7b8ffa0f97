package reidstudio.faultbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.event.MetricKey;
import reidstudio.event.StepMetrics;

/**
 * Stored runs, number by number: symptoms that are told where no cause can be looked for, and
 * stalls, which in a real run would take minutes.
 */
final class StoredTrials {
  private static final int CLASSES = 64;
  private static final int STEPS = 900;

  private final Random random;

  private StoredTrials(long seed) {
    this.random = new Random(seed);
  }

  static void addTo(TrialList list, long seed) {
    StoredTrials one = new StoredTrials(seed + 51);
    RunConfig form = config();
    RunConfig divergence = config("loss.sdm.form", "kl-divergence", "loss.sdm.temperature", "0.02");
    list.steps(
        Fault.SDM_AT_CHANCE, "stored: SDM rests at chance", form, CLASSES, one.steps(3.4, 1.4, 0));
    list.steps(
        Fault.SDM_AT_CHANCE,
        "stored: SDM rests at chance, divergence form",
        divergence,
        CLASSES,
        one.steps(26.39, 0, 0));
    list.steps(Fault.STALLED, "stored: a step of ten minutes", form, CLASSES, one.stalled(600));
    list.steps(Fault.STALLED, "stored: a step of two minutes", form, CLASSES, one.stalled(120));
  }

  private static RunConfig config(String... settings) {
    Map<String, String> overrides = new HashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      overrides.put(settings[i], settings[i + 1]);
    }
    return new RunConfigCodec().read(null, overrides, RunConfig.defaults());
  }

  private List<StepMetrics> stalled(double seconds) {
    return steps(3.4, 1.4, seconds);
  }

  /**
   * A run whose cross-entropy falls.
   *
   * @param stall seconds of one late step; 0 for a run whose SDM rests at chance, and without it
   *     SDM falls
   */
  private List<StepMetrics> steps(double chance, double floor, double stall) {
    List<StepMetrics> steps = new ArrayList<>();
    double seconds = 0;
    for (int step = 1; step <= STEPS; step++) {
      seconds += 0.4 + 0.05 * random.nextDouble() + (step == STEPS - 100 ? stall : 0);
      double learnt = stall > 0 ? Math.min(0.8, step / 600.0) : 0;
      Map<MetricKey, Double> values = new HashMap<>();
      values.put(MetricKey.CE_LOSS, Math.max(1, Math.log(CLASSES) - step / 250.0 + noise(0.05)));
      values.put(MetricKey.CE_WEIGHT, 1.0);
      values.put(MetricKey.SDM_LOSS, chance - learnt * (chance - floor) + noise(0.002 * chance));
      values.put(MetricKey.SDM_WEIGHT, 1.0);
      values.put(MetricKey.SDM_CHANCE, chance);
      values.put(MetricKey.SDM_FLOOR, floor);
      values.put(MetricKey.SDM_TEMPERATURE, 0.1);
      values.put(MetricKey.SDM_POSITIVES_PER_ROW, 1.6);
      values.put(MetricKey.SDM_GALLERY_ROWS, 14.0);
      values.put(MetricKey.SDM_ROWS, 18.0);
      values.put(MetricKey.SDM_VALID_ROWS, 18.0);
      values.put(MetricKey.PAIRABLE_RATIO, 1.0);
      values.put(MetricKey.RATE_HEAD, 3e-3);
      values.put(MetricKey.RATE_ENCODER, 5e-4);
      values.put(MetricKey.GRADIENT_NORM, 1 + noise(0.1));
      values.put(MetricKey.NORM_AFTER_BN, Math.sqrt(config().model().embedding()) + noise(0.1));
      values.put(MetricKey.NORM_HEAD, 0.1 + 0.001 * step + noise(1e-3));
      steps.add(
          new StepMetrics(
              step, 1 + (step - 1) / 100, 1 + (step - 1) % 100, seconds, values, Optional.empty()));
    }
    return steps;
  }

  private double noise(double deviation) {
    return deviation * random.nextGaussian();
  }
}
