package reidstudio.diagnostic.norm;

import java.util.OptionalDouble;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.diagnostic.probe.RowNorms;
import reidstudio.diagnostic.probe.Snapshot;

/**
 * Norms of the rows of a batch behind the neck.
 *
 * @param afterNorm mean after batch normalisation, or of the features themselves without it
 * @param predicted by the gain and bias of batch normalisation; empty without it
 * @param judged mean over the last rows as the classifier sees them, the number that the fixed
 *     thresholds were made for
 * @param before mean over the items before the neck
 */
record NeckNorms(double afterNorm, OptionalDouble predicted, double judged, double before) {
  /** Rows that the fixed thresholds look at. */
  static final int LAST = 10;

  /** Below it rows count as L2-normalised, by the fixed thresholds. */
  static final double NORMALISED = 2;

  /** Above it rows that are not L2-normalised count as too large, by the fixed thresholds. */
  static final double TOO_LARGE = 15;

  /**
   * A mean of norms lies below the root mean square that the prediction is for, by 4 % in a batch
   * of 16 rows of rank 4; far less than this share means another cause.
   */
  private static final double TOLERANCE = 0.2;

  /**
   * Reads them off {@code seen}.
   *
   * @param scale length that rows get before the classifier; 0 leaves them as they are
   */
  static NeckNorms of(Snapshot seen, double scale) {
    return new NeckNorms(
        RowNorms.of(seen.neck()).mean(),
        seen.expectedNorm(),
        scale > 0 ? scale : RowNorms.ofLast(seen.neck(), LAST).mean(),
        RowNorms.of(seen.items()).mean());
  }

  /** Whether rows are L2-normalised by the fixed thresholds. */
  boolean isNormalised() {
    return judged < NORMALISED;
  }

  /** Whether the fixed thresholds would raise an alarm. */
  boolean isAboveFixedThreshold() {
    return judged > TOO_LARGE;
  }

  /** Whether the norm is as predicted; without a prediction any finite one is. */
  boolean isAsPredicted() {
    return predicted.isPresent()
        ? Math.abs(afterNorm - predicted.getAsDouble()) <= TOLERANCE * predicted.getAsDouble()
        : Double.isFinite(afterNorm);
  }

  /** Adds the numbers to {@code finding}. */
  FindingBuilder saw(FindingBuilder finding) {
    finding.saw("mean norm of features before the neck", before, "");
    if (predicted.isPresent()) {
      String expected = FindingBuilder.number(predicted.getAsDouble());
      finding
          .saw("mean norm after batch normalisation", afterNorm, expected + " within 20 %")
          .abnormalIf(!isAsPredicted());
    }
    return finding
        .saw("mean norm of the last rows that the classifier sees", judged, "")
        .saw("L2-normalised by the threshold of 2", isNormalised() ? "yes" : "no", "")
        .saw("too large by the threshold of 15", isAboveFixedThreshold() ? "yes" : "no", "");
  }
}
