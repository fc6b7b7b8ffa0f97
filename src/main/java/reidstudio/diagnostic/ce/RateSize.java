package reidstudio.diagnostic.ce;

import reidstudio.config.OptimizerConfig;
import reidstudio.config.RunConfig;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Certainty;
import reidstudio.event.Finding;
import reidstudio.event.Severity;
import reidstudio.loss.CrossEntropy;

/**
 * Can a single update undo what the weights are? Adam moves a weight by about its rate. Weights of
 * the encoder start near {@code 1 / sqrt(width)}, so the rate times {@code sqrt(width)} is the
 * share of them that an update replaces: 1e-3 is usual, 0.1 too much (CS231n, TheDeepChecker). A
 * logit moves by {@code 0.8 D} times the head's rate; softmax saturates within 10 nats.
 */
final class RateSize implements Check {
  private static final double LARGE_SHARE = 0.1;
  private static final double LARGE_LOGIT_MOVE = 10;
  private static final double MEAN_FEATURE = 0.8;
  private static final double USUAL_SHARE = 1e-3;
  private static final double USUAL_LOGIT_MOVE = 1;

  /** Nats below ln C from which cross-entropy learns, whatever the rates are. */
  private static final double LEARNS = 0.4;

  private final Subject subject;
  private final CeProbe probe;

  RateSize(Subject subject, CeProbe probe) {
    this.subject = subject;
    this.probe = probe;
  }

  @Override
  public String doing() {
    return "size of an update against the weights";
  }

  @Override
  public Finding run() {
    RunConfig config = subject.config();
    OptimizerConfig optimizer = config.optimizer();
    double rootOfWidth = Math.sqrt(config.model().width());
    double reachOfRate = MEAN_FEATURE * config.model().embedding();
    double share = optimizer.encoder().learningRate() * rootOfWidth;
    double move = optimizer.head().learningRate() * reachOfRate;
    FindingBuilder finding =
        new FindingBuilder(Fault.RATE_TOO_HIGH)
            .saw(
                "share of the encoder's weights that an update replaces",
                share,
                "near 0.001, below " + LARGE_SHARE)
            .abnormalIf(share > LARGE_SHARE)
            .saw(
                "distance that an update moves a logit",
                move,
                "near 1, below " + FindingBuilder.number(LARGE_LOGIT_MOVE))
            .abnormalIf(move > LARGE_LOGIT_MOVE);
    boolean large = share > LARGE_SHARE || move > LARGE_LOGIT_MOVE;
    if (!large || learns()) {
      return finding.ok("An update changes the weights by a small part of themselves.");
    }
    boolean encoder = share / LARGE_SHARE > move / LARGE_LOGIT_MOVE;
    String key = encoder ? "optimizer.encoder.learningRate" : "optimizer.head.learningRate";
    String rate =
        FindingBuilder.number(encoder ? USUAL_SHARE / rootOfWidth : USUAL_LOGIT_MOVE / reachOfRate);
    return finding
        .certainty(Certainty.LIKELY)
        .tryChange(key, rate)
        .found(
            Severity.ERROR,
            "The learning rate is so high that an update replaces what was learned.",
            "Set " + key + " to about " + rate + ".");
  }

  private boolean learns() {
    double chance = CrossEntropy.chance(subject.dataset().trainIdentities());
    return probe.measured().crossEntropy() < chance - LEARNS;
  }
}
