package reidstudio.ui.common;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Subscription;

/**
 * The way from other threads to the window. Writers raise a version number and never call the
 * window; the pump looks at the numbers ten times a second at most and tells those whose number has
 * changed. Hidden windows are not pumped.
 *
 * <p>It beats by itself and asks for no frames: a window that draws sixty frames a second in which
 * nothing changes takes a seventh of its speed from a training on two processors, whose threads
 * wait for each other.
 */
public final class FxPump implements Executor {
  private final UpdatePace pace;
  private final List<Watch> watches = new ArrayList<>();
  private final List<Watch> alarms = new ArrayList<>();
  private long lastBeat = Long.MIN_VALUE;
  private long lastLook;

  /** Counts who beats; a beat of an earlier one is the last of its kind. */
  private long beating;

  private boolean visible;

  /** Looks as often as {@code pace} says. */
  public FxPump(UpdatePace pace) {
    this.pace = pace;
  }

  /** How often it looks. */
  public UpdatePace pace() {
    return pace;
  }

  /** Calls {@code onChange} at most ten times a second when {@code version} has changed. */
  public Subscription watch(LongSupplier version, Runnable onChange) {
    Watch watch = new Watch(version, onChange);
    watches.add(watch);
    return () -> watches.remove(watch);
  }

  /**
   * Calls {@code look} once in each {@code period}, more rarely while a training is to be spared.
   * An animation of JavaFX would do so at the price of sixty frames a second in between.
   */
  public void every(Duration period, Runnable look) {
    long nanos = period.toNanos();
    watch(() -> UpdatePace.beat(lastLook, nanos), look);
  }

  /**
   * Looks at {@code version} ten times a second, however rarely at all else. When it has changed,
   * everything is looked at soon, as after an input.
   */
  public void alarm(LongSupplier version) {
    alarms.add(new Watch(version, () -> {}));
  }

  /** Pumps while {@code stage} can be seen, until that is ended. */
  public Subscription follow(Stage stage) {
    Subscription following =
        Subscription.combine(
            stage.showingProperty().subscribe(() -> run(stage)),
            stage.iconifiedProperty().subscribe(() -> run(stage)));
    run(stage);
    return following.and(this::rest);
  }

  private void rest() {
    beating++;
    visible = false;
  }

  private void run(Stage stage) {
    beating++;
    visible = stage.isShowing() && !stage.isIconified();
    beat(beating);
  }

  /** The user did something: what comes of it is looked for soon. */
  public void touched() {
    pace.touched(System.nanoTime());
  }

  private void beat(long generation) {
    if (visible && generation == beating) {
      pulse(System.nanoTime());
      later(generation);
    }
  }

  private void later(long generation) {
    long now = System.nanoTime();
    CompletableFuture.delayedExecutor(
            UpdatePace.untilNext(now, UpdatePace.QUICK), TimeUnit.NANOSECONDS, Platform::runLater)
        .execute(() -> beat(generation));
  }

  /** Runs {@code task} on the JavaFX thread: at once if the caller is on it, else soon. */
  @Override
  public void execute(Runnable task) {
    if (Platform.isFxApplicationThread()) {
      task.run();
    } else {
      Platform.runLater(task);
    }
  }

  void pulse(long now) {
    for (Watch alarm : alarms) {
      if (alarm.look()) {
        pace.touched(now);
      }
    }
    long beat = UpdatePace.beat(now, pace.interval(now));
    if (beat == lastBeat) {
      return;
    }
    lastBeat = beat;
    lastLook = now;
    for (Watch watch : List.copyOf(watches)) {
      watch.look();
    }
  }

  private static final class Watch {
    private final LongSupplier version;
    private final Runnable onChange;
    private long seen;

    Watch(LongSupplier version, Runnable onChange) {
      this.version = version;
      this.onChange = onChange;
      seen = version.getAsLong();
    }

    boolean look() {
      long now = version.getAsLong();
      boolean changed = now != seen;
      if (changed) {
        seen = now;
        onChange.run();
      }
      return changed;
    }
  }
}
