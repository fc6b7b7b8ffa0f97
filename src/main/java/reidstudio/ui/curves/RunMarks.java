package reidstudio.ui.curves;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import reidstudio.event.RunState;
import reidstudio.event.TrainingEvent.NonFiniteStep;
import reidstudio.store.RunTrace;
import reidstudio.store.StateChange;
import reidstudio.store.XAxis;
import reidstudio.ui.chart.VerticalMark;
import reidstudio.ui.common.Messages;

/** Where a run paused, was taken up again, or met a value that is not finite. */
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
        marks.add(pause(change, i + 1 < changes.size() ? changes.get(i + 1) : null, axis));
      } else if (change.state() == RunState.STARTING && change.step() > 0) {
        marks.add(
            new VerticalMark(
                change.x(axis),
                words.get("mark.restart"),
                VerticalMark.Kind.RESTART,
                words.get("mark.restart.tip", time(change))));
      }
    }
    trace.nonFiniteSteps().forEach(step -> marks.add(fault(trace, step, axis)));
    return marks;
  }

  private VerticalMark pause(StateChange paused, StateChange next, XAxis axis) {
    String tip =
        next == null
            ? words.get("mark.paused.tip", time(paused))
            : words.get("mark.resumed.tip", time(paused), time(next));
    return new VerticalMark(paused.x(axis), words.get("mark.paused"), VerticalMark.Kind.PAUSE, tip);
  }

  private VerticalMark fault(RunTrace trace, NonFiniteStep step, XAxis axis) {
    return new VerticalMark(
        StepPlace.of(trace, step.step(), axis),
        words.get("mark.non-finite"),
        VerticalMark.Kind.FAULT,
        words.get("mark.non-finite.tip", step.step(), step.culprit()));
  }

  private String time(StateChange change) {
    return TIME.format(Instant.ofEpochMilli(change.atMillis()).atZone(zone));
  }
}
