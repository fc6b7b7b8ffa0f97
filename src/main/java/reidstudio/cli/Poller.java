package reidstudio.cli;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Looks at something again and again until it has come about. */
final class Poller {
  private final Duration pause;

  /**
   * Looks and rests in turn.
   *
   * @param pause rest between two looks
   */
  Poller(Duration pause) {
    this.pause = pause;
  }

  /** Returns as soon as {@code done}; {@code look} is called at every turn, last when it is. */
  void until(BooleanSupplier done, Runnable look) throws InterruptedException {
    while (!done.getAsBoolean()) {
      look.run();
      Thread.sleep(pause.toMillis());
    }
    look.run();
  }
}
