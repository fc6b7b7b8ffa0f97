package reidstudio.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reidstudio.config.RunConfig;
import reidstudio.event.EventSink;
import reidstudio.event.RunState;
import reidstudio.event.TrainingEvent.RunStarted;

/** One run on the engine thread, from building the session to its single exit. */
final class ActiveRun implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(ActiveRun.class);

  private final RunConfig config;
  private final SessionFactory sessions;
  private final Checkpointer checkpointer;
  private final RunLog log;
  private final RunLifecycle lifecycle;
  private final RunGate gate;
  private TrainingSession session;
  private TrainingLoop loop;

  ActiveRun(RunConfig config, Path folder, SessionFactory sessions, EventSink sink, Clock clock) {
    this.config = config;
    this.sessions = sessions;
    this.checkpointer = new Checkpointer(folder);
    this.log = new RunLog(folder.getFileName().toString(), sink, clock);
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
    return loop.steps();
  }

  @Override
  public void run() {
    try (TrainingSession opened = sessions.open(config, this::isStopping)) {
      session = opened;
      loop = new TrainingLoop(opened, gate, log);
      train();
    } catch (CancellationException e) {
      end(RunState.STOPPED, "Stopped before the first step.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end(RunState.FAILED, "The program is closing.");
    } catch (IOException | RuntimeException | LinkageError e) {
      LOG.error("run {} failed", log.run(), e);
      end(RunState.FAILED, sentence(e));
    } catch (OutOfMemoryError e) {
      end(RunState.FAILED, "Memory ran out; use smaller batches, or java -Xmx with more memory.");
    }
  }

  private boolean isStopping() {
    return lifecycle.state() == RunState.STOPPING;
  }

  private void train() throws IOException, InterruptedException {
    log.publish(new RunStarted(log.run(), log.now(), session.facts()));
    session.sampler().sentences().forEach(log::info);
    session.dataset().report().summaryLines().forEach(log::warning);
    checkpointer.writeFacts(session);
    if (!lifecycle.change(Set.of(RunState.STARTING), RunState.RUNNING, "")) {
      end(RunState.STOPPED, "Stopped before the first step.");
      return;
    }
    TrainingLoop.End end;
    try {
      end = loop.run();
    } finally {
      gate.close();
    }
    Path weights = checkpointer.writeWeights(session, loop.steps());
    log.info("Weights written to " + weights + ".");
    switch (end) {
      case COMPLETED -> end(RunState.COMPLETED, "");
      case LEFT -> end(RunState.STOPPED, "");
      case NON_FINITE ->
          end(
              RunState.FAILED,
              "A value of step "
                  + loop.steps()
                  + " is not finite; the step was not applied. See the log for the culprit.");
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

  private static String sentence(Throwable e) {
    String message = e.getMessage();
    return message == null || message.isBlank() ? e.toString() : message;
  }
}
