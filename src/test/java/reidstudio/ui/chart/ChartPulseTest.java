package reidstudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

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
    until(() -> !pulse.isAwake());
    AtomicLong frames = new AtomicLong();
    robot.interact(() -> stage.getScene().addPostLayoutPulseListener(frames::incrementAndGet));
    long before = looks.get();

    until(() -> looks.get() >= before + 5);

    assertThat(frames.get()).as("the one in which the listener was added").isLessThanOrEqualTo(1);
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
