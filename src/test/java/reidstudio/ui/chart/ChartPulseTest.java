package reidstudio.ui.chart;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ChartPulseTest extends TwoCharts {
  /** At a source: more than a look and the frames after it take. */
  private static final int LOOKS = 20;

  @Start
  void start(Stage stage) {
    show(stage);
  }

  @Test
  void chartsThatSleepWhileARunTrainsAreWokenByWhoeverDoesSomething(FxRobot robot)
      throws TimeoutException {
    untilDrawn();
    AtomicLong looks = new AtomicLong();
    robot.interact(
        () -> {
          pace.training(true);
          upper.series().setAll(new TraceSeries("counted", 0, counting(looks)));
        });
    until(() -> pulse.isRunning() && !pulse.isAwake());
    long before = looks.get();

    robot.interact(() -> pace.touched(System.nanoTime()));

    // on one processor the next look would be up to 14 s away
    WaitForAsyncUtils.waitFor(2, TimeUnit.SECONDS, () -> looks.get() > before);
  }

  @Test
  void chartsWithoutNewsAskForNoFrames(FxRobot robot) {
    untilDrawn();
    AtomicLong looks = new AtomicLong();
    robot.interact(() -> upper.series().setAll(new TraceSeries("counted", 0, counting(looks))));
    AtomicLong frames = new AtomicLong();
    robot.interact(() -> stage.getScene().addPostLayoutPulseListener(frames::incrementAndGet));

    // what has to be drawn yet takes some frames; then there are none, however often charts look
    long[] since = new long[2];
    until(
        () -> {
          if (frames.get() != since[0]) {
            since[0] = frames.get();
            since[1] = looks.get();
          }
          return looks.get() >= since[1] + LOOKS;
        });
  }

  private TraceSource counting(AtomicLong looks) {
    return new TraceSource() {
      @Override
      public long version() {
        looks.incrementAndGet();
        return loss.version();
      }

      @Override
      public TraceSnapshot snapshot() {
        return loss.snapshot();
      }
    };
  }
}
