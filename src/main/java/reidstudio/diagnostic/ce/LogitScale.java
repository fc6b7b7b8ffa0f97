package reidstudio.diagnostic.ce;

import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Certainty;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/**
 * Are logits finite and of a size that softmax can use? Rows of one length that is too short are
 * cosines: with unit weights two of their logits differ by twice the length at most, and
 * cross-entropy stops at {@code ln(1 + (C-1) e^(-2 scale))}.
 */
final class LogitScale implements Check {
  private static final double TOO_LARGE = 100;

  /** Cosines without scale lie in -1 to 1. */
  private static final double COSINE_RANGE = 2;

  /** Of ln C; a floor above it leaves cross-entropy little to gain. */
  private static final double HIGH_FLOOR = 0.25;

  private static final double LOW_FLOOR = 0.01;
  private static final double[] SCALES = {8, 16, 32, 64};

  private final Subject subject;
  private final CeProbe probe;

  LogitScale(Subject subject, CeProbe probe) {
    this.subject = subject;
    this.probe = probe;
  }

  @Override
  public String doing() {
    return "size of the logits";
  }

  @Override
  public Finding run() {
    CeProbe.Measured seen = probe.measured();
    double scale = subject.config().model().neck().scale();
    FindingBuilder finding =
        new FindingBuilder(Fault.LOGIT_SCALE)
            .saw("largest logit", seen.largestLogit(), "below " + FindingBuilder.number(TOO_LARGE))
            .abnormalIf(!(seen.largestLogit() < TOO_LARGE))
            .saw("mean magnitude after the neck", seen.meanFeature(), "about 0.8");
    if (!(seen.largestLogit() < TOO_LARGE)) {
      double rate = subject.config().optimizer().head().learningRate();
      return finding
          .tryChange("optimizer.head.learningRate", FindingBuilder.number(rate / 10))
          .found(
              Severity.ERROR,
              "Logits are so large that softmax saturates.",
              "Lower optimizer.head.learningRate.");
    }
    if (scale > 0) {
      finding
          .saw("length of the rows before the classifier", scale, "8 or more")
          .saw(
              "smallest cross-entropy with weights of length 1",
              floor(scale),
              "far below " + FindingBuilder.number(chance()))
          .abnormalIf(floor(scale) > HIGH_FLOOR * chance());
      if (floor(scale) > HIGH_FLOOR * chance() && seen.largestLogit() <= COSINE_RANGE * scale) {
        return cosines(finding);
      }
    }
    return finding.ok("Logits are finite and of a usable size.");
  }

  private Finding cosines(FindingBuilder finding) {
    String better = FindingBuilder.number(better());
    return finding
        .certainty(Certainty.LIKELY)
        .ruledOut("Not the learning rate: at this length no rate brings cross-entropy down far.")
        .tryChange("model.neck.scale", better)
        .found(
            Severity.WARNING,
            "Logits are cosines without a scale: cross-entropy cannot come near 0.",
            "Set model.neck.scale to " + better + ", or to 0 for rows of their own length.");
  }

  private double better() {
    for (double scale : SCALES) {
      if (floor(scale) < LOW_FLOOR * chance()) {
        return scale;
      }
    }
    return SCALES[SCALES.length - 1];
  }

  private double floor(double scale) {
    return Math.log1p((classes() - 1) * Math.exp(-2 * scale));
  }

  private double chance() {
    return Math.log(classes());
  }

  private int classes() {
    return subject.dataset().trainIdentities();
  }
}
