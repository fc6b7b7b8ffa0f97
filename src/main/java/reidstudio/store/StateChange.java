package reidstudio.store;

import reidstudio.event.RunState;

/**
 * When a run changed its state, and where on each axis of a chart that was.
 *
 * @param atMillis wall clock, milliseconds since 1970
 * @param state the new state
 * @param reason empty unless there is something to say
 * @param step the last step made before; 0 if none
 * @param epoch finished passes over the data, with fraction
 * @param seconds training time
 */
public record StateChange(
    long atMillis, RunState state, String reason, long step, double epoch, double seconds) {
  /** The place on {@code axis}. */
  public double x(XAxis axis) {
    return switch (axis) {
      case STEP -> (double) step;
      case EPOCH -> epoch;
      case SECONDS -> seconds;
    };
  }
}
