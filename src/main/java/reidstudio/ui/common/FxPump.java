package reidstudio.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Subscription;

/**
 * The way from other threads to the window. Writers raise a version number and never call the
 * window; the pump looks at the numbers once per pulse and, at most ten times a second, tells those
 * whose number has changed. Hidden windows are not pumped.
 */
public final class FxPump implements Executor {
  private static final long INTERVAL_NANOS = 100_000_000L;

  private final List<Watch> watches = new ArrayList<>();
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          pulse(now);
        }
      };
  private long lastRound = Long.MIN_VALUE;

  /** Calls {@code onChange} at most ten times a second when {@code version} has changed. */
  public Subscription watch(LongSupplier version, Runnable onChange) {
    Watch watch = new Watch(version, onChange);
    watches.add(watch);
    return () -> watches.remove(watch);
  }

  /** Pumps while {@code stage} can be seen. */
  public void follow(Stage stage) {
    stage.showingProperty().subscribe(() -> run(stage));
    stage.iconifiedProperty().subscribe(() -> run(stage));
    run(stage);
  }

  private void run(Stage stage) {
    if (stage.isShowing() && !stage.isIconified()) {
      timer.start();
    } else {
      timer.stop();
    }
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
    if (lastRound != Long.MIN_VALUE && now - lastRound < INTERVAL_NANOS) {
      return;
    }
    lastRound = now;
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

    void look() {
      long now = version.getAsLong();
      if (now != seen) {
        seen = now;
        onChange.run();
      }
    }
  }
}
