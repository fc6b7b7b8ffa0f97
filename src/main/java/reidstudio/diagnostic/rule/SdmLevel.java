package reidstudio.diagnostic.rule;

import java.util.Optional;
import reidstudio.config.SdmForm;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Certainty;
import reidstudio.event.Finding;
import reidstudio.event.HeadReach;
import reidstudio.event.MetricKey;
import reidstudio.event.RunProfile;
import reidstudio.event.Severity;
import reidstudio.event.StepMetrics;

/**
 * Where does SDM stand between all similarities being equal (chance) and the smallest value that
 * the batch allows (floor)? A temperature puts a third line in between: even with positives at
 * cosine 1 and negatives at cosine 0 the loss in its cross-entropy form is {@code ln(k + (M - k)
 * exp(-1 / temperature))}.
 */
final class SdmLevel implements Rule {
  private static final int WINDOW = 100;

  /** Distance from chance, in shares of chance minus floor, within which nothing is matched. */
  private static final double AT_CHANCE = 0.03;

  private static final double AT_FLOOR = 0.05;

  /** Share of the way from floor to chance that a temperature may take away. */
  private static final double TEMPERATURE_TAKES = 0.25;

  /** A share that is too much wherever the loss is. */
  private static final double TEMPERATURE_TAKES_MOST = 0.5;

  /** Distance above the reachable line within which the loss rests on it. */
  private static final double ON_THE_LINE = 0.05;

  private final Recent position = new Recent(WINDOW);
  private final Recent loss = new Recent(WINDOW);
  private final Recent chance = new Recent(WINDOW);
  private final Recent floor = new Recent(WINDOW);
  private final Recent temperature = new Recent(WINDOW);
  private final Recent taken = new Recent(WINDOW);
  private final Reach reach = new Reach();
  private long minimised;
  private long step;

  @Override
  public void step(StepMetrics metrics, RunProfile known) {
    step = metrics.step();
    reach.step(metrics, known);
    double top = metrics.value(MetricKey.SDM_CHANCE);
    double bottom = metrics.value(MetricKey.SDM_FLOOR);
    double value = metrics.value(MetricKey.SDM_LOSS);
    if (metrics.value(MetricKey.SDM_WEIGHT) > 0 && top > bottom && Double.isFinite(value)) {
      minimised++;
      loss.add(value);
      chance.add(top);
      floor.add(bottom);
      position.add((value - bottom) / (top - bottom));
      temperature.add(metrics.value(MetricKey.SDM_TEMPERATURE));
      taken.add(taken(metrics));
    }
  }

  /**
   * The share of the way from floor to chance that the temperature takes away from the single
   * items' block; a block of fused queries has fewer rows and the same share, nearly.
   */
  private static double taken(StepMetrics metrics) {
    double positives = metrics.value(MetricKey.SDM_POSITIVES_PER_ROW);
    double gallery = metrics.value(MetricKey.SDM_GALLERY_ROWS);
    double temperature = metrics.value(MetricKey.SDM_TEMPERATURE);
    double line = positives + (gallery - positives) * Math.exp(-1 / temperature);
    return Math.log(line / positives) / Math.log(gallery / positives);
  }

  @Override
  public Optional<Finding> finding(RunProfile known) {
    if (!position.isFull()) {
      return Optional.empty();
    }
    if (known.sdmForm().orElse(SdmForm.KL_DIVERGENCE) == SdmForm.CROSS_ENTROPY) {
      double share = taken.median();
      boolean rests = position.median() < share + ON_THE_LINE;
      if (share > TEMPERATURE_TAKES_MOST || (share > TEMPERATURE_TAKES && rests)) {
        return Optional.of(temperatureTooHigh(share, rests));
      }
    }
    if (position.median() < AT_FLOOR) {
      return Optional.of(
          seen("sdm.at-floor")
              .found(Severity.INFO, "No fault: SDM is at its floor, nearly all is matched.", ""));
    }
    boolean hadRoom =
        minimised >= 3L * WINDOW
            && reach.soFar(known).filter(r -> r.logit() >= HeadReach.ENOUGH).isPresent();
    boolean constant = Math.abs(position.median() - 1) + position.deviation() < AT_CHANCE;
    if (constant && hadRoom) {
      return Optional.of(
          seen(Fault.SDM_AT_CHANCE.id(), true)
              .certainty(Certainty.LIKELY)
              .found(
                  Severity.WARNING,
                  "SDM is still where it is when all similarities are equal.",
                  "Run the full diagnosis: it looks at pairs, temperature and features."));
    }
    return Optional.empty();
  }

  private Finding temperatureTooHigh(double share, boolean rests) {
    FindingBuilder finding =
        seen(Fault.TEMPERATURE_TOO_HIGH.id())
            .certainty(Certainty.LIKELY)
            .saw(
                "share of chance minus floor that this temperature leaves, negatives at cosine 0",
                share,
                "below " + TEMPERATURE_TAKES)
            .abnormalIf(true)
            .tryChange("loss.sdm.temperature", "0.1");
    if (rests) {
      finding.ruledOut("Features that do not match: with them SDM would lie above that line.");
    }
    return finding.found(
        Severity.WARNING,
        "SDM cannot fall further: its temperature is too high.",
        "Set loss.sdm.temperature to 0.1 or below.");
  }

  private FindingBuilder seen(String id) {
    return seen(id, false);
  }

  private FindingBuilder seen(String id, boolean isLossAbnormal) {
    return new FindingBuilder(id)
        .saw("SDM, median of " + WINDOW + " steps", loss.median(), "")
        .abnormalIf(isLossAbnormal)
        .saw("SDM if all similarities were equal", chance.median(), "")
        .saw("smallest SDM that the batches allow", floor.median(), "")
        .saw("temperature", temperature.median(), "")
        .during(MetricKey.SDM_LOSS, Math.max(1, step - WINDOW + 1), step);
  }
}
