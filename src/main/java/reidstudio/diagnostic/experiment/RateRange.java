package reidstudio.diagnostic.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import reidstudio.batch.HostBatch;
import reidstudio.config.GroupConfig;
import reidstudio.config.OptimizerConfig;
import reidstudio.diagnostic.Course;
import reidstudio.diagnostic.Experiment;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Certainty;
import reidstudio.event.Finding;
import reidstudio.event.Severity;
import reidstudio.tensor.Parameter.Role;

/**
 * Which learning rates does the loss fall with? About a hundred updates with rates that grow from
 * 1e-7 to 10 (Smith 2017), all groups together in their own ratios; the head's rate stands for
 * them.
 *
 * <p>A few batches go round, and each loss is compared with that of the same batch before the first
 * update: batches differ by more than an update changes.
 */
final class RateRange implements Experiment {
  private static final double LOWEST = 1e-7;
  private static final double HIGHEST = 10;
  private static final int BATCHES = 8;

  /** The range and the steps are fastai's; fewer steps where each takes long. */
  private static final int STEPS = 100;

  private static final int FEWEST_STEPS = 30;
  private static final double SECONDS = 90;
  private static final double NANOS = 1e9;

  /** A factor of ten is what the rate range can tell for sure; our own. */
  private static final double FAR = 10;

  /** A loss that falls by less has not fallen: TheDeepChecker's window. */
  private static final double FALL = 0.05;

  /**
   * The rate of a whole run beside the steepest one of a hundred steps: the usual advice lies
   * between that and a tenth of the best; healthy demo runs train with 0.35 to 0.9 of it.
   */
  private static final double PROPOSED = 1 / 3.0;

  /** The factor of IRRA (CVPR 2023) for layers that are not pretrained. */
  private static final double HEAD_OVER_ENCODER = 5;

  /** How much deeper the loss must fall with a faster head to blame the head; our own. */
  private static final double DEEPER = 1.5;

  private final Subject subject;

  RateRange(Subject subject) {
    this.subject = subject;
  }

  @Override
  public String doing() {
    return "loss against a growing learning rate";
  }

  @Override
  public Finding run(Course course) {
    if (peak() == 0) {
      return new FindingBuilder(Fault.RATE_TOO_LOW)
          .saw("peak learning rate of the head", 0, "above 0")
          .abnormalIf(true)
          .tryChange("optimizer.head.learningRate", 1e-3)
          .found(
              Severity.ERROR,
              "The head's learning rate is 0: the classifier never moves.",
              "Set optimizer.head.learningRate to 1e-3 or more.");
    }
    OptimizerConfig own = subject.config().optimizer();
    RateCurve curve = StateCopy.keep(subject, copy -> curve(course, own));
    if (peak() < own.encoder().learningRate()) {
      OptimizerConfig faster = withHead(own, HEAD_OVER_ENCODER * own.encoder().learningRate());
      RateCurve other = StateCopy.keep(subject, copy -> curve(course, faster));
      if (other.fall() >= FALL && other.fall() >= DEEPER * curve.fall()) {
        return slowHead(curve, other, faster.head().learningRate());
      }
    }
    return verdict(curve);
  }

  private static OptimizerConfig withHead(OptimizerConfig rules, double rate) {
    return new OptimizerConfig(
        rules.kind(),
        rules.encoder(),
        rules.adapter(),
        rules.fusion(),
        new GroupConfig(rate, rules.head().weightDecay()),
        rules.biasRateFactor(),
        rules.beta1(),
        rules.beta2(),
        rules.epsilon(),
        rules.schedule(),
        rules.clipNorm(),
        rules.accumulation());
  }

  /** All groups at once do not help: the encoders run away before the head begins to learn. */
  private Finding slowHead(RateCurve own, RateCurve curve, double rate) {
    double proposed = oneDigit(rate);
    return evidence(Fault.RATE_TOO_LOW, curve)
        .saw(
            "peak learning rate of the encoders",
            subject.config().optimizer().encoder().learningRate(),
            "")
        .saw("share by which the loss falls with the run's ratio of rates", own.fall(), "")
        .saw("the same with a faster head", curve.fall(), "")
        .certainty(Certainty.LIKELY)
        .ruledOut("The encoders' rates: with the same of them and a faster head the loss falls.")
        .tryChange("optimizer.head.learningRate", proposed)
        .found(
            Severity.WARNING,
            "The head's learning rate is too low beside the encoders'.",
            "Set optimizer.head.learningRate to about "
                + FindingBuilder.number(proposed)
                + ": new layers have to learn faster than encoders.");
  }

  private double peak() {
    return subject.optimizer().rate(Role.HEAD, 1);
  }

  private RateCurve curve(Course course, OptimizerConfig rules) {
    TrialStep step = new TrialStep(subject, rules);
    List<HostBatch> batches = new ArrayList<>();
    List<Double> before = new ArrayList<>();
    for (int i = 0; i < BATCHES; i++) {
      course.at(0, "losses before the first update");
      batches.add(subject.batches().batch(i));
      before.add(step.look(batches.get(i)).total());
    }
    double level = before.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    long start = System.nanoTime();
    RateCurve curve = new RateCurve();
    boolean more = curve.add(LOWEST, level);
    int steps = STEPS;
    for (int i = 1; more && i < steps; i++) {
      double rate = LOWEST * Math.pow(HIGHEST / LOWEST, i / (steps - 1.0));
      course.at(i / (double) steps, progress(i, steps, rate));
      int batch = i % BATCHES;
      Seen seen = step.train(batches.get(batch), rate / rules.head().learningRate());
      more = curve.add(rate, level + seen.total() - before.get(batch));
      if (i == 1) {
        steps = affordable((System.nanoTime() - start) / NANOS);
      }
    }
    return curve;
  }

  /** The first step is none of the fastest, so time is rather left over than overdrawn. */
  private static int affordable(double secondsOfOne) {
    return (int) Math.max(FEWEST_STEPS, Math.min(STEPS, SECONDS / secondsOfOne));
  }

  private static String progress(int made, int steps, double rate) {
    return "step " + made + " of " + steps + ", learning rate " + FindingBuilder.number(rate);
  }

  private Finding verdict(RateCurve curve) {
    double peak = peak();
    if (curve.fall() < FALL) {
      return evidence(Fault.RATE_TOO_LOW, curve)
          .certainty(Certainty.POSSIBLE)
          .found(
              Severity.INFO,
              "With no rate does the loss fall within the experiment, so rates cannot be compared.",
              "That is normal late in a run; early in one, run 'check memorise'.");
    }
    double steepest = curve.steepest();
    double proposed = oneDigit(steepest * PROPOSED);
    String scale =
        "Set optimizer.head.learningRate to about "
            + FindingBuilder.number(proposed)
            + " and multiply the rates of encoder, fusion and adapters by the same "
            + FindingBuilder.number(proposed / peak)
            + ".";
    if (peak * FAR <= steepest) {
      return ruledOut(evidence(Fault.RATE_TOO_LOW, curve))
          .tryChange("optimizer.head.learningRate", proposed)
          .found(
              Severity.WARNING,
              "The learning rate is far below the one that the loss falls fastest with.",
              scale);
    }
    if (peak >= steepest * FAR || peak >= curve.divergence().orElse(Double.POSITIVE_INFINITY)) {
      return ruledOut(evidence(Fault.RATE_TOO_HIGH, curve))
          .tryChange("optimizer.head.learningRate", proposed)
          .found(
              Severity.ERROR,
              "The learning rate is far above those that the loss falls with.",
              scale);
    }
    return evidence(Fault.RATE_TOO_LOW, curve).ok("The learning rate lies where the loss falls.");
  }

  private FindingBuilder evidence(Fault fault, RateCurve curve) {
    FindingBuilder finding =
        new FindingBuilder(fault).saw("peak learning rate of the head", peak(), "");
    if (curve.fall() >= FALL) {
      double steepest = curve.steepest();
      finding
          .saw(
              "rate at which the loss falls fastest",
              steepest,
              "within a factor of " + FindingBuilder.number(FAR) + " of the peak")
          .abnormalIf(peak() * FAR <= steepest || peak() >= steepest * FAR);
    }
    curve
        .divergence()
        .ifPresent(
            rate ->
                finding
                    .saw("rate at which the loss runs away", rate, "above the peak")
                    .abnormalIf(peak() >= rate));
    for (RateCurve.Point point : curve.decades()) {
      finding.saw(
          "smoothed loss at the rate " + FindingBuilder.number(point.rate()), point.loss(), "");
    }
    return finding;
  }

  private static FindingBuilder ruledOut(FindingBuilder finding) {
    return finding
        .certainty(Certainty.LIKELY)
        .ruledOut("Wiring: with another rate the same losses fall on the same batches.");
  }

  private static double oneDigit(double value) {
    double unit = Math.pow(10, Math.floor(Math.log10(value)));
    return Double.parseDouble(
        String.format(Locale.ROOT, "%.0e", Math.max(1, Math.round(value / unit)) * unit));
  }
}
