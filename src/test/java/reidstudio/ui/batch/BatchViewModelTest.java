package reidstudio.ui.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import reidstudio.command.CommandAck;
import reidstudio.command.RunCommand;
import reidstudio.command.RunCommand.InspectBatch;
import reidstudio.command.RunCommand.StoredRun;
import reidstudio.config.RunConfig;
import reidstudio.event.BatchInspection;
import reidstudio.event.RunState;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent.BatchInspected;
import reidstudio.event.TrainingEvent.NonFiniteStep;
import reidstudio.event.TrainingEvent.StateChanged;
import reidstudio.event.TrainingEvent.StepCompleted;
import reidstudio.store.RunTrace;
import reidstudio.ui.common.CommandSender;
import reidstudio.ui.common.ErrorFunnel;
import reidstudio.ui.common.FxPump;
import reidstudio.ui.common.GivenTraces;
import reidstudio.ui.common.Language;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.RunInView;
import reidstudio.ui.common.UpdatePace;

@ExtendWith(ApplicationExtension.class)
class BatchViewModelTest {
  private static final RunConfig CONFIG = RunConfig.defaults();

  private final RunTrace idle = new RunTrace("", Optional.empty(), Optional.empty());
  private final RunTrace live = new RunTrace("a", Optional.empty(), Optional.of(CONFIG));
  private final List<RunCommand> sent = new ArrayList<>();
  private CommandAck ack = new CommandAck.Accepted();
  private RunInView runs;
  private BatchViewModel model;
  private long now;

  @BeforeEach
  void open() {
    runs =
        new RunInView(
            new GivenTraces(() -> Optional.of(live), idle), new FxPump(new UpdatePace(2)));
    model =
        new BatchViewModel(
            runs,
            new CommandSender(
                command -> {
                  sent.add(command);
                  return ack;
                },
                new ErrorFunnel(new Messages(Language.ENGLISH)),
                Runnable::run,
                Runnable::run));
  }

  private void run(RunState state, int steps) {
    live.apply(new StateChanged("a", now++, state, ""));
    for (int step = 1; step <= steps; step++) {
      StepMetrics metrics = new StepMetrics(step, 1, step, step, Map.of(), Optional.empty());
      live.apply(new StepCompleted("a", now++, metrics));
    }
    runs.refresh();
  }

  private void answer(RunTrace trace, long step) {
    BatchInspection found =
        new BatchInspection(step, 1, (int) step, 10, "/data", 100, List.of(), Optional.empty(), "");
    trace.apply(new BatchInspected(trace.run(), now++, step, Optional.of(found), ""));
    runs.refresh();
  }

  @Test
  void nothingIsAskedBeforeThereIsAStep() {
    model.want();
    assertThat(model.aboutProperty().get()).isEqualTo("batch.empty.ended");
    run(RunState.RUNNING, 0);
    assertThat(model.aboutProperty().get()).isEqualTo("batch.empty.no-step");
    model.want();
    assertThat(sent).isEmpty();
  }

  @Test
  void whoeverLooksSeesTheNewestFirst() {
    run(RunState.RUNNING, 7);
    model.want();
    assertThat(sent).containsExactly(new InspectBatch(7, Optional.empty()));
    assertThat(model.busyProperty().get()).isTrue();
    answer(live, 7);
    assertThat(model.busyProperty().get()).isFalse();
    assertThat(model.foundProperty().get().step()).isEqualTo(7);
    model.want();
    assertThat(sent).as("it is there").hasSize(1);
  }

  @Test
  void ofManyPressesTheLastIsAnswered() {
    run(RunState.RUNNING, 7);
    model.show(5);
    model.previous();
    model.previous();
    assertThat(model.stepProperty().get()).isEqualTo(3);
    assertThat(sent).hasSize(1);
    answer(live, 5);
    assertThat(sent).endsWith(new InspectBatch(3, Optional.empty()));
    assertThat(model.foundProperty().get()).isNull();
    answer(live, 3);
    assertThat(model.foundProperty().get().step()).isEqualTo(3);
    assertThat(sent).hasSize(2);
  }

  @Test
  void theStepThatWasNotFiniteCanBeLookedInto() {
    run(RunState.RUNNING, 4);
    live.apply(new NonFiniteStep("a", now++, 5, "SDM_LOSS", List.of("x")));
    runs.refresh();
    model.newest();
    assertThat(sent).containsExactly(new InspectBatch(5, Optional.empty()));
  }

  @Test
  void aRunThatHasEndedIsAskedByItsConfiguration() {
    run(RunState.RUNNING, 4);
    live.apply(new StateChanged("a", now++, RunState.STOPPING, ""));
    runs.refresh();
    assertThat(model.canAskProperty().get()).isFalse();
    live.apply(new StateChanged("a", now++, RunState.STOPPED, ""));
    runs.refresh();
    model.show(99);
    assertThat(sent)
        .containsExactly(new InspectBatch(4, Optional.of(new StoredRun(CONFIG, Optional.empty()))));
    answer(idle, 4);
    assertThat(model.foundProperty().get().step()).isEqualTo(4);
  }

  @Test
  void anAnswerAboutAnotherRunIsNotShown() {
    run(RunState.RUNNING, 4);
    model.newest();
    RunTrace stored = new RunTrace("b", Optional.empty(), Optional.of(CONFIG));
    stored.apply(
        new StepCompleted("b", 1, new StepMetrics(1, 1, 1, 1, Map.of(), Optional.empty())));
    runs.open(stored);
    model.newest();
    answer(live, 4);
    assertThat(model.foundProperty().get()).isNull();
    assertThat(sent)
        .endsWith(new InspectBatch(1, Optional.of(new StoredRun(CONFIG, Optional.empty()))));
    answer(idle, 1);
    assertThat(model.foundProperty().get().step()).isEqualTo(1);
  }

  @Test
  void aRefusalLeavesWhatWasThere() {
    run(RunState.RUNNING, 4);
    model.show(2);
    answer(live, 2);
    ack = new CommandAck.Refused("wait");
    model.next();
    assertThat(model.busyProperty().get()).isFalse();
    assertThat(model.stepProperty().get()).isEqualTo(2);
    assertThat(model.foundProperty().get().step()).isEqualTo(2);
  }
}
