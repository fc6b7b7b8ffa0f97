package reidstudio.diagnostic;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * What an experiment and whoever waits for it tell each other: how far it has come, and whether it
 * is still wanted. One call does both, so that no experiment shows progress and cannot be stopped.
 */
public final class Course {
  private final Progress progress;
  private final BooleanSupplier cancelled;
  private final double from;
  private final double share;

  /**
   * The course of one part of a diagnosis.
   *
   * @param cancelled asked each time that progress is told
   * @param from fraction of the diagnosis that is done before this part
   * @param share of the diagnosis that this part is
   */
  public Course(Progress progress, BooleanSupplier cancelled, double from, double share) {
    this.progress = progress;
    this.cancelled = cancelled;
    this.from = from;
    this.share = share;
  }

  /**
   * Tells that {@code fraction} from 0 to 1 of this part is done and what comes next.
   *
   * @throws CancellationException if a user has cancelled
   */
  public void at(double fraction, String doing) {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("Cancelled.");
    }
    progress.at(from + share * Math.min(1, fraction), doing);
  }
}
