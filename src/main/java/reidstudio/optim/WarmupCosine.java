package reidstudio.optim;

/**
 * Linear warm-up, then half a cosine (Loshchilov and Hutter 2017).
 *
 * @param totalSteps optimizer steps of the run
 * @param warmupSteps steps until the factor is 1
 * @param finalFactor factor at the last step
 */
public record WarmupCosine(long totalSteps, long warmupSteps, double finalFactor) {
  public WarmupCosine {
    if (totalSteps < 1 || warmupSteps < 0 || warmupSteps > totalSteps) {
      throw new IllegalArgumentException(
          "warm-up of " + warmupSteps + " steps does not fit into " + totalSteps);
    }
  }

  /** The factor of the peak learning rate at {@code step}, counted from 1. */
  public double factor(long step) {
    if (step <= warmupSteps) {
      return step / (double) warmupSteps;
    }
    long decay = Math.max(1, totalSteps - warmupSteps);
    double progress = Math.min(1, (step - warmupSteps) / (double) decay);
    return finalFactor + (1 - finalFactor) * 0.5 * (1 + Math.cos(Math.PI * progress));
  }
}
