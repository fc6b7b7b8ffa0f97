package reidstudio.diagnostic.sdm;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/**
 * Can SDM come near its floor at this temperature at all? Cosines end at 1, so that a high
 * temperature leaves mass on negatives whatever the features are: {@code ln(k + (M-k) e^((c-1)/t))}
 * in cross-entropy form. A loss that stands on that line is not stuck, it has arrived.
 */
final class TemperatureTooHigh implements Check {
  /** Of the way from floor to chance; beyond it the loss rewards perfect features too little. */
  private static final double TOO_HIGH = 0.25;

  /** Good temperatures leave less. */
  private static final double GOOD = 0.05;

  /** Closer to its reachable line the loss stands on it. */
  private static final double ARRIVED = 0.05;

  private static final double[] CANDIDATES = {0.2, 0.1, 0.05, 0.02};

  private final FrozenBlock frozen;

  TemperatureTooHigh(FrozenBlock frozen) {
    this.frozen = frozen;
  }

  @Override
  public String doing() {
    return "what SDM can reach at its temperature";
  }

  @Override
  public Finding run() {
    FindingBuilder finding = new FindingBuilder(Fault.TEMPERATURE_TOO_HIGH);
    Optional<Finding> nothing = frozen.nothingToJudge(finding);
    if (nothing.isPresent()) {
      return nothing.get();
    }
    double temperature = frozen.temperature();
    double loss = frozen.loss(temperature);
    double reachable = frozen.reachableNow(temperature);
    saw(finding, temperature);
    double best = frozen.reachableEver(temperature);
    if (frozen.height(best) > TOO_HIGH) {
      double better = better();
      return finding
          .ruledOut("Not the features: perfect ones would do no better at this temperature.")
          .tryChange(frozen.temperatureKey(true), FindingBuilder.number(better))
          .found(
              Severity.WARNING,
              "The temperature keeps SDM far above its floor, whatever the features are.",
              "Set " + frozen.temperatureKey(true) + " to " + FindingBuilder.number(better) + ".");
    }
    boolean arrived = loss - reachable < ARRIVED * reachable;
    if (arrived && frozen.height(reachable) < TOO_HIGH) {
      return finding.ok("SDM stands on its reachable floor: it is not stuck, it has arrived.");
    }
    return finding.ok("The temperature lets SDM come near its floor.");
  }

  private void saw(FindingBuilder finding, double temperature) {
    finding
        .saw("temperature", temperature, "")
        .saw("mean cosine of negatives", frozen.block().meanNegative(), "")
        .saw("SDM of a batch without any order", frozen.chance(), "")
        .saw("smallest possible SDM", frozen.floor(), "not 0 where an identity shows twice");
    DoubleStream.concat(DoubleStream.of(temperature), Arrays.stream(CANDIDATES))
        .distinct()
        .forEach(
            each ->
                finding
                    .saw(
                        "SDM at temperature " + FindingBuilder.number(each),
                        frozen.loss(each),
                        "perfect positives: "
                            + FindingBuilder.number(frozen.reachableNow(each))
                            + ", perfect features: "
                            + FindingBuilder.number(frozen.reachableEver(each)))
                    .abnormalIf(
                        each == temperature
                            && frozen.height(frozen.reachableEver(each)) > TOO_HIGH));
  }

  private double better() {
    return Arrays.stream(CANDIDATES)
        .filter(each -> frozen.height(frozen.reachableEver(each)) < GOOD)
        .findFirst()
        .orElse(CANDIDATES[CANDIDATES.length - 1]);
  }
}
