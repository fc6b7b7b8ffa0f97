package reidstudio.ui.curves;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import reidstudio.event.RunState;
import reidstudio.event.TrainingEvent.NonFiniteStep;
import reidstudio.store.EvaluationPause;
import reidstudio.store.RunTrace;
import reidstudio.store.StateChange;
import reidstudio.store.XAxis;
import reidstudio.ui.chart.VerticalMark;
import reidstudio.ui.common.Figures;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.WallTime;

/**
 * Where and for how long a run paused, was taken up again, was evaluated, or met a value that is
 * not finite.
 */
public final class RunMarks {
  private final Messages words;
  private final ZoneId zone;

  /**
   * @param zone of the times that are told
   */
  public RunMarks(Messages words, ZoneId zone) {
    this.words = words;
    this.zone = zone;
  }

  List<VerticalMark> of(RunTrace trace, XAxis axis) {
    List<VerticalMark> marks = new ArrayList<>();
    List<StateChange> changes = trace.stateChanges();
    List<EvaluationPause> pauses = trace.evaluationHistory().pauses();
    WallTime times = new WallTime(zone, firstMillis(changes, pauses));
    for (int i = 0; i < changes.size(); i++) {
      StateChange change = changes.get(i);
      if (change.state() == RunState.PAUSED) {
        Optional<StateChange> next =
            i + 1 < changes.size() ? Optional.of(changes.get(i + 1)) : Optional.empty();
        marks.add(pause(change, next, axis, times));
      } else if (change.state() == RunState.STARTING && change.step() > 0) {
        marks.add(restart(changes.get(Math.max(0, i - 1)), change, axis, times));
      }
    }
    if (axis == XAxis.SECONDS) {
      pauses.forEach(pause -> marks.add(evaluation(pause, times)));
    }
    trace.nonFiniteSteps().forEach(step -> marks.add(fault(trace, step, axis)));
    return marks;
  }

  /** Where the axis of time leaves out that {@code trace} paused or was over for a while. */
  public List<VerticalMark> breaks(RunTrace trace) {
    return of(trace, XAxis.SECONDS).stream()
        .filter(mark -> mark.kind() == VerticalMark.Kind.BREAK)
        .toList();
  }

  private static long firstMillis(List<StateChange> changes, List<EvaluationPause> pauses) {
    return LongStream.concat(
            changes.stream().mapToLong(StateChange::atMillis),
            pauses.stream().mapToLong(EvaluationPause::fromMillis))
        .min()
        .orElse(0);
  }

  private VerticalMark pause(
      StateChange paused, Optional<StateChange> next, XAxis axis, WallTime times) {
    String tip =
        next.map(
                on ->
                    words.get(
                        "mark.resumed.tip",
                        times.text(paused.atMillis()),
                        times.text(on.atMillis()),
                        Figures.duration(seconds(paused, on), words)))
            .orElseGet(() -> words.get("mark.paused.tip", times.text(paused.atMillis())));
    return mark(paused, axis, "mark.paused", VerticalMark.Kind.PAUSE, tip);
  }

  /** A process that was killed left no word of when that was. */
  private VerticalMark restart(StateChange before, StateChange start, XAxis axis, WallTime times) {
    String tip =
        before.state().isTerminal()
            ? words.get(
                "mark.restart.gap.tip",
                times.text(before.atMillis()),
                times.text(start.atMillis()),
                Figures.duration(seconds(before, start), words))
            : words.get("mark.restart.tip", times.text(start.atMillis()));
    return mark(start, axis, "mark.restart", VerticalMark.Kind.RESTART, tip);
  }

  /** Training time stands still between two steps, so that on its axis there is a break. */
  private VerticalMark mark(
      StateChange at, XAxis axis, String label, VerticalMark.Kind kind, String tip) {
    boolean breaks = axis == XAxis.SECONDS;
    return new VerticalMark(
        at.x(axis),
        words.get(label),
        breaks ? VerticalMark.Kind.BREAK : kind,
        breaks ? tip + " " + words.get("mark.break.tip") : tip);
  }

  private VerticalMark evaluation(EvaluationPause pause, WallTime times) {
    String tip =
        words.get(
            "mark.evaluated.tip",
            times.text(pause.fromMillis()),
            times.text(pause.toMillis()),
            Figures.duration((pause.toMillis() - pause.fromMillis()) / 1000.0, words));
    return new VerticalMark(
        pause.seconds(),
        words.get("mark.evaluated"),
        VerticalMark.Kind.REGULAR_BREAK,
        tip + " " + words.get("mark.break.tip"));
  }

  private static double seconds(StateChange from, StateChange to) {
    return (to.atMillis() - from.atMillis()) / 1000.0;
  }

  private VerticalMark fault(RunTrace trace, NonFiniteStep step, XAxis axis) {
    return new VerticalMark(
        StepPlace.of(trace, step.step(), axis),
        words.get("mark.non-finite"),
        VerticalMark.Kind.FAULT,
        words.get("mark.non-finite.tip", step.step(), step.culprit()));
  }
}
