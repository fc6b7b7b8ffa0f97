package reidstudio.ui.curves;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reidstudio.event.RunState;
import reidstudio.event.TrainingEvent.NonFiniteStep;
import reidstudio.store.EvaluationPause;
import reidstudio.store.RunTrace;
import reidstudio.store.StateChange;
import reidstudio.store.XAxis;
import reidstudio.ui.chart.VerticalMark;
import reidstudio.ui.common.Figures;
import reidstudio.ui.common.Messages;

/**
 * Where and for how long a run paused, was taken up again, was evaluated, or met a value that is
 * not finite.
 */
final class RunMarks {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Messages words;
  private final ZoneId zone;

  RunMarks(Messages words, ZoneId zone) {
    this.words = words;
    this.zone = zone;
  }

  List<VerticalMark> of(RunTrace trace, XAxis axis) {
    List<VerticalMark> marks = new ArrayList<>();
    List<StateChange> changes = trace.stateChanges();
    for (int i = 0; i < changes.size(); i++) {
      StateChange change = changes.get(i);
      if (change.state() == RunState.PAUSED) {
        Optional<StateChange> next =
            i + 1 < changes.size() ? Optional.of(changes.get(i + 1)) : Optional.empty();
        marks.add(pause(change, next, axis));
      } else if (change.state() == RunState.STARTING && change.step() > 0) {
        marks.add(restart(changes.get(Math.max(0, i - 1)), change, axis));
      }
    }
    if (axis == XAxis.SECONDS) {
      trace.evaluationHistory().pauses().forEach(pause -> marks.add(evaluation(pause)));
    }
    trace.nonFiniteSteps().forEach(step -> marks.add(fault(trace, step, axis)));
    return marks;
  }

  private VerticalMark pause(StateChange paused, Optional<StateChange> next, XAxis axis) {
    String tip =
        next.map(
                on ->
                    words.get(
                        "mark.resumed.tip",
                        time(paused),
                        time(on),
                        Figures.duration(seconds(paused, on), words)))
            .orElseGet(() -> words.get("mark.paused.tip", time(paused)));
    return mark(paused, axis, "mark.paused", VerticalMark.Kind.PAUSE, tip);
  }

  /** A process that was killed left no word of when that was. */
  private VerticalMark restart(StateChange before, StateChange start, XAxis axis) {
    String tip =
        before.state().isTerminal()
            ? words.get(
                "mark.restart.gap.tip",
                time(before),
                time(start),
                Figures.duration(seconds(before, start), words))
            : words.get("mark.restart.tip", time(start));
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

  private VerticalMark evaluation(EvaluationPause pause) {
    String tip =
        words.get(
            "mark.evaluated.tip",
            time(pause.fromMillis()),
            time(pause.toMillis()),
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

  private String time(StateChange change) {
    return time(change.atMillis());
  }

  private String time(long millis) {
    return TIME.format(Instant.ofEpochMilli(millis).atZone(zone));
  }
}
