package reidstudio.diagnostic.rule;

import java.util.Optional;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Certainty;
import reidstudio.event.Evaluation;
import reidstudio.event.Finding;
import reidstudio.event.HeadReach;
import reidstudio.event.MetricKey;
import reidstudio.event.RunProfile;
import reidstudio.event.Severity;
import reidstudio.event.StepMetrics;

/**
 * Has cross-entropy left ln C, and if not, should it have? What a head can do by now and until the
 * end follows from its learning rates alone, see {@link Reach}; without them steps are counted.
 */
final class CeStuck implements Rule {
  private static final int WINDOW = 50;

  /** The seed calls a run with ln 384 = 5.951 stuck above 5.9. */
  private static final double MARGIN = 0.05;

  /** Go or no go is decided after 300 to 500 steps where rates are not known (guide 4). */
  private static final int STEPS_TO_DOUBT = 300;

  private static final int STEPS_TO_KNOW = 500;

  /** Three times what makes a head doubtful. */
  private static final double CERTAIN_REACH = 3 * HeadReach.DOUBTFUL;

  /** Guide 4's 300 steps. */
  private static final long CERTAIN_UPDATES = 300;

  /** A gain of mAP that is no luck: two points. */
  static final double RISE = 0.02;

  private final Recent ce = new Recent(WINDOW);
  private final Recent accuracy = new Recent(WINDOW);
  private final Recent weight = new Recent(WINDOW);
  private final Reach reach = new Reach();
  private double firstMap = Double.NaN;
  private double lastMap = Double.NaN;
  private long step;

  @Override
  public void step(StepMetrics metrics, RunProfile known) {
    step = metrics.step();
    ce.add(metrics.value(MetricKey.CE_LOSS));
    accuracy.add(metrics.value(MetricKey.CE_ACCURACY));
    weight.add(metrics.value(MetricKey.CE_WEIGHT));
    reach.step(metrics, known);
  }

  @Override
  public void evaluated(Evaluation evaluation, RunProfile known) {
    evaluation
        .meanAveragePrecision()
        .ifPresent(
            map -> {
              lastMap = map;
              firstMap = Double.isNaN(firstMap) ? map : firstMap;
            });
  }

  @Override
  public Optional<Finding> finding(RunProfile known) {
    if (!ce.isFull()) {
      return Optional.empty();
    }
    if (weight.max() == 0) {
      return Optional.of(switchedOff());
    }
    if (known.ceChance().isEmpty()) {
      return flatAtSomeLogarithm();
    }
    double chance = known.ceChance().getAsDouble();
    if (ce.median() < chance - MARGIN) {
      return Optional.empty();
    }
    if (lastMap - firstMap > RISE) {
      return Optional.of(harmless(chance));
    }
    Optional<HeadReach> planned = reach.atMost(known).filter(r -> r.logit() < HeadReach.ENOUGH);
    if (planned.isPresent()) {
      return Optional.of(noBudget(chance, planned.get(), known));
    }
    return atChance(chance, known);
  }

  private Finding switchedOff() {
    return new FindingBuilder(Fault.CE_SWITCHED_OFF)
        .saw("weight of cross-entropy", 0, "")
        .found(Severity.INFO, "No fault: cross-entropy is measured and not minimised.", "");
  }

  private Finding harmless(double chance) {
    return seen("ce.high-but-harmless", chance)
        .saw("mean mAP of the first evaluation", firstMap, "")
        .saw("mean mAP of the last evaluation", lastMap, "rising")
        .found(
            Severity.INFO, "No fault: cross-entropy stays high while retrieval gets better.", "");
  }

  private Finding noBudget(double chance, HeadReach planned, RunProfile known) {
    double factor = Math.max(2, Math.ceil(2 * HeadReach.ENOUGH / planned.logit()));
    FindingBuilder finding =
        seen(Fault.NO_LEARNING_BUDGET.id(), chance)
            .saw("sum of the head's rates so far", reach.rateSum(), "")
            .saw(
                "distance that a logit can move until the end",
                planned.logit(),
                "above "
                    + FindingBuilder.number(HeadReach.ENOUGH)
                    + ", hopeless below "
                    + FindingBuilder.number(HeadReach.HOPELESS))
            .abnormalIf(true)
            .certainty(planned.isHopeless() ? Certainty.PROVEN : Certainty.LIKELY);
    known
        .config()
        .ifPresent(
            c ->
                finding.tryChange(
                    "optimizer.head.learningRate",
                    FindingBuilder.number(
                        Math.min(1e-2, c.optimizer().head().learningRate() * factor))));
    return finding.found(
        planned.isHopeless() ? Severity.ERROR : Severity.WARNING,
        "Updates times learning rate are too few for cross-entropy to leave ln C.",
        "Multiply optimizer.head.learningRate or the number of updates by "
            + FindingBuilder.number(factor)
            + ".");
  }

  private Optional<Finding> atChance(double chance, RunProfile known) {
    Optional<HeadReach> soFar = reach.soFar(known);
    boolean doubtful =
        soFar
            .map(moved -> moved.isEnoughToLeaveChance(reach.updates()))
            .orElse(ce.added() >= STEPS_TO_DOUBT);
    boolean certain =
        soFar
            .map(m -> m.logit() >= CERTAIN_REACH && reach.updates() >= CERTAIN_UPDATES)
            .orElse(ce.added() >= STEPS_TO_KNOW);
    if (!doubtful) {
      return Optional.of(early(chance, soFar));
    }
    FindingBuilder finding = seen(Fault.AT_CHANCE.id(), chance).certainty(Certainty.LIKELY);
    soFar.ifPresent(
        moved ->
            finding
                .saw(
                    "distance that a logit can have moved",
                    moved.logit(),
                    "leaves chance by " + FindingBuilder.number(HeadReach.DOUBTFUL))
                .ruledOut("Too early or too small a learning rate: the head had room to move."));
    return Optional.of(
        finding.found(
            certain ? Severity.ERROR : Severity.WARNING,
            "Cross-entropy is still at ln C, where a guess would be.",
            "Run the full diagnosis: it tells labels, wiring, gradients and inputs apart."));
  }

  private Finding early(double chance, Optional<HeadReach> soFar) {
    FindingBuilder finding = seen("ce.too-early", chance);
    soFar.ifPresent(
        moved ->
            finding.saw(
                "distance that a logit can have moved",
                moved.logit(),
                "leaves chance by " + FindingBuilder.number(HeadReach.DOUBTFUL)));
    return finding.found(
        Severity.INFO, "No fault yet: the head has had too few updates to leave ln C.", "");
  }

  /** Where nobody knows C, a flat line at the logarithm of a whole number is telling enough. */
  private Optional<Finding> flatAtSomeLogarithm() {
    double level = ce.median();
    long classes = Math.round(Math.exp(level));
    boolean flat = ce.deviation() < 0.02 && Math.abs(level - Math.log((double) classes)) < 0.005;
    if (ce.added() < STEPS_TO_DOUBT || classes < 20 || !flat) {
      return Optional.empty();
    }
    return Optional.of(
        seen(Fault.AT_CHANCE.id(), Math.log((double) classes))
            .saw("identities that such a guess would have", classes, "")
            .certainty(Certainty.POSSIBLE)
            .found(
                Severity.WARNING,
                "Cross-entropy is flat at the logarithm of a whole number, where a guess would be.",
                "Compare the number of identities with it; if they agree, nothing is learned."));
  }

  private FindingBuilder seen(String id, double chance) {
    FindingBuilder finding =
        new FindingBuilder(id)
            .saw(
                "cross-entropy, median of " + WINDOW + " steps",
                ce.median(),
                "below " + FindingBuilder.number(chance - MARGIN))
            .abnormalIf(true)
            .saw("ln C, a guess", chance, "");
    if (accuracy.size() > 0) {
      finding.saw("accuracy on batches", accuracy.mean(), "");
    }
    return finding
        .saw("updates seen", reach.updates(), "")
        .during(MetricKey.CE_LOSS, Math.max(1, step - WINDOW + 1), step);
  }
}
