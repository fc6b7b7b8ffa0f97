package reidstudio.ui.chart;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.animation.AnimationTimer;

/**
 * The one clock of all charts. Each frame it lets changed charts redraw; it asks sources for news
 * only ten times a second, and four times where drawing takes so long that the window would feel
 * it. Runs only while a chart shows, and knows only charts that show, so it keeps nothing alive.
 */
public final class ChartPulse {
  private static final long MILLISECOND = 1_000_000;
  private static final long POLL_EVERY = 100 * MILLISECOND;
  private static final long POLL_EVERY_IF_SLOW = 250 * MILLISECOND;
  private static final long SLOW_FRAME = 30 * MILLISECOND;

  private final Set<ChartGroup> groups = new LinkedHashSet<>();
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          tick(now);
        }
      };
  private boolean running;
  private boolean drewLastFrame;
  private long lastFrame;
  private long lastPoll;
  private long pollEvery = POLL_EVERY;

  void add(ChartGroup group) {
    groups.add(group);
    if (!running) {
      running = true;
      timer.start();
    }
  }

  void remove(ChartGroup group) {
    groups.remove(group);
    if (groups.isEmpty()) {
      running = false;
      timer.stop();
    }
  }

  /** Whether any chart shows, and therefore the timer runs. */
  public boolean isRunning() {
    return running;
  }

  private void tick(long now) {
    if (drewLastFrame) {
      pollEvery = now - lastFrame > SLOW_FRAME ? POLL_EVERY_IF_SLOW : POLL_EVERY;
    }
    boolean poll = now - lastPoll >= pollEvery;
    if (poll) {
      lastPoll = now;
    }
    lastFrame = now;
    drewLastFrame = false;
    for (ChartGroup group : List.copyOf(groups)) {
      drewLastFrame |= group.frame(poll);
    }
  }
}
