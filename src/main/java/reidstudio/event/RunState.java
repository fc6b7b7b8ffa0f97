package reidstudio.event;

import java.util.EnumSet;
import java.util.Set;

/** Where a run stands; only {@link #mayBecome legal} transitions ever happen. */
public enum RunState {
  /** Loading data, building the model. */
  STARTING,
  /** Steps are being made. */
  RUNNING,
  /** Told to pause; the current step ends first. */
  PAUSING,
  /** Between two steps until told to go on. */
  PAUSED,
  /** Told to stop; the current step ends, then a checkpoint is written. */
  STOPPING,
  /** Ended early because someone asked for it. */
  STOPPED,
  /** All epochs are done. */
  COMPLETED,
  /** Ended by an error. */
  FAILED;

  /** Whether {@code next} may follow this state. */
  public boolean mayBecome(RunState next) {
    return followers().contains(next);
  }

  /** Whether the run is over. */
  public boolean isTerminal() {
    return this == STOPPED || this == COMPLETED || this == FAILED;
  }

  private Set<RunState> followers() {
    return switch (this) {
      case STARTING -> EnumSet.of(RUNNING, STOPPING, FAILED);
      case RUNNING -> EnumSet.of(PAUSING, STOPPING, COMPLETED, FAILED);
      case PAUSING -> EnumSet.of(PAUSED, STOPPING, COMPLETED, FAILED);
      case PAUSED -> EnumSet.of(RUNNING, STOPPING, FAILED);
      case STOPPING -> EnumSet.of(STOPPED, FAILED);
      case STOPPED, COMPLETED, FAILED -> EnumSet.noneOf(RunState.class);
    };
  }
}
