package reidstudio.diagnostic.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.LongToDoubleFunction;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.RunFacts;
import reidstudio.event.RunProfile;
import reidstudio.event.StepMetrics;
import reidstudio.event.ZeroReason;

/** A made-up run: quantities as functions of the step, counted from 1. */
final class Curve {
  private static final int STEPS_PER_EPOCH = 50;

  private final Map<MetricKey, LongToDoubleFunction> quantities = new HashMap<>();
  private Optional<ZeroReason> zero = Optional.empty();
  private double secondsPerStep = 0.1;
  private int stepsPerEpoch = STEPS_PER_EPOCH;

  /** A quantity that does not change. */
  Curve with(MetricKey key, double value) {
    return with(key, step -> value);
  }

  Curve with(MetricKey key, LongToDoubleFunction value) {
    quantities.put(key, value);
    return this;
  }

  Curve zero(ZeroReason reason) {
    zero = Optional.of(reason);
    return this;
  }

  Curve secondsPerStep(double seconds) {
    secondsPerStep = seconds;
    return this;
  }

  Curve stepsPerEpoch(int steps) {
    stepsPerEpoch = steps;
    return this;
  }

  StepMetrics at(long step) {
    Map<MetricKey, Double> values = new HashMap<>();
    quantities.forEach((key, value) -> values.put(key, value.applyAsDouble(step)));
    int epoch = 1 + (int) ((step - 1) / stepsPerEpoch);
    int inEpoch = 1 + (int) ((step - 1) % stepsPerEpoch);
    return new StepMetrics(step, epoch, inEpoch, step * secondsPerStep, values, zero);
  }

  /** What {@code rule} says after {@code steps} steps. */
  Optional<Finding> judgedBy(Rule rule, int steps, RunProfile known) {
    for (long step = 1; step <= steps; step++) {
      rule.step(at(step), known);
    }
    return rule.finding(known);
  }

  /** Noise of a batch, the same for the same step. */
  static double noise(long step, double deviation) {
    return deviation * new Random(step * 7919).nextGaussian();
  }

  /** A run of this program with 384 identities; further settings as key, value, key, value. */
  static RunProfile known(int totalSteps, String... settings) {
    Map<String, String> overrides = new HashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      overrides.put(settings[i], settings[i + 1]);
    }
    overrides.put("epochs", Integer.toString(totalSteps / STEPS_PER_EPOCH));
    RunConfig config = new RunConfigCodec().read(null, overrides, RunConfig.defaults());
    return RunProfile.of(
        new RunFacts(
            config,
            384,
            5000,
            0,
            STEPS_PER_EPOCH,
            32,
            2_000_000,
            "cpu",
            "pk",
            Math.log(384),
            0,
            "CROSS_ENTROPY"));
  }

  /** A run that only its log tells of. */
  static RunProfile logOf(int classes, long totalSteps) {
    RunProfile nothing = RunProfile.unknown();
    return new RunProfile(
        OptionalInt.of(classes),
        nothing.batchSize(),
        nothing.stepsPerEpoch(),
        nothing.nominalStepsPerEpoch(),
        totalSteps == 0 ? OptionalLong.empty() : OptionalLong.of(totalSteps),
        nothing.embedding(),
        nothing.parameters(),
        nothing.labelSmoothing(),
        nothing.sdmForm(),
        nothing.config());
  }
}
