package reidstudio.optim;

/**
 * Linear warm-up, then half a cosine (Loshchilov and Hutter 2017).
 *
 * @param totalSteps steps until the final factor
 * @param warmupSteps steps until the factor is 1
 * @param startFactor factor before the first step
 * @param finalFactor factor at the last step
 */
public record WarmupCosine(
    long totalSteps, long warmupSteps, double startFactor, double finalFactor) implements Schedule {
  public WarmupCosine {
    if (totalSteps < 1 || warmupSteps < 0 || warmupSteps > totalSteps) {
      throw new IllegalArgumentException(
          "warm-up of " + warmupSteps + " steps does not fit into " + totalSteps);
    }
  }

  @Override
  public double factor(long step) {
    if (step < warmupSteps) {
      return startFactor + (1 - startFactor) * step / warmupSteps;
    }
    long decay = Math.max(1, totalSteps - warmupSteps);
    double progress = Math.min(1, (step - warmupSteps) / (double) decay);
    return finalFactor + (1 - finalFactor) * 0.5 * (1 + Math.cos(Math.PI * progress));
  }
}
