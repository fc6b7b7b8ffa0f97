package reidstudio.store;

import java.util.Optional;
import reidstudio.event.RunState;
import reidstudio.event.TrainingEvent;

/**
 * A run that events are coming for.
 *
 * @param trace what is known of it
 * @param recorder its files; empty if it is kept in memory only
 */
record LiveRun(RunTrace trace, Optional<RunRecorder> recorder) {
  /** A run that no folder was made for. */
  static LiveRun inMemory(String run) {
    return new LiveRun(new RunTrace(run, Optional.empty(), Optional.empty()), Optional.empty());
  }

  /** First to the file, then to the eye. */
  void take(TrainingEvent event) {
    recorder
        // what comes after the end was written by whoever published it
        .filter(files -> !files.forgotten().isDone())
        .ifPresent(files -> files.record(event));
    trace.apply(event);
  }

  boolean hasEnded() {
    return trace.state().filter(RunState::isTerminal).isPresent();
  }
}
