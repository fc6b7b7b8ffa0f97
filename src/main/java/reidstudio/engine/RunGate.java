package reidstudio.engine;

import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import reidstudio.event.RunState;

/**
 * The place between two steps where the loop listens: it pauses, goes on, makes a diagnosis, or
 * learns that it has to leave.
 */
final class RunGate {
  private final RunLifecycle lifecycle;
  private final BlockingQueue<Runnable> mailbox = new LinkedBlockingQueue<>();

  RunGate(RunLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  /** Has {@code work} done on the engine thread between two steps; from any thread. */
  void post(Runnable work) {
    mailbox.add(work);
  }

  /** Makes a paused loop look at its state again; from any thread. */
  void wake() {
    mailbox.add(() -> {});
  }

  /** Called by the loop before each step; false means leave. */
  boolean proceed() throws InterruptedException {
    runPosted();
    lifecycle.change(Set.of(RunState.PAUSING), RunState.PAUSED, "");
    while (lifecycle.state() == RunState.PAUSED) {
      mailbox.take().run();
    }
    return lifecycle.state() == RunState.RUNNING;
  }

  private void runPosted() {
    for (Runnable work = mailbox.poll(); work != null; work = mailbox.poll()) {
      work.run();
    }
  }
}
