package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.command.CommandAck;
import reidstudio.command.RunCommand;
import reidstudio.config.Recipe;
import reidstudio.config.RunConfig;
import reidstudio.event.CheckKind;
import reidstudio.event.RunState;
import reidstudio.event.TrainingEvent;
import reidstudio.event.TrainingEvent.BatchInspected;
import reidstudio.event.TrainingEvent.DiagnosisFailed;
import reidstudio.event.TrainingEvent.DiagnosisFinished;
import reidstudio.event.TrainingEvent.DiagnosisProgressed;
import reidstudio.event.TrainingEvent.StateChanged;
import reidstudio.event.TrainingEvent.StepCompleted;

class EngineHostTest {
  @TempDir static Path folder;
  private static Path data;

  private final BlockingQueue<TrainingEvent> events = new LinkedBlockingQueue<>();
  private volatile Runnable whenStepIsMade = () -> {};
  private volatile Consumer<DiagnosisProgressed> whenProgressIsTold = told -> {};
  private final AtomicReference<TrainingSession> opened = new AtomicReference<>();
  private DataFolders folders;
  private EngineHost host;

  @BeforeAll
  static void paint() {
    data = SmallRun.data(folder.resolve("data"));
  }

  @BeforeEach
  void open(@TempDir Path runs) {
    folders = new DataFolders(runs.resolve("demo"), SmallRun.PEOPLE);
    host = new EngineHost(this::hear, new NewFolders(runs), this::open, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    host.close();
    folders.close();
  }

  @Test
  void aRunGoesFromStartingToCompleted() throws InterruptedException {
    assertThat(start()).isInstanceOf(CommandAck.Accepted.class);
    assertThat(statesUntil(RunState.COMPLETED))
        .containsExactly(RunState.STARTING, RunState.RUNNING, RunState.COMPLETED);
  }

  @Test
  void commandsThatMakeNoSenseAreRefusedWithAReason() {
    for (RunCommand command :
        List.of(
            new RunCommand.Pause(),
            new RunCommand.Resume(),
            new RunCommand.Stop(),
            new RunCommand.CancelDiagnosis())) {
      assertThat(host.submit(command)).isInstanceOf(CommandAck.Refused.class);
    }
  }

  @Test
  void aSecondStartIsRefusedWhileARunIsUnderWay() throws InterruptedException {
    start("epochs", "500");
    await(e -> e instanceof StepCompleted);
    assertThat(start()).isInstanceOf(CommandAck.Refused.class);
    host.submit(new RunCommand.Stop());
    assertThat(statesUntil(RunState.STOPPED)).contains(RunState.STOPPING);
    assertThat(start()).isInstanceOf(CommandAck.Accepted.class);
    statesUntil(RunState.COMPLETED);
  }

  @Test
  void aPausedRunMakesNoStepAndGoesOnWhereItWas() throws InterruptedException {
    start("epochs", "500");
    await(e -> e instanceof StepCompleted);
    host.submit(new RunCommand.Pause());
    statesUntil(RunState.PAUSED);
    host.submit(new RunCommand.Diagnose(CheckKind.SAMPLING, SmallRun.config(data)));
    await(e -> e instanceof DiagnosisFinished);
    assertThat(events).noneMatch(e -> e instanceof StepCompleted);
    host.submit(new RunCommand.Resume());
    await(e -> e instanceof StepCompleted);
    host.submit(new RunCommand.Stop());
    statesUntil(RunState.STOPPED);
  }

  @Test
  void anExperimentOnAPausedRunIsCancelledWithinAStepAndTheRunGoesOn() throws InterruptedException {
    start("epochs", "500");
    await(e -> e instanceof StepCompleted);
    host.submit(new RunCommand.Pause());
    statesUntil(RunState.PAUSED);
    host.submit(new RunCommand.Diagnose(CheckKind.RATE_RANGE, SmallRun.config(data)));
    await(e -> e instanceof DiagnosisProgressed told && told.doing().startsWith("step 3 of"));
    assertThat(host.submit(new RunCommand.CancelDiagnosis()))
        .isInstanceOf(CommandAck.Accepted.class);
    List<TrainingEvent> after = new java.util.ArrayList<>();
    DiagnosisFinished end =
        (DiagnosisFinished)
            await(
                e -> {
                  after.add(e);
                  return e instanceof DiagnosisFinished;
                });
    assertThat(end.report().cancelled()).isTrue();
    assertThat(end.report().passed()).isFalse();
    assertThat(after).noneMatch(e -> e instanceof StateChanged || e instanceof StepCompleted);
    host.submit(new RunCommand.Resume());
    await(e -> e instanceof StepCompleted);
    host.submit(new RunCommand.Stop());
    statesUntil(RunState.STOPPED);
  }

  /** An array that is gone while an experiment uses it cannot be put back. */
  @Test
  void aRunWhoseStateAnExperimentHasLostIsHeldAndSaysSo() throws InterruptedException {
    start("epochs", "500");
    await(e -> e instanceof StepCompleted);
    whenProgressIsTold =
        told -> {
          if (told.doing().startsWith("step 2 of")) {
            opened.get().model().state().get("bn_neck.bn.running_mean").close();
          }
        };
    host.submit(new RunCommand.Diagnose(CheckKind.MEMORISE, SmallRun.config(data)));
    DiagnosisFinished end = (DiagnosisFinished) await(e -> e instanceof DiagnosisFinished);
    assertThat(end.report().passed()).isFalse();
    assertThat(end.report().findings().get(0).id()).isEqualTo("check.state-not-restored");
    List<TrainingEvent> after = new java.util.ArrayList<>();
    await(
        e -> {
          after.add(e);
          return isState(e, RunState.PAUSED);
        });
    assertThat(after).noneMatch(e -> e instanceof StepCompleted);
  }

  @Test
  void anExperimentWithoutARunWorksOnAFreshModel() throws InterruptedException {
    host.submit(new RunCommand.Diagnose(CheckKind.MEMORISE, SmallRun.config(data)));
    DiagnosisFinished end = (DiagnosisFinished) await(e -> e instanceof DiagnosisFinished);
    assertThat(end.report().passed()).as(end.toString()).isTrue();
    assertThat(end.report().subject()).contains("fresh model");
  }

  @Test
  void dataThatCannotBeReadFailTheRunWithASentence() throws InterruptedException {
    start("data.directory", folder.resolve("nowhere").toString());
    StateChanged end = (StateChanged) await(e -> isState(e, RunState.FAILED));
    assertThat(end.reason()).contains("nowhere");
  }

  @Test
  void aBatchThatTheDataCannotFillFailsTheRunWithNumbers() throws InterruptedException {
    start("sampler.identities", "64");
    StateChanged end = (StateChanged) await(e -> isState(e, RunState.FAILED));
    assertThat(end.reason()).contains("10").contains("64");
  }

  @Test
  void aMissingGpuFailsTheRunAndSaysWhatToDo() throws InterruptedException {
    start("device", "cuda:7");
    StateChanged end = (StateChanged) await(e -> isState(e, RunState.FAILED));
    assertThat(end.reason()).contains("cuda:7").contains("--device cpu");
  }

  @Test
  void aRunForADeviceThatIsNotThereIsRefusedAndLeavesNoFolder(@TempDir Path runs)
      throws IOException {
    try (EngineHost real =
        new EngineHost(
            events::add, new NewFolders(runs), new FolderSessions(folders), Clock.systemUTC())) {
      CommandAck answer =
          real.submit(
              new RunCommand.Start(SmallRun.config(data, "device", "cuda:7"), Optional.empty()));
      assertThat(answer)
          .isInstanceOfSatisfying(
              CommandAck.Refused.class,
              refused -> assertThat(refused.reason()).contains("cuda:7").contains("--device cpu"));
    }
    assertThat(events).isEmpty();
    assertThat(runs).isEmptyDirectory();
  }

  @Test
  void afterARunThatMemoryEndedTheNextOneIsTaken() throws InterruptedException {
    whenStepIsMade =
        () -> {
          throw MemoryGone.onAGpu();
        };
    start();
    StateChanged end = (StateChanged) await(e -> isState(e, RunState.FAILED));
    assertThat(end.reason()).contains("GPU's memory ran out");
    whenStepIsMade = () -> {};
    assertThat(start()).isInstanceOf(CommandAck.Accepted.class);
    assertThat(statesUntil(RunState.COMPLETED)).contains(RunState.RUNNING);
  }

  /** A checkpoint of some GiB on a slow disk takes a while to be read. */
  @Test
  @Timeout(60)
  void whileAFolderIsReadEverythingElseIsAnsweredAtOnce() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    RunFolders slow =
        new OnlyReopened(
            () -> {
              reading.countDown();
              try {
                mayEnd.await();
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
              throw new IOException("The disk is gone.");
            });
    try (EngineHost busy = new EngineHost(this::hear, slow, this::open, Clock.systemUTC())) {
      RunCommand goOn = new RunCommand.Continue(folder, Optional.empty(), Optional.empty());
      CompletableFuture<CommandAck> answer = CompletableFuture.supplyAsync(() -> busy.submit(goOn));
      reading.await();
      RunConfig config = SmallRun.config(data);
      for (RunCommand command :
          List.of(
              new RunCommand.Start(config, Optional.empty()),
              goOn,
              new RunCommand.Evaluate(Optional.of(folder)),
              new RunCommand.Diagnose(CheckKind.CE, config),
              new RunCommand.Diagnose(CheckKind.CE, config, Optional.of(folder)))) {
        assertThat(busy.submit(command))
            .isEqualTo(new CommandAck.Refused("A run is about to begin or to be read; wait."));
      }
      assertThat(busy.submit(new RunCommand.Pause())).isInstanceOf(CommandAck.Refused.class);
      mayEnd.countDown();
      assertThat(answer.get()).isEqualTo(new CommandAck.Refused("The disk is gone."));
      assertThat(busy.submit(goOn)).isEqualTo(new CommandAck.Refused("The disk is gone."));
    }
  }

  @Test
  void aRunThatCannotBeOpenedForWhateverReasonLeavesTheDeskFree() throws Exception {
    RunFolders broken =
        new OnlyReopened(
            () -> {
              throw new IllegalStateException("The disk answers nonsense.");
            });
    try (EngineHost desk = new EngineHost(this::hear, broken, this::open, Clock.systemUTC())) {
      RunCommand ask =
          new RunCommand.Diagnose(CheckKind.CE, SmallRun.config(data), Optional.of(folder));
      for (int i = 0; i < 2; i++) {
        assertThat(desk.submit(ask)).isInstanceOf(CommandAck.Accepted.class);
        DiagnosisFailed end = (DiagnosisFailed) await(e -> e instanceof DiagnosisFailed);
        assertThat(end.reason()).isEqualTo("The disk answers nonsense.");
      }
    }
  }

  @Test
  void aBatchOfAPausedRunIsMeasuredAndNoStepIsMade() throws InterruptedException {
    start("epochs", "500");
    await(e -> e instanceof StepCompleted);
    host.submit(new RunCommand.Pause());
    statesUntil(RunState.PAUSED);
    assertThat(host.submit(new RunCommand.InspectBatch(1, Optional.empty())))
        .isInstanceOf(CommandAck.Accepted.class);
    BatchInspected answer = (BatchInspected) await(e -> e instanceof BatchInspected);
    assertThat(answer.failure()).isEmpty();
    assertThat(answer.run()).isNotEmpty();
    assertThat(answer.found().orElseThrow().measures().orElseThrow().afterStep()).isPositive();
    assertThat(events).noneMatch(e -> e instanceof StepCompleted);
    host.submit(new RunCommand.InspectBatch(1_000_000, Optional.empty()));
    BatchInspected beyond = (BatchInspected) await(e -> e instanceof BatchInspected);
    assertThat(beyond.found()).isEmpty();
    assertThat(beyond.failure()).contains("no step 1000000");
    host.submit(new RunCommand.Resume());
    await(e -> e instanceof StepCompleted);
    host.submit(new RunCommand.Stop());
    statesUntil(RunState.STOPPED);
  }

  @Test
  void aBatchOfAStoredRunIsReadWhileAnotherRunTrains() throws InterruptedException {
    assertThat(host.submit(new RunCommand.InspectBatch(1, Optional.empty())))
        .isInstanceOf(CommandAck.Refused.class);
    start("epochs", "500");
    await(e -> e instanceof StepCompleted);
    RunCommand.StoredRun stored =
        new RunCommand.StoredRun(SmallRun.config(data, "seed", "5"), Optional.empty());
    host.submit(new RunCommand.InspectBatch(2, Optional.of(stored)));
    BatchInspected answer = (BatchInspected) await(e -> e instanceof BatchInspected);
    assertThat(answer.run()).as("it is nothing of the run").isEmpty();
    assertThat(answer.found().orElseThrow().measures()).isEmpty();
    assertThat(answer.found().orElseThrow().items()).hasSize(20);
    host.submit(new RunCommand.Stop());
    statesUntil(RunState.STOPPED);
  }

  @Test
  void aBatchOfAStoredRunSaysWhyItsCheckpointCannotBeUsed() throws InterruptedException {
    RunCommand.StoredRun stored =
        new RunCommand.StoredRun(SmallRun.config(data), Optional.of(data.resolve("no run")));
    host.submit(new RunCommand.InspectBatch(1, Optional.of(stored)));
    BatchInspected answer = (BatchInspected) await(e -> e instanceof BatchInspected);
    assertThat(answer.found().orElseThrow().measures()).isEmpty();
    assertThat(answer.found().orElseThrow().unusable()).contains("no run");
  }

  /** What opens a run's folder. */
  @FunctionalInterface
  private interface Reopening {
    EndedRun open() throws IOException;
  }

  /** Folders of runs that have ended; none is made. */
  private record OnlyReopened(Reopening reopening) implements RunFolders {
    @Override
    public Path create(RunConfig config, Optional<Path> wanted, Optional<Recipe> recipe) {
      throw new AssertionError("nothing is to begin");
    }

    @Override
    public EndedRun reopen(Path run) throws IOException {
      return reopening.open();
    }
  }

  private TrainingSession open(RunConfig config, StartListener listener)
      throws java.io.IOException {
    TrainingSession session = new FolderSessions(folders).open(config, listener);
    opened.set(session);
    return session;
  }

  private void hear(TrainingEvent event) {
    events.add(event);
    if (event instanceof DiagnosisProgressed told) {
      whenProgressIsTold.accept(told);
    }
    if (event instanceof StepCompleted) {
      whenStepIsMade.run();
    }
  }

  private CommandAck start(String... settings) {
    return host.submit(new RunCommand.Start(SmallRun.config(data, settings), Optional.empty()));
  }

  private static boolean isState(TrainingEvent event, RunState state) {
    return event instanceof StateChanged change && change.state() == state;
  }

  private List<RunState> statesUntil(RunState last) throws InterruptedException {
    List<RunState> states = new java.util.ArrayList<>();
    await(
        event -> {
          if (event instanceof StateChanged change) {
            states.add(change.state());
          }
          return isState(event, last);
        });
    return states;
  }

  private TrainingEvent await(Predicate<TrainingEvent> wanted) throws InterruptedException {
    while (true) {
      TrainingEvent event = events.poll(60, TimeUnit.SECONDS);
      assertThat(event).as("an event within a minute").isNotNull();
      if (wanted.test(event)) {
        return event;
      }
    }
  }
}
