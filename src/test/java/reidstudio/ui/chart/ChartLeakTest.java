package reidstudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import reidstudio.ui.common.UpdatePace;

@ExtendWith(ApplicationExtension.class)
class ChartLeakTest {
  private final ChartPulse pulse = new ChartPulse(new UpdatePace(1));
  private final ChartGroup group = new ChartGroup(pulse);
  private final MinMaxPyramid trace = new MinMaxPyramid();
  private final StackPane root = new StackPane();

  @Start
  void start(Stage stage) {
    stage.setScene(new Scene(root, 400, 300));
    stage.show();
  }

  @Test
  void aRemovedChartIsCollectedThoughGroupPulseAndSourceLiveOn(FxRobot robot) {
    trace.append(0, 1);
    trace.append(1, 2);
    AtomicReference<WeakReference<TraceChart>> chart = new AtomicReference<>();
    robot.interact(
        () -> {
          TraceChart shown = new TraceChart(new EnglishTexts(), group);
          shown.series().add(new TraceSeries("a", 0, trace));
          root.getChildren().add(shown);
          chart.set(new WeakReference<>(shown));
        });
    WaitForAsyncUtils.waitForFxEvents(10);
    robot.interact(() -> group.zoomX(new Range(0, 0.5)));
    robot.interact(() -> root.getChildren().clear());
    WaitForAsyncUtils.waitForFxEvents(10);
    for (int i = 0; i < 50 && chart.get().get() != null; i++) {
      System.gc();
      // JavaFX forgets removed nodes only once it has drawn without them.
      WaitForAsyncUtils.waitForFxEvents(2);
    }
    assertThat(chart.get().get()).isNull();
    assertThat(pulse.isRunning()).isFalse();
    assertThat(trace.size()).isEqualTo(2);
  }
}
