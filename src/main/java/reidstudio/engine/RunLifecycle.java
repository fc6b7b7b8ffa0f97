package reidstudio.engine;

import java.time.Clock;
import java.util.Set;
import reidstudio.event.EventSink;
import reidstudio.event.RunState;
import reidstudio.event.TrainingEvent.StateChanged;

/**
 * The state of one run. Buttons and the loop race for transitions; the first wins and the other is
 * told so. Changing and telling happen under one lock, so that events are in the order of changes.
 */
final class RunLifecycle {
  private final String run;
  private final EventSink sink;
  private final Clock clock;
  private RunState state = RunState.STARTING;

  RunLifecycle(String run, EventSink sink, Clock clock) {
    this.run = run;
    this.sink = sink;
    this.clock = clock;
    sink.publish(new StateChanged(run, clock.millis(), state, ""));
  }

  synchronized RunState state() {
    return state;
  }

  /** Changes to {@code next} if the current state is one of {@code from}. */
  synchronized boolean change(Set<RunState> from, RunState next, String reason) {
    if (!from.contains(state) || !state.mayBecome(next)) {
      return false;
    }
    state = next;
    sink.publish(new StateChanged(run, clock.millis(), next, reason));
    return true;
  }
}
