package reidstudio.engine;

/** Times steps; what passes between the end of a step and the start of the next does not count. */
final class StepClock {
  private static final double NANOS = 1e9;

  private long start;
  private long data;
  private double stepSeconds;
  private double waitSeconds;
  private double totalSeconds;

  /** A clock that has counted {@code totalSeconds} already. */
  StepClock(double totalSeconds) {
    this.totalSeconds = totalSeconds;
  }

  void startStep() {
    start = System.nanoTime();
  }

  void gotData() {
    data = System.nanoTime();
  }

  void endStep() {
    long end = System.nanoTime();
    stepSeconds = (end - start) / NANOS;
    waitSeconds = (data - start) / NANOS;
    totalSeconds += stepSeconds;
  }

  double stepSeconds() {
    return stepSeconds;
  }

  double waitShare() {
    return waitSeconds / stepSeconds;
  }

  double totalSeconds() {
    return totalSeconds;
  }
}
