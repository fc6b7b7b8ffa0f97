package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.config.RunConfig;
import reidstudio.event.RunState;
import reidstudio.event.TrainingEvent;
import reidstudio.event.TrainingEvent.LogLine;
import reidstudio.event.TrainingEvent.StateChanged;
import reidstudio.event.TrainingEvent.StepCompleted;

/** A run on the thread of the test; what others do meanwhile is done from within its events. */
class ActiveRunTest {
  @TempDir static Path folder;
  private static Path data;

  @TempDir Path runFolder;
  private final List<TrainingEvent> events = new ArrayList<>();
  private Consumer<TrainingEvent> reaction = event -> {};
  private ActiveRun active;

  @BeforeAll
  static void paint() {
    data = SmallRun.data(folder.resolve("data"));
  }

  @Test
  void weightsThatCannotBeWrittenFailTheRunWithOneSentence() throws IOException {
    Files.writeString(runFolder.resolve("checkpoints"), "in the way");
    run((config, listener) -> SmallRun.session(data, "epochs", "1"));
    assertThat(end().state()).isEqualTo(RunState.FAILED);
    assertThat(end().reason())
        .startsWith("Weights cannot be written to ")
        .endsWith("checkpoints is a file, a folder is needed")
        .doesNotContain("\n");
    assertThat(events).anyMatch(StepCompleted.class::isInstance);
  }

  @Test
  void aStepWithoutEnoughMemoryFailsTheRunAndKeepsWhatWasTrained() throws IOException {
    loseMemoryAfterStep(2);
    run((config, listener) -> SmallRun.session(config));
    assertThat(states()).containsExactly(RunState.STARTING, RunState.RUNNING, RunState.FAILED);
    assertThat(end().reason())
        .startsWith("The GPU's memory ran out in a batch of 20 items")
        .contains("sampler.identities=2 and optimizer.accumulation=2")
        .doesNotContain("\n", "CUDA");
    assertThat(runFolder.resolve("checkpoints/last.safetensors")).isRegularFile();
    assertThat(
            new CheckpointFolder(runFolder.resolve("checkpoints"))
                .newestUsable()
                .checkpoint()
                .facts()
                .position()
                .step())
        .isEqualTo(2);
  }

  @Test
  void memoryThatEndsWithinAnUpdateKeepsTheWeightsAndNoCheckpoint() {
    loseMemoryAfterStep(1);
    run(
        SmallRun.config(data, "epochs", "1", "optimizer.accumulation", "2"),
        (config, listener) -> SmallRun.session(config));
    assertThat(end().state()).isEqualTo(RunState.FAILED);
    assertThat(runFolder.resolve("checkpoints"))
        .isDirectoryContaining("glob:**/last.safetensors")
        .isDirectoryNotContaining("glob:**/step-*");
  }

  @Test
  void whateverEndsTheStepsWhatWasTrainedIsKept() throws IOException {
    List<Runnable> failures =
        List.of(
            () -> {
              throw new IllegalStateException("The data disk is gone.");
            },
            () -> {
              throw new OutOfMemoryError("Java heap space");
            });
    for (Runnable failure : failures) {
      events.clear();
      afterStep(2, failure);
      run((config, listener) -> SmallRun.session(config));
      assertThat(states()).containsExactly(RunState.STARTING, RunState.RUNNING, RunState.FAILED);
      assertThat(end().reason()).containsAnyOf("The data disk is gone.", "java -Xmx");
      Path checkpoints = runFolder.resolve("checkpoints");
      assertThat(checkpoints.resolve("last.safetensors")).isRegularFile();
      CheckpointFile kept = new CheckpointFolder(checkpoints).newestUsable().checkpoint();
      assertThat(kept.facts().position().step()).isEqualTo(2);
      Files.delete(kept.path());
    }
  }

  /** A disk that takes neither: the run still ends for the reason for which it ended. */
  @Test
  void aFailureThatCannotBeRescuedKeepsItsReason() throws IOException {
    Files.writeString(runFolder.resolve("checkpoints"), "in the way");
    afterStep(
        2,
        () -> {
          throw new IllegalStateException("The data disk is gone.");
        });
    run((config, listener) -> SmallRun.session(config));
    assertThat(end().reason()).isEqualTo("The data disk is gone.");
  }

  @Test
  void aStepThatPyTorchRefusesFailsTheRunWithItsMessage() {
    afterStep(
        1,
        () -> {
          TrainingSession session = active.session();
          NDArray narrow = session.pack().manager().ones(new Shape(3, 7));
          session.model().classifier().intern(narrow);
        });
    run((config, listener) -> SmallRun.session(config));
    assertThat(states()).containsExactly(RunState.STARTING, RunState.RUNNING, RunState.FAILED);
    assertThat(end().reason())
        .startsWith("RuntimeError: mat1 and mat2 shapes cannot be multiplied")
        .doesNotContain("\n");
    assertThat(events).filteredOn(StepCompleted.class::isInstance).hasSize(1);
  }

  @Test
  void aStopWhileDataAreReadStopsTheRun() {
    SessionFactory reading =
        (config, listener) -> {
          assertThat(listener.cancelled()).isFalse();
          active.lifecycle().change(EnumSet.allOf(RunState.class), RunState.STOPPING, "");
          assertThat(listener.cancelled()).isTrue();
          throw new CancellationException();
        };
    run(reading);
    assertThat(states()).containsExactly(RunState.STARTING, RunState.STOPPING, RunState.STOPPED);
  }

  @Test
  void whatTheStartWaitsForIsInTheLog() {
    run(
        (config, listener) -> {
          listener.said("PyTorch is being downloaded.");
          throw new CancellationException();
        });
    assertThat(events)
        .filteredOn(LogLine.class::isInstance)
        .extracting(event -> ((LogLine) event).text())
        .contains("PyTorch is being downloaded.");
  }

  @Test
  void aStopThatComesJustBeforeTheFirstStepMakesNone() {
    run(
        (config, listener) -> {
          active.lifecycle().change(EnumSet.allOf(RunState.class), RunState.STOPPING, "");
          return SmallRun.session(data);
        });
    assertThat(states()).containsExactly(RunState.STARTING, RunState.STOPPING, RunState.STOPPED);
    assertThat(events).noneMatch(StepCompleted.class::isInstance);
  }

  @Test
  void whateverIsThrownEndsTheRunWithASentence() {
    for (SessionFactory broken :
        List.<SessionFactory>of(
            (config, listener) -> {
              throw new IOException("The disk is gone.");
            },
            (config, listener) -> {
              throw new IllegalStateException();
            },
            (config, listener) -> {
              throw new UnsatisfiedLinkError("no torch");
            },
            (config, listener) -> {
              throw new OutOfMemoryError("Java heap space");
            })) {
      events.clear();
      run(broken);
      assertThat(states()).containsExactly(RunState.STARTING, RunState.FAILED);
      assertThat(end().reason()).isNotBlank().doesNotContain("null");
    }
  }

  @Test
  void aPauseThatComesWithTheLastStepDoesNotKeepTheRunFromCompleting() {
    atLastStep(() -> change(RunState.PAUSING));
    run((config, listener) -> SmallRun.session(data, "epochs", "1"));
    assertThat(end().state()).isEqualTo(RunState.COMPLETED);
  }

  @Test
  void aStopThatComesWithTheLastStepStopsTheRun() {
    atLastStep(() -> change(RunState.STOPPING));
    run((config, listener) -> SmallRun.session(data, "epochs", "1"));
    assertThat(states()).endsWith(RunState.STOPPING, RunState.STOPPED);
    assertThat(Files.exists(runFolder.resolve("checkpoints"))).isTrue();
  }

  @Test
  void whatIsPostedWithTheLastStepIsToldThatItIsTooLate() {
    List<String> told = new ArrayList<>();
    atLastStep(() -> active.gate().post(() -> told.add("done"), () -> told.add("too late")));
    run((config, listener) -> SmallRun.session(data, "epochs", "1"));
    assertThat(told).containsExactly("too late");
    assertThat(active.gate().post(() -> told.add("done"), () -> told.add("too late"))).isFalse();
  }

  private void run(SessionFactory sessions) {
    run(SmallRun.config(data, "epochs", "1"), sessions);
  }

  private void run(RunConfig config, SessionFactory sessions) {
    active =
        new ActiveRun(
            RunPlan.fresh(runFolder, config),
            sessions,
            event -> {
              events.add(event);
              reaction.accept(event);
            },
            Clock.systemUTC());
    active.run();
  }

  private void atLastStep(Runnable work) {
    int steps;
    try (TrainingSession session = SmallRun.session(data)) {
      steps = session.sampler().sampler().size();
    }
    afterStep(steps, work);
  }

  private void loseMemoryAfterStep(int number) {
    afterStep(
        number,
        () -> {
          throw MemoryGone.onAGpu();
        });
  }

  private void afterStep(int number, Runnable work) {
    reaction =
        event -> {
          if (event instanceof StepCompleted step && step.metrics().step() == number) {
            work.run();
          }
        };
  }

  private void change(RunState next) {
    assertThat(active.lifecycle().change(EnumSet.allOf(RunState.class), next, "")).isTrue();
  }

  private List<RunState> states() {
    return events.stream()
        .filter(StateChanged.class::isInstance)
        .map(event -> ((StateChanged) event).state())
        .toList();
  }

  private StateChanged end() {
    return (StateChanged)
        events.stream().filter(StateChanged.class::isInstance).reduce((a, b) -> b).orElseThrow();
  }
}
