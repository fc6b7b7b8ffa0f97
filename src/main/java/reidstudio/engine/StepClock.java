package reidstudio.engine;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Times steps; what passes between the end of a step and the start of the next does not count.
 *
 * <p>Thread: the engine thread; {@link #underWaySeconds} any.
 */
final class StepClock {
  private static final double NANOS = 1e9;

  private final LongSupplier nanos;
  private volatile OptionalLong underWay = OptionalLong.empty();
  private long start;
  private long data;
  private double stepSeconds;
  private double waitSeconds;
  private double totalSeconds;

  /** A clock that has counted {@code totalSeconds} already. */
  StepClock(double totalSeconds) {
    this(totalSeconds, System::nanoTime);
  }

  StepClock(double totalSeconds, LongSupplier nanos) {
    this.totalSeconds = totalSeconds;
    this.nanos = nanos;
  }

  /** For how long a step has been under way; empty between two of them. */
  OptionalDouble underWaySeconds() {
    OptionalLong since = underWay;
    return since.isPresent()
        ? OptionalDouble.of((nanos.getAsLong() - since.getAsLong()) / NANOS)
        : OptionalDouble.empty();
  }

  /** The step that is under way will not end: the loop is left. */
  void leave() {
    underWay = OptionalLong.empty();
  }

  void startStep() {
    start = nanos.getAsLong();
    underWay = OptionalLong.of(start);
  }

  void gotData() {
    data = nanos.getAsLong();
  }

  void endStep() {
    long end = nanos.getAsLong();
    underWay = OptionalLong.empty();
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
