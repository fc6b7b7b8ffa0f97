package reidstudio.optim;

/**
 * A curve over epochs: all steps of an epoch have the same factor.
 *
 * @param curve with epochs for its steps
 * @param stepsPerEpoch batches of an epoch
 * @param firstEpoch what the first epoch is called on the curve: 1, or 0 as IRRA and ReID5o count
 */
public record EpochSchedule(WarmupCosine curve, int stepsPerEpoch, int firstEpoch)
    implements Schedule {
  @Override
  public double factor(long step) {
    return curve.factor((step - 1) / stepsPerEpoch + firstEpoch);
  }

  @Override
  public long totalSteps() {
    return curve.totalSteps() * stepsPerEpoch;
  }
}
