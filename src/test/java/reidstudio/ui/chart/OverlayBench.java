package reidstudio.ui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.TilePane;
import javafx.stage.Stage;
import reidstudio.ui.common.UpdatePace;

/** What the JavaFX thread does for one frame of a zoom over 20 runs of 100,000 steps. */
final class OverlayBench {
  private static final int RUNS = 20;
  private static final int STEPS = 100_000;
  private static final int FRAMES = 60;

  private final List<MinMaxPyramid> traces = new ArrayList<>();

  private OverlayBench() {
    for (int i = 0; i < RUNS; i++) {
      MinMaxPyramid trace = new MinMaxPyramid();
      SplittableRandom random = new SplittableRandom(i);
      for (int step = 1; step <= STEPS; step++) {
        trace.append(step, 6 * Math.exp(-3.0 * step / STEPS) + random.nextDouble());
      }
      traces.add(trace);
    }
  }

  private void measure(int charts) {
    ChartGroup group = new ChartGroup(new ChartPulse(new UpdatePace(1)));
    TilePane wall = new TilePane();
    wall.setPrefColumns(2);
    for (int c = 0; c < charts; c++) {
      TraceChart chart = new TraceChart(new EnglishTexts(), group);
      chart.setPrefSize(500, 250);
      chart.smoothingProperty().set(0.6);
      for (int i = 0; i < RUNS; i++) {
        chart.series().add(TraceSeries.overlaid("run " + i, i, traces.get(i)));
      }
      wall.getChildren().add(chart);
    }
    Stage stage = new Stage();
    stage.setScene(new Scene(wall));
    stage.show();
    long first = System.nanoTime();
    group.frame(true, ChartPulse.FRAME_SHARE);
    double begun = (System.nanoTime() - first) / 1e6;
    double[] times = new double[FRAMES];
    int drawn = 0;
    for (int i = -FRAMES; i < FRAMES; i++) {
      double share = 0.02 + 0.9 * Math.abs(i) / FRAMES;
      long start = System.nanoTime();
      group.zoomX(new Range(STEPS * 0.05, STEPS * (0.05 + share)));
      drawn += group.frame(false, ChartPulse.FRAME_SHARE) ? 1 : 0;
      if (i >= 0) {
        times[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    Arrays.sort(times);
    System.out.printf(
        "%d charts x %d runs x %d: first %.0f ms, zoomed median %.1f ms, 95 %% %.1f ms (%d drawn)%n",
        charts, RUNS, STEPS, begun, times[FRAMES / 2], times[FRAMES * 95 / 100], drawn);
    stage.close();
  }

  /** Needs a display. */
  public static void main(String[] arguments) {
    OverlayBench bench = new OverlayBench();
    CompletableFuture<Void> done = new CompletableFuture<>();
    Platform.startup(
        () -> {
          for (int charts : new int[] {1, 2, 4, 6}) {
            bench.measure(charts);
          }
          done.complete(null);
        });
    done.join();
    Platform.exit();
  }
}
