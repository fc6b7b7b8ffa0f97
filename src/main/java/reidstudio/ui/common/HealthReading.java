package reidstudio.ui.common;

import java.util.List;
import reidstudio.event.Finding;
import reidstudio.event.RunState;
import reidstudio.event.Severity;
import reidstudio.event.StepMetrics;
import reidstudio.store.RunTrace;

/**
 * What the live rules say of a run, sorted for a reader. The order within a list is theirs: the
 * most important first.
 *
 * @param run name of the run; empty if there is none
 * @param state what there is to say in one word
 * @param step the last step
 * @param over whether the run goes no further
 * @param problems what is wrong
 * @param unchecked what could not be looked at
 * @param notes what looks like a fault and is none, or is only worth knowing
 */
public record HealthReading(
    String run,
    State state,
    long step,
    boolean over,
    List<Finding> problems,
    List<Finding> unchecked,
    List<Finding> notes) {
  /** What there is to say in one word. */
  public enum State {
    /** There is no run to look at. */
    NO_RUN,
    /** Nothing was found, but in so few steps that this means nothing. */
    TOO_EARLY,
    /** Nothing was found. */
    CLEAR,
    /** Something is wrong. */
    PROBLEMS
  }

  /**
   * Own choice: rules look at windows of tens of steps, so that their silence says nothing before.
   */
  public static final long EARLY_STEPS = 50;

  /** Of no run. */
  public static final HealthReading NONE =
      new HealthReading("", State.NO_RUN, 0, false, List.of(), List.of(), List.of());

  public HealthReading {
    problems = List.copyOf(problems);
    unchecked = List.copyOf(unchecked);
    notes = List.copyOf(notes);
  }

  /** Reads {@code trace} as it stands. */
  public static HealthReading of(RunTrace trace) {
    List<Finding> said = trace.health();
    long step = trace.lastStep().map(StepMetrics::step).orElse(0L);
    List<Finding> problems = said.stream().filter(Finding::isProblem).toList();
    return new HealthReading(
        trace.run(),
        state(problems, step),
        step,
        trace.interrupted() || trace.state().map(RunState::isTerminal).orElse(false),
        problems,
        said.stream().filter(finding -> finding.severity() == Severity.UNCHECKED).toList(),
        said.stream()
            .filter(finding -> finding.severity().compareTo(Severity.UNCHECKED) < 0)
            .toList());
  }

  /** The worst severity of the problems; {@link Severity#OK} if there is none. */
  public Severity worst() {
    return problems.stream().map(Finding::severity).max(Severity::compareTo).orElse(Severity.OK);
  }

  private static State state(List<Finding> problems, long step) {
    if (!problems.isEmpty()) {
      return State.PROBLEMS;
    }
    return step < EARLY_STEPS ? State.TOO_EARLY : State.CLEAR;
  }
}
