package reidstudio.ui.health;

import java.util.Optional;
import reidstudio.event.RunState;

/** What a diagnosis asked for now would look at. */
enum Subject {
  /** The model of the paused run, as it stands. */
  PAUSED_RUN,
  /** The model of the run, between two steps. */
  RUNNING_RUN,
  /** A run that has ended, by its last checkpoint. */
  ENDED_RUN,
  /** A model built from the settings, with random weights. */
  FRESH_MODEL,
  /** The run is between two states; in a moment it can be looked at. */
  NOT_NOW;

  /**
   * Beside a run that goes on there is no room for another model.
   *
   * @param ended whether a run is in view that has ended, and is meant
   */
  static Subject of(Optional<RunState> active, boolean ended) {
    if (active.isEmpty()) {
      return ended ? ENDED_RUN : FRESH_MODEL;
    }
    return switch (active.get()) {
      case PAUSED -> PAUSED_RUN;
      case RUNNING -> RUNNING_RUN;
      default -> NOT_NOW;
    };
  }
}
