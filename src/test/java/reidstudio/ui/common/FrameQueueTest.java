package reidstudio.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class FrameQueueTest {
  private final FrameQueue queue = new FrameQueue();
  private final List<Long> done = new ArrayList<>();
  private long frame;
  private final AnimationTimer frames =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          frame++;
        }
      };

  private void queue(int tasks) {
    List<Runnable> all = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      all.add(() -> done.add(frame));
    }
    queue.replace(all);
  }

  private void onFx(Runnable task) {
    WaitForAsyncUtils.waitForAsyncFx(
        10_000,
        () -> {
          task.run();
          return true;
        });
  }

  private void waitForTasks(int count) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        10,
        TimeUnit.SECONDS,
        () -> WaitForAsyncUtils.waitForAsyncFx(10_000, () -> done.size() >= count));
  }

  @Test
  void noFrameDoesTwoThings() throws TimeoutException {
    onFx(frames::start);
    onFx(() -> queue(4));
    waitForTasks(4);
    onFx(frames::stop);
    assertThat(done).hasSize(4).doesNotHaveDuplicates();
    assertThat(queue.isEmpty()).isTrue();
  }

  @Test
  void whatIsReplacedIsNotDone() throws TimeoutException {
    onFx(
        () -> {
          queue(9);
          queue(2);
        });
    waitForTasks(2);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(done).hasSize(2);
  }
}
