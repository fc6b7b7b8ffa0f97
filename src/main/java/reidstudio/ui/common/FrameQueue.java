package reidstudio.ui.common;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import javafx.animation.AnimationTimer;

/**
 * Does one thing in each frame of the window. Nodes that come into a scene are styled before its
 * next frame, all at once; many of them would hold the window up for longer than a user notices.
 */
public final class FrameQueue {
  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          next();
        }
      };

  /** Forgets what is still to be done, and does {@code all} from the next frame on. */
  public void replace(Collection<? extends Runnable> all) {
    tasks.clear();
    tasks.addAll(all);
    if (tasks.isEmpty()) {
      timer.stop();
    } else {
      timer.start();
    }
  }

  /** Whether nothing is left, or only what is being done. */
  public boolean isEmpty() {
    return tasks.isEmpty();
  }

  private void next() {
    Runnable task = tasks.poll();
    if (tasks.isEmpty()) {
      timer.stop(); // it would ask for frames for ever
    }
    if (task != null) {
      task.run();
    }
  }
}
