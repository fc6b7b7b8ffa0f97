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
  private final BlockingQueue<Errand> mailbox = new LinkedBlockingQueue<>();
  private boolean closed;

  private record Errand(Runnable work, Runnable tooLate) {}

  RunGate(RunLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  /**
   * Has {@code work} done on the engine thread between two steps; from any thread. If the loop is
   * left before that, {@code tooLate} is done there instead.
   *
   * @return whether either will be done; false once the loop is left
   */
  synchronized boolean post(Runnable work, Runnable tooLate) {
    return !closed && mailbox.add(new Errand(work, tooLate));
  }

  /** Makes a paused loop look at its state again; from any thread. */
  void wake() {
    mailbox.add(new Errand(() -> {}, () -> {}));
  }

  /** Called by the loop before each step; false means leave. */
  boolean proceed() throws InterruptedException {
    runPosted();
    lifecycle.change(Set.of(RunState.PAUSING), RunState.PAUSED, "");
    while (lifecycle.state() == RunState.PAUSED) {
      mailbox.take().work().run();
    }
    return lifecycle.state() == RunState.RUNNING;
  }

  /** Called once the loop is left, however it was: whoever still waits is told. */
  void close() {
    synchronized (this) {
      closed = true;
    }
    for (Errand errand = mailbox.poll(); errand != null; errand = mailbox.poll()) {
      errand.tooLate().run();
    }
  }

  private void runPosted() {
    for (Errand errand = mailbox.poll(); errand != null; errand = mailbox.poll()) {
      errand.work().run();
    }
  }
}
