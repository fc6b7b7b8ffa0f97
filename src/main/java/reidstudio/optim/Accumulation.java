package reidstudio.optim;

/**
 * Which steps of an epoch share one update of the weights. The last update of an epoch is made from
 * what is left, so that no gradient is carried over.
 *
 * @param stepsPerEpoch batches of an epoch
 * @param size batches of one update
 */
public record Accumulation(int stepsPerEpoch, int size) {
  public Accumulation {
    if (stepsPerEpoch < 1 || size < 1) {
      throw new IllegalArgumentException(
          size + " batches of " + stepsPerEpoch + " cannot make an update");
    }
  }

  /** Whether {@code stepInEpoch}, counted from 1, is the first of an update. */
  public boolean begins(int stepInEpoch) {
    return stepInEpoch == first(stepInEpoch);
  }

  /** Whether the weights move after {@code stepInEpoch}. */
  public boolean ends(int stepInEpoch) {
    return stepInEpoch == last(stepInEpoch);
  }

  /** The first step of the update that {@code stepInEpoch} is part of. */
  public int first(int stepInEpoch) {
    return (stepInEpoch - 1) / size * size + 1;
  }

  /** The last step of the update that {@code stepInEpoch} is part of. */
  public int last(int stepInEpoch) {
    return Math.min(first(stepInEpoch) + size - 1, stepsPerEpoch);
  }

  /** Share of {@code stepInEpoch} in its update: gradients are averaged. */
  public double share(int stepInEpoch) {
    return 1.0 / (last(stepInEpoch) - first(stepInEpoch) + 1);
  }

  /** Updates of an epoch. */
  public int updatesPerEpoch() {
    return (stepsPerEpoch + size - 1) / size;
  }
}
