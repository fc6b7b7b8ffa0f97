package reidstudio.optim;

/**
 * How far a classifier can get in the updates that are planned, or could in those that were made.
 *
 * <p>Adam moves a weight by about its learning rate in an update, so after all of them a logit can
 * have moved by about {@code D * mean|f| * sum of rates}.
 *
 * @param updates planned or made
 * @param rateSum the head's learning rates of all updates together
 * @param reach how far a logit can move
 */
public record UpdateBudget(long updates, double rateSum, double reach) {
  /**
   * The budget of a run.
   *
   * @param peakRate of the head
   * @param width D of the rows that the classifier sees
   * @param meanFeature their mean magnitude: 0.8 after batch normalisation
   */
  public static UpdateBudget of(
      Schedule schedule,
      Accumulation accumulation,
      double peakRate,
      int width,
      double meanFeature) {
    return upTo(schedule.totalSteps(), schedule, accumulation, peakRate, width, meanFeature);
  }

  /**
   * What a run has spent of its budget.
   *
   * @param steps batches so far
   * @param peakRate of the head
   * @param width D of the rows that the classifier sees
   * @param meanFeature their mean magnitude
   */
  public static UpdateBudget upTo(
      long steps,
      Schedule schedule,
      Accumulation accumulation,
      double peakRate,
      int width,
      double meanFeature) {
    long updates = 0;
    double sum = 0;
    int perEpoch = accumulation.stepsPerEpoch();
    for (long step = 1; step <= Math.min(steps, schedule.totalSteps()); step++) {
      if (accumulation.ends((int) ((step - 1) % perEpoch) + 1)) {
        updates++;
        sum += peakRate * schedule.factor(step);
      }
    }
    return new UpdateBudget(updates, sum, width * meanFeature * sum);
  }
}
