package reidstudio.ui.dataset;

import reidstudio.data.audit.VerificationStage;

/**
 * How far a verification is.
 *
 * @param done pictures of {@code total}
 * @param total 0 until it is known
 * @param perSecond pictures; NaN until it can be told
 * @param secondsLeft of this stage; NaN until it can be told
 */
record VerifyProgress(
    VerificationStage stage, int done, int total, double perSecond, double secondsLeft) {
  /** A rate over less than this is noise. */
  private static final double SETTLED = 0.5;

  /** After {@code seconds} of the stage. */
  static VerifyProgress after(VerificationStage stage, int done, int total, double seconds) {
    boolean tells = seconds >= SETTLED && done > 0;
    double rate = tells ? done / seconds : Double.NaN;
    return new VerifyProgress(stage, done, total, rate, (total - done) / rate);
  }

  /** 0 to 1; negative while it is unknown. */
  double share() {
    return total == 0 ? -1 : done / (double) total;
  }
}
