package reidstudio.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import reidstudio.event.Finding;
import reidstudio.event.RunState;
import reidstudio.store.RunTrace;

/**
 * Which run the pages show: the one of this process, or a stored one that was opened to read. What
 * buttons may do always depends on the former.
 */
public final class RunInView {
  private final LiveTraces live;
  private final ReadOnlyObjectWrapper<RunTrace> opened = new ReadOnlyObjectWrapper<>();
  private final List<Runnable> watchers = new ArrayList<>();
  private RunTrace lastShown;
  private long switches;

  /** Follows {@code live} with the beat of {@code pump}. */
  public RunInView(LiveTraces live, FxPump pump) {
    this.live = live;
    pump.watch(this::version, this::announce);
    pump.alarm(() -> urgent(live.idle()) + 31L * live.current().map(RunInView::urgent).orElse(0));
    watch(() -> pump.pace().training(activeState().filter(s -> s == RunState.RUNNING).isPresent()));
  }

  /** The run that the pages show. */
  public Optional<RunTrace> shown() {
    return opened.get() == null ? live.current() : Optional.of(opened.get());
  }

  /** The run of this process. */
  public Optional<RunTrace> current() {
    return live.current();
  }

  /** What happens outside any run. */
  public RunTrace idle() {
    return live.idle();
  }

  /** State of the run that still goes on in this process; empty if there is none. */
  public Optional<RunState> activeState() {
    return live.current().flatMap(RunTrace::state).filter(state -> !state.isTerminal());
  }

  /** The stored run that is shown; null while the pages follow this process. */
  public ReadOnlyObjectProperty<RunTrace> openedProperty() {
    return opened.getReadOnlyProperty();
  }

  /** Shows a stored run. */
  public void open(RunTrace stored) {
    show(stored);
  }

  /** Shows the run of this process again. */
  public void backToLive() {
    if (opened.get() != null) {
      show(null);
    }
  }

  /** Calls {@code onChange} now and, ten times a second at most, after each change. */
  public Subscription watch(Runnable onChange) {
    watchers.add(onChange);
    onChange.run();
    return () -> watchers.remove(onChange);
  }

  /** Takes in all changes now instead of with the next beat. */
  public void refresh() {
    announce();
  }

  private void show(RunTrace stored) {
    opened.set(stored);
    announce();
  }

  /** Differs whenever another run is shown or anything changed in one of the traces. */
  private long version() {
    RunTrace shown = shown().orElse(null);
    if (shown != lastShown) {
      lastShown = shown;
      switches++;
    }
    long changes = live.idle().version() + live.current().map(RunTrace::version).orElse(0L);
    return (switches << 40) + changes + (opened.get() == null ? 0 : opened.get().version());
  }

  /** Differs when somebody waits for what is new; steps, progress and log lines can wait. */
  private static int urgent(RunTrace trace) {
    return Objects.hash(
        trace.state(),
        trace.diagnosis(),
        trace.diagnosisFailure(),
        trace.reports().size(),
        trace.evaluationHistory().running().isPresent(),
        trace.evaluations().size(),
        trace.health().stream().filter(Finding::isProblem).count(),
        System.identityHashCode(trace.inspected()));
  }

  private void announce() {
    List.copyOf(watchers).forEach(Runnable::run);
  }
}
