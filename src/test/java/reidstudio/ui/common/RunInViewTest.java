package reidstudio.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reidstudio.event.RunState;
import reidstudio.event.Severity;
import reidstudio.event.TrainingEvent.EvaluationProgressed;
import reidstudio.event.TrainingEvent.LogLine;
import reidstudio.event.TrainingEvent.StateChanged;
import reidstudio.store.RunTrace;

/** What is looked for at once, and what can wait, while a run trains on two processors. */
class RunInViewTest {
  private static final long MS = 1_000_000;

  private final RunTrace idle = new RunTrace("", Optional.empty(), Optional.empty());
  private final RunTrace run = new RunTrace("run", Optional.empty(), Optional.empty());
  private final FxPump pump = new FxPump(new UpdatePace(2));
  private final AtomicInteger told = new AtomicInteger();

  @BeforeEach
  void train() {
    RunInView view = new RunInView(new GivenTraces(() -> Optional.of(run), idle), pump);
    run.apply(new StateChanged("run", 1, RunState.RUNNING, ""));
    pump.pulse(0);
    view.watch(told::incrementAndGet);
    pump.pulse(10_000 * MS);
    told.set(0);
  }

  @Test
  void aLogLineWaits() {
    run.apply(new LogLine("run", 1, Severity.INFO, "Epoch 1 ended."));
    pump.pulse(11_000 * MS);
    assertThat(told).hasValue(0);
    pump.pulse(15_000 * MS);
    assertThat(told).hasValue(1);
  }

  @Test
  void anotherStateDoesNot() {
    run.apply(new StateChanged("run", 1, RunState.PAUSED, ""));
    pump.pulse(11_000 * MS);
    assertThat(told).hasValue(1);
  }

  @Test
  void norDoesAnEvaluationThatBegins() {
    run.apply(new EvaluationProgressed("run", 1, 0));
    pump.pulse(11_000 * MS);
    assertThat(told).hasValue(1);
    pump.pulse(13_500 * MS); // back to the slow beat
    told.set(0);
    run.apply(new EvaluationProgressed("run", 1, 0.5));
    pump.pulse(14_000 * MS);
    assertThat(told).as("its progress waits").hasValue(0);
  }
}
