package reidstudio.engine;

import ai.djl.engine.EngineException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reidstudio.config.CheckpointConfig;
import reidstudio.event.EventSink;
import reidstudio.event.RunState;
import reidstudio.event.TrainingEvent.RunResumed;
import reidstudio.event.TrainingEvent.RunStarted;

/** One run on the engine thread, from building the session to its single exit. */
final class ActiveRun implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(ActiveRun.class);

  private final RunPlan plan;
  private final SessionFactory sessions;
  private final Checkpointer checkpointer;
  private final RunLog log;
  private final RunLifecycle lifecycle;
  private final RunGate gate;
  private TrainingSession session;
  private volatile TrainingLoop loop;

  ActiveRun(RunPlan plan, SessionFactory sessions, EventSink sink, Clock clock) {
    this.plan = plan;
    this.sessions = sessions;
    this.checkpointer = new Checkpointer(plan.folder());
    this.log = new RunLog(plan.run(), sink, clock);
    this.lifecycle = new RunLifecycle(log.run(), sink, clock);
    this.gate = new RunGate(lifecycle);
  }

  RunLifecycle lifecycle() {
    return lifecycle;
  }

  RunGate gate() {
    return gate;
  }

  RunLog log() {
    return log;
  }

  /** Only for work that the gate does on the engine thread. */
  TrainingSession session() {
    return session;
  }

  /** Steps made; only for work that the gate does on the engine thread. */
  long steps() {
    return position().step();
  }

  /** Where it stands; only for work that the gate does on the engine thread. */
  Position position() {
    return loop.position();
  }

  /** For how long a step has been under way; empty if none is; from any thread. */
  OptionalDouble stepSeconds() {
    TrainingLoop steps = loop;
    return steps == null ? OptionalDouble.empty() : steps.stepSeconds();
  }

  @Override
  public void run() {
    plan.warnings().forEach(log::warning);
    try (TrainingSession opened = sessions.open(plan.config(), new Start())) {
      session = opened;
      loop = new TrainingLoop(opened, gate, log, plan, this::epochDone);
      train();
    } catch (CancellationException e) {
      end(RunState.STOPPED, "Stopped before the first step.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end(RunState.FAILED, "The program is closing.");
    } catch (IOException | RuntimeException | LinkageError e) {
      LOG.error("run {} failed", log.run(), e);
      end(RunState.FAILED, new MemoryShortage(plan.config()).sentence(e).orElse(sentence(e)));
    } catch (OutOfMemoryError e) {
      end(RunState.FAILED, "Memory ran out; use smaller batches, or java -Xmx with more memory.");
    }
  }

  /** Tells the run's log what the start waits for, and is ended by its Stop button. */
  private final class Start implements StartListener {
    @Override
    public boolean cancelled() {
      return lifecycle.state() == RunState.STOPPING;
    }

    @Override
    public void said(String sentence) {
      log.info(sentence);
    }
  }

  private void train() throws IOException, InterruptedException {
    log.publish(new RunStarted(log.run(), log.now(), session.facts()));
    session.deviceRemark().ifPresent(log::warning);
    session.sampler().sentences().forEach(log::info);
    session.dataset().report().summaryLines().forEach(log::warning);
    session.startSentences().forEach(log::info);
    log.info(session.parameterTable().summary());
    UpdatePlan updates = UpdatePlan.of(plan.config(), session.schedule(), session.accumulation());
    log.line(updates.severity(), updates.sentence());
    PrecisionCost.warning(plan.config().compute(), session.pack()).ifPresent(log::warning);
    if (plan.from().isPresent()) {
      goOnFrom(plan.from().get());
    }
    checkpointer.writeFacts(session);
    if (!lifecycle.change(Set.of(RunState.STARTING), RunState.RUNNING, "")) {
      end(RunState.STOPPED, "Stopped before the first step.");
      return;
    }
    TrainingLoop.End end;
    try {
      end = loop.run();
    } catch (RuntimeException | OutOfMemoryError e) {
      rescue(e);
      throw e;
    } finally {
      gate.close();
    }
    keep();
    switch (end) {
      case COMPLETED -> endOfEpochs();
      case LEFT -> end(RunState.STOPPED, "");
      case NON_FINITE ->
          end(
              RunState.FAILED,
              "A value of step "
                  + (position().step() + 1)
                  + " is not finite; the step was not applied. See the log for the culprit. A run that"
                  + " goes on leaves that step out.");
    }
  }

  private void endOfEpochs() {
    if (plan.endsEarly()) {
      end(RunState.STOPPED, "Stopped after epoch " + plan.lastEpoch() + ", as it was asked to.");
    } else {
      end(RunState.COMPLETED, "");
    }
  }

  /** What it has learnt outlives what ended it, which stays the reason that is told. */
  private void rescue(Throwable failure) {
    try {
      keep();
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
      log.warning(sentence(e) + ".");
    }
  }

  /**
   * The checkpoint first, without which nothing goes on; a disk may have room for the weights all
   * the same. A run that failed between the batches of one update goes on from an earlier one.
   */
  private void keep() throws IOException {
    try {
      if (session.accumulation().begins(position().batch() + 1)) {
        checkpointer.write(session, position());
      }
    } finally {
      Path weights = checkpointer.writeWeights(session, position().step());
      log.info("Weights written to " + weights + ".");
    }
  }

  private void goOnFrom(CheckpointFile checkpoint) throws IOException {
    DataPrint data = checkpoint.facts().data();
    new DataCheck(plan.folder(), data).check(session).ifPresent(log::warning);
    checkpoint.restore(session.state(), session.pack());
    checkpointer.goOnFrom(checkpoint);
    long step = plan.start().step();
    log.publish(new RunResumed(log.run(), log.now(), step));
    log.info("Goes on after step " + step + " from " + checkpoint.path().getFileName() + ".");
  }

  /** A disk that is full for a while is no reason to lose what trains on: it is tried again. */
  private void epochDone(Position position) {
    CheckpointConfig wanted = session.config().checkpoint();
    if (wanted.everyEpochs() > 0 && (position.epoch() - 1) % wanted.everyEpochs() == 0) {
      tryTo(() -> checkpointer.write(session, position));
    }
    if (wanted.best() && position.isBest()) {
      tryTo(() -> checkpointer.writeBest(session, position));
    }
  }

  /** What writes a file. */
  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }

  private void tryTo(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      log.warning(sentence(e) + "; training goes on.");
    }
  }

  /** The single exit: whatever the state was, it becomes {@code last} or FAILED. */
  private void end(RunState last, String reason) {
    Set<RunState> any = EnumSet.allOf(RunState.class);
    if (last == RunState.STOPPED) {
      lifecycle.change(any, RunState.STOPPING, "");
    }
    if (!lifecycle.change(any, last, reason) && !lifecycle.state().isTerminal()) {
      // A stop that came with the last step: the run is complete all the same, but says stopped.
      lifecycle.change(any, RunState.STOPPED, reason);
    }
  }

  /** TorchScript puts a traceback of its own code before what went wrong; the log has it. */
  private static String sentence(Throwable e) {
    String message = e.getMessage();
    if (message == null || message.isBlank()) {
      return e.toString();
    }
    return e instanceof EngineException
        ? message.lines().filter(line -> !line.isBlank()).reduce((a, b) -> b).orElse(message)
        : message;
  }
}
