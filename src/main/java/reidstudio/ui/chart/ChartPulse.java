package reidstudio.ui.chart;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import reidstudio.ui.common.UpdatePace;

/**
 * The one clock of all charts. It asks sources for news as often as the window's pace says, four
 * times a second at most where drawing takes so long that the window would feel it, and lets
 * changed charts redraw. Frames are asked for only while pictures change. Runs only while a chart
 * shows, and knows only charts that show, so it keeps nothing alive.
 */
public final class ChartPulse {
  private static final long MILLISECOND = 1_000_000;
  private static final long POLL_EVERY_IF_SLOW = 250 * MILLISECOND;
  private static final long SLOW_FRAME = 30 * MILLISECOND;

  /** Of a frame, for charts; beside it the window has layout and everything else to do. */
  static final long FRAME_SHARE = 3 * MILLISECOND;

  /** Where news are looked for rarely, to save time: one frame takes less of it than several. */
  private static final long FRAME_SHARE_IF_RARE = 25 * MILLISECOND;

  private final UpdatePace pace;
  private final Set<ChartGroup> groups = new LinkedHashSet<>();
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          tick(now);
        }
      };
  private boolean running;
  private boolean awake;

  /** Counts looks that were planned; only the last one is still wanted. */
  private long planned;

  private boolean drewLastFrame;
  private long lastFrame;
  private long lastBeat = Long.MIN_VALUE;
  private long leastPause = UpdatePace.QUICK;

  /** Looks as often as {@code pace} says, and lives as long. */
  public ChartPulse(UpdatePace pace) {
    this.pace = pace;
    pace.whenHurried(this::lookLater);
  }

  void add(ChartGroup group) {
    groups.add(group);
    running = true;
    wake();
  }

  void remove(ChartGroup group) {
    groups.remove(group);
    if (groups.isEmpty()) {
      running = false;
      sleep();
    }
  }

  /** Whether any chart shows, and news are therefore looked for. */
  public boolean isRunning() {
    return running;
  }

  /** Whether frames are asked for at the moment. */
  boolean isAwake() {
    return awake;
  }

  /** Something other than news may have changed a picture: asks for frames until none changes. */
  void wake() {
    if (running && !awake) {
      awake = true;
      timer.start();
    }
  }

  private void sleep() {
    awake = false;
    timer.stop();
  }

  private void tick(long now) {
    if (drewLastFrame) {
      leastPause = now - lastFrame > SLOW_FRAME ? POLL_EVERY_IF_SLOW : UpdatePace.QUICK;
    }
    long pause = pause(now);
    long beat = UpdatePace.beat(now, pause);
    boolean poll = beat != lastBeat;
    lastBeat = beat;
    long share = pause > POLL_EVERY_IF_SLOW ? FRAME_SHARE_IF_RARE : FRAME_SHARE;
    lastFrame = now;
    drewLastFrame = false;
    boolean behind = false;
    for (ChartGroup group : List.copyOf(groups)) {
      drewLastFrame |= group.frame(poll, share);
      behind |= group.isBehind();
    }
    if (!drewLastFrame && !behind) {
      sleep();
      lookLater();
    }
  }

  private long pause(long now) {
    return Math.max(leastPause, pace.interval(now));
  }

  /** Looks with the next beat; an animation would ask for frames in between. */
  private void lookLater() {
    if (running && !awake) {
      long plan = ++planned;
      long now = System.nanoTime();
      CompletableFuture.delayedExecutor(
              UpdatePace.untilNext(now, pause(now)), TimeUnit.NANOSECONDS, Platform::runLater)
          .execute(() -> look(plan));
    }
  }

  private void look(long plan) {
    if (plan != planned || !running || awake) {
      return;
    }
    long now = System.nanoTime();
    lastBeat = UpdatePace.beat(now, pause(now));
    boolean stale = false;
    for (ChartGroup group : List.copyOf(groups)) {
      stale |= group.look();
    }
    if (stale) {
      wake();
    } else {
      lookLater();
    }
  }
}
