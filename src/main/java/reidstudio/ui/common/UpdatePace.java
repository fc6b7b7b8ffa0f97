package reidstudio.ui.common;

import java.util.ArrayList;
import java.util.List;

/**
 * How long the window waits between two looks for news. While this process trains, updates may cost
 * a fraction of a percent of the machine: the threads of a training step wait for the one that had
 * to give way, so on two processors a step loses several times what is taken, for curves that
 * nobody follows ten times a second. Whoever has just done something sees what it does at once, and
 * what cannot wait is seen at once too ({@link FxPump#alarm}).
 *
 * <p>Thread: the JavaFX thread.
 */
public final class UpdatePace {
  private static final long MILLISECOND = 1_000_000;

  /** Nanoseconds between two looks where nothing is to be spared. */
  public static final long QUICK = 100 * MILLISECOND;

  /** Processor time of an update of the page for training, measured with software drawing. */
  private static final long COST = 36 * MILLISECOND;

  /** Of the machine's processor time, for updates. */
  private static final double SHARE = 0.0025;

  private static final long QUICK_AFTER_INPUT = 2_000 * MILLISECOND;

  private final long whileTraining;
  private final List<Runnable> hurried = new ArrayList<>();
  private boolean training;
  private long quickUntil = Long.MIN_VALUE;

  /** For a machine with {@code processors}. */
  public UpdatePace(int processors) {
    long beats = Math.round(COST / (SHARE * processors) / QUICK);
    whileTraining = Math.max(1, beats) * QUICK;
  }

  /** A run of this process is training now, or none is. */
  public void training(boolean now) {
    boolean ends = training && !now;
    training = now;
    if (ends) {
      hurry();
    }
  }

  /** The user did something at {@code nanos}. */
  public void touched(long nanos) {
    boolean rare = interval(nanos) > QUICK;
    quickUntil = nanos + QUICK_AFTER_INPUT;
    if (rare) {
      hurry();
    }
  }

  /** Calls {@code look} when looks get frequent that were rare, for those who sleep until then. */
  public void whenHurried(Runnable look) {
    hurried.add(look);
  }

  private void hurry() {
    hurried.forEach(Runnable::run);
  }

  /** Nanoseconds between two looks, at {@code nanos}. */
  public long interval(long nanos) {
    boolean slow = training && nanos >= quickUntil;
    return slow ? whileTraining : QUICK;
  }

  /** The beat at {@code nanos}, to look once in each. */
  public static long beat(long nanos, long interval) {
    return Math.floorDiv(nanos, interval);
  }

  /**
   * Nanoseconds from {@code nanos} to the next beat. All who look with the same interval do so at
   * the same moment, so that what they change is drawn in one frame.
   */
  public static long untilNext(long nanos, long interval) {
    return interval - Math.floorMod(nanos, interval);
  }
}
