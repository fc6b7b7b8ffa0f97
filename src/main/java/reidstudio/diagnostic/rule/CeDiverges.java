package reidstudio.diagnostic.rule;

import java.util.Optional;
import reidstudio.config.RunConfig;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Certainty;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.RunProfile;
import reidstudio.event.Severity;
import reidstudio.event.StepMetrics;

/**
 * Is cross-entropy worse than a guess? A head can always guess, so staying above ln C is no lack of
 * learning: the steps are too large, or the logits were before the first.
 */
final class CeDiverges implements Rule {
  private static final int WINDOW = 25;

  /** Nats above ln C; noise of a batch is far smaller. */
  private static final double ABOVE = 0.5;

  /** The loss doubles against its best (TheDeepChecker: diverging). */
  private static final double TIMES_BEST = 2;

  /** A healthy update changes weights by about 1e-3 of themselves, 0.1 is too much (CS231n). */
  private static final double LARGE_UPDATE = 0.1;

  private final Windows ce = new Windows(WINDOW);
  private double headRate = Double.NaN;
  private double headNorm = Double.NaN;
  private long step;

  @Override
  public void step(StepMetrics metrics, RunProfile known) {
    step = metrics.step();
    ce.add(metrics.value(MetricKey.CE_LOSS));
    headRate = metrics.value(MetricKey.RATE_HEAD);
    headNorm = metrics.value(MetricKey.NORM_HEAD);
  }

  @Override
  public Optional<Finding> finding(RunProfile known) {
    if (ce.count() < 2 || known.ceChance().isEmpty()) {
      return Optional.empty();
    }
    double chance = known.ceChance().getAsDouble();
    double level = ce.back(0);
    boolean worseThanAGuess = level > chance + ABOVE && ce.back(1) > chance + ABOVE;
    boolean lost = ce.count() > 3 && level > TIMES_BEST * ce.lowest() && level > chance - ABOVE;
    if (!worseThanAGuess && !lost) {
      return Optional.empty();
    }
    FindingBuilder finding =
        new FindingBuilder(Fault.RATE_TOO_HIGH)
            .certainty(Certainty.LIKELY)
            .saw(
                "cross-entropy, median of " + WINDOW + " steps",
                level,
                "below ln C = " + FindingBuilder.number(chance))
            .abnormalIf(true)
            .saw("its lowest level so far", ce.lowest(), "")
            .ruledOut("A head that does not learn: it would stay at ln C, not above.")
            .during(MetricKey.CE_LOSS, Math.max(1, step - 2 * WINDOW + 1), step);
    sayUpdateRatio(finding, known);
    known.config().ifPresent(config -> proposeRate(finding, config));
    return Optional.of(
        finding.found(
            Severity.ERROR,
            "Cross-entropy is worse than a guess: the steps are too large.",
            "Divide the learning rate that stands out by 10; the experiment 'rate-range' shows"
                + " which rates the loss falls with."));
  }

  private void sayUpdateRatio(FindingBuilder finding, RunProfile known) {
    if (known.classes().isPresent() && known.embedding().isPresent() && headNorm > 0) {
      double rms =
          headNorm / Math.sqrt((double) known.classes().getAsInt() * known.embedding().getAsInt());
      finding
          .saw(
              "head's rate over its mean weight",
              headRate / rms,
              "near 0.001, above " + LARGE_UPDATE + " too much")
          .abnormalIf(headRate / rms > LARGE_UPDATE);
    }
  }

  /** The group whose rate is furthest above what works from random weights. */
  private static void proposeRate(FindingBuilder finding, RunConfig config) {
    double head = config.optimizer().head().learningRate();
    double encoder = config.optimizer().encoder().learningRate();
    RunConfig usual = RunConfig.defaults();
    boolean headStandsOut =
        head / usual.optimizer().head().learningRate()
            >= encoder / usual.optimizer().encoder().learningRate();
    finding.tryChange(
        headStandsOut ? "optimizer.head.learningRate" : "optimizer.encoder.learningRate",
        FindingBuilder.number((headStandsOut ? head : encoder) / 10));
  }
}
