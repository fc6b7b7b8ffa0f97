package reidstudio.event;

import java.util.OptionalInt;

/**
 * One epoch of a run in the numbers that the three common problems show in; NaN where not known.
 *
 * @param epoch counted from 1
 * @param steps that it had
 * @param classes C, training identities
 * @param ceFirst mean cross-entropy of its first tenth
 * @param ceLast mean cross-entropy of its last tenth
 * @param pairableRatio mean of its batches
 * @param validRows mean non-visible rows with a positive
 * @param rows mean non-visible rows
 * @param norm mean norm after batch normalisation in its last tenth
 * @param normExpected the norm that gamma and beta predict there
 * @param updates that the epoch made
 * @param headReach how far a logit can have moved in them, by the learning rates of the classifier
 */
public record EpochSummary(
    int epoch,
    int steps,
    OptionalInt classes,
    double ceFirst,
    double ceLast,
    double pairableRatio,
    double validRows,
    double rows,
    double norm,
    double normExpected,
    int updates,
    HeadReach headReach) {
  /** How far cross-entropy fell within the epoch; negative if it rose. */
  public double ceFell() {
    return ceFirst - ceLast;
  }
}
