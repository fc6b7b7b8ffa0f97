package reidstudio.ui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.TilePane;

/**
 * Measures what one update of noisy live charts costs: one new point for each series, then redraw,
 * then render the whole scene to pixels. The scene belongs to no window, so nothing waits for the
 * screen, and the renderer is the one the program would use.
 */
public final class ChartBench {
  private static final double WIDTH = 900;
  private static final double HEIGHT = 420;

  private final ChartTexts texts;
  private final SplittableRandom random;
  private final int updates;

  /**
   * A bench whose noise comes from {@code seed} and that takes {@code updates} figures for each
   * case, after as many to warm up; 60 give a steady median.
   */
  public ChartBench(ChartTexts texts, long seed, int updates) {
    this.texts = texts;
    this.updates = updates;
    this.random = new SplittableRandom(seed);
  }

  /** A wall of charts and what it costs. Times are milliseconds per update of the whole wall. */
  public record Figures(
      String name,
      int charts,
      int seriesPerChart,
      int pointsPerSeries,
      double drawMedian,
      double updateMedian,
      double update95) {}

  /**
   * Measures all cases; takes some seconds. Call from any thread but JavaFX's. Starts JavaFX if it
   * does not run and leaves it running.
   */
  public List<Figures> run() {
    try {
      Platform.startup(() -> {});
    } catch (IllegalStateException alreadyRunning) {
      // What was asked for holds.
    }
    return List.of(
        onFxThread("1 chart x 1 x 1M", 1, 1, 1_000_000),
        onFxThread("1 chart x 2 x 100k", 1, 2, 100_000),
        onFxThread("12 charts x 2 x 100k", 12, 2, 100_000));
  }

  private Figures onFxThread(String name, int charts, int series, int points) {
    CompletableFuture<Figures> result = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            result.complete(new Wall(charts, series, points).measure(name));
          } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
          }
        });
    return result.join();
  }

  private final class Wall {
    private final ChartGroup group = new ChartGroup(new ChartPulse());
    private final List<TraceChart> charts = new ArrayList<>();
    private final List<MinMaxPyramid> traces = new ArrayList<>();
    private final int seriesPerChart;
    private final int points;
    private final Scene scene;

    Wall(int chartCount, int seriesPerChart, int points) {
      this.seriesPerChart = seriesPerChart;
      this.points = points;
      int columns = Math.min(4, chartCount);
      TilePane wall = new TilePane();
      wall.setPrefColumns(columns);
      // A wall shares one screen: smaller charts, the more there are of them.
      double shrink = chartCount == 1 ? 1 : 0.5;
      for (int c = 0; c < chartCount; c++) {
        TraceChart chart = new TraceChart(texts, group);
        chart.setPrefSize(WIDTH * shrink, HEIGHT * shrink);
        chart.titleProperty().set("chart " + c);
        chart.smoothingProperty().set(0.97);
        for (int s = 0; s < seriesPerChart; s++) {
          MinMaxPyramid trace = new MinMaxPyramid();
          traces.add(trace);
          chart.series().add(new TraceSeries("series " + s, s, trace));
        }
        charts.add(chart);
      }
      traces.forEach(trace -> grow(trace, points));
      wall.getChildren().addAll(charts);
      scene = new Scene(wall);
    }

    private void grow(MinMaxPyramid trace, int count) {
      for (int i = 0; i < count; i++) {
        double x = trace.size();
        trace.append(x, 1 + 5 * Math.exp(-3 * x / points) + random.nextDouble() - 0.5);
      }
    }

    Figures measure(String name) {
      WritableImage image = scene.snapshot(null);
      charts.forEach(group::join);
      double[] draw = new double[updates];
      double[] update = new double[updates];
      for (int i = -updates; i < updates; i++) {
        traces.forEach(trace -> grow(trace, 1));
        long start = System.nanoTime();
        group.frame(true);
        long drawn = System.nanoTime();
        scene.snapshot(image);
        long rendered = System.nanoTime();
        if (i >= 0) {
          draw[i] = (drawn - start) / 1e6;
          update[i] = (rendered - start) / 1e6;
        }
      }
      charts.forEach(group::leave);
      Arrays.sort(draw);
      Arrays.sort(update);
      return new Figures(
          name,
          charts.size(),
          seriesPerChart,
          points,
          draw[updates / 2],
          update[updates / 2],
          update[updates * 95 / 100]);
    }
  }
}
