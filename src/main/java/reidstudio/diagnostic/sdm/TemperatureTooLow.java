package reidstudio.diagnostic.sdm;

import java.util.Arrays;
import java.util.Optional;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Certainty;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/**
 * Does one column take a row's whole probability before the model knows which one is right? Then
 * the divergence's gradient vanishes on that row, and that of cross-entropy no longer says by how
 * much a row is wrong.
 */
final class TemperatureTooLow implements Check {
  /** Of the rows; the others still teach. */
  private static final double NEARLY_ALL = 0.8;

  /** Of the way from floor to chance; below it rows are decided because they are right. */
  private static final double LEARNT = 0.05;

  /** Whoever decides and does worse than that decides by accident. */
  private static final double CHANCE = 1;

  /** Logits below it cannot decide a row alone. */
  private static final double LARGE_LOGIT = 15;

  /** CLIP caps 1 / temperature at 100, and nobody in the field trains below 0.02. */
  private static final double LOWEST_IN_USE = 0.01;

  private static final double HALF = 0.5;
  private static final double[] CANDIDATES = {0.02, 0.05, 0.1, 0.2};

  private final FrozenBlock frozen;

  TemperatureTooLow(FrozenBlock frozen) {
    this.frozen = frozen;
  }

  @Override
  public String doing() {
    return "rows that SDM has decided already";
  }

  @Override
  public Finding run() {
    FindingBuilder finding = new FindingBuilder(Fault.TEMPERATURE_TOO_LOW);
    Optional<Finding> nothing = frozen.nothingToJudge(finding);
    if (nothing.isPresent()) {
      return nothing.get();
    }
    double temperature = frozen.temperature();
    double decided = frozen.block().decidedShare(temperature);
    double loss = frozen.loss(temperature);
    double logit = frozen.block().largestLogit(temperature);
    finding
        .saw("temperature", temperature, "")
        .abnormalIf(temperature < LOWEST_IN_USE)
        .saw("largest similarity over temperature", logit, "below 15, more only once it has learnt")
        .abnormalIf(logit >= LARGE_LOGIT && frozen.height(loss) > CHANCE)
        .saw("share of rows with one probability above 0.99", decided, "below 0.8")
        .abnormalIf(decided >= NEARLY_ALL && frozen.height(loss) > CHANCE)
        .saw("SDM of the batch", loss, FindingBuilder.number(frozen.floor()) + " at best");
    if (temperature < LOWEST_IN_USE) {
      return tooLow(
          finding.certainty(Certainty.LIKELY),
          "The temperature is below any that CLIP allows: single similarities decide a row.");
    }
    if (decided < NEARLY_ALL || logit < LARGE_LOGIT) {
      return finding.ok("SDM weighs several candidates in its rows.");
    }
    if (frozen.height(loss) <= CHANCE) {
      return finding.ok(
          frozen.height(loss) < LEARNT
              ? "SDM has decided its rows, and rightly: it has arrived."
              : "SDM has decided its rows, and better than chance.");
    }
    return tooLow(
        finding
            .certainty(Certainty.LIKELY)
            .ruledOut("Not a model that has learnt: the decided rows are wrong."),
        "The temperature is so low that SDM has decided nearly every row, wrongly.");
  }

  private Finding tooLow(FindingBuilder finding, String title) {
    String better = FindingBuilder.number(better(frozen.temperature()));
    return finding
        .tryChange(frozen.temperatureKey(false), better)
        .found(
            Severity.WARNING, title, "Set " + frozen.temperatureKey(false) + " to " + better + ".");
  }

  private double better(double temperature) {
    return Arrays.stream(CANDIDATES)
        .filter(each -> each > temperature && frozen.block().decidedShare(each) < HALF)
        .findFirst()
        .orElse(CANDIDATES[CANDIDATES.length - 1]);
  }
}
