package reidstudio.diagnostic.experiment;

/** Steps and seconds that an experiment may take, whichever is used up first. */
final class Budget {
  private static final double NANOS = 1e9;

  private final int steps;
  private final double seconds;
  private final long start = System.nanoTime();

  /** Time counts from now. */
  Budget(int steps, double seconds) {
    this.steps = steps;
    this.seconds = seconds;
  }

  /** Whether a step after {@code made} ones is allowed. */
  boolean allows(int made) {
    return made < steps && elapsed() < seconds;
  }

  /** Whether time ended before the steps did. */
  boolean wasTooShort(int made) {
    return made < steps && elapsed() >= seconds;
  }

  /** What is used up after {@code made} steps, 0 to 1. */
  double used(int made) {
    return Math.min(1, Math.max(made / (double) steps, elapsed() / seconds));
  }

  int steps() {
    return steps;
  }

  private double elapsed() {
    return (System.nanoTime() - start) / NANOS;
  }
}
