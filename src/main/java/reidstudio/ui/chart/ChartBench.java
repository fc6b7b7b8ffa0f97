package reidstudio.ui.chart;

import atlantafx.base.theme.PrimerLight;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.TilePane;
import reidstudio.ui.common.UpdatePace;

/**
 * Measures what one update of noisy live charts costs: one new point for each series, then redraw,
 * then render what changed to pixels. The scene belongs to no window, so nothing waits for the
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

  /**
   * A wall of charts and what it costs. Times are milliseconds per update of the whole wall.
   *
   * @param updateMedian until all is rendered
   * @param update95 exceeded by one update in twenty
   * @param threadMedian processor time of the JavaFX thread for one frame; a wall takes several
   * @param threadWorst the longest of those
   * @param target the most that {@code updateMedian} may be
   */
  public record Figures(
      String name,
      int charts,
      int seriesPerChart,
      int pointsPerSeries,
      double updateMedian,
      double update95,
      double threadMedian,
      double threadWorst,
      double target) {}

  /**
   * What is measured.
   *
   * @param pans whether the view moves, instead of points being added
   */
  private record Case(
      String name, int charts, int series, int points, boolean pans, double target) {}

  /** 60 frames a second leave 16 ms; ten updates a second of a whole wall may take more. */
  private static final List<Case> CASES =
      List.of(
          new Case("1 chart x 1 x 1,000,000", 1, 1, 1_000_000, false, 16),
          new Case("1 chart x 2 x 100,000", 1, 2, 100_000, false, 16),
          new Case("12 charts x 2 x 100,000", 12, 2, 100_000, false, 40),
          new Case("1 chart x 1 x 10,000,000, panning", 1, 1, 10_000_000, true, 16));

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
    return CASES.stream().map(this::onFxThread).toList();
  }

  private Figures onFxThread(Case measured) {
    CompletableFuture<Figures> result = new CompletableFuture<>();
    // points are made here, so that the JavaFX thread has room for what it is measured with
    List<MinMaxPyramid> traces = traces(measured);
    Platform.runLater(
        () -> {
          try {
            result.complete(new Wall(measured, traces).measure());
          } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
          }
        });
    return result.join();
  }

  private List<MinMaxPyramid> traces(Case measured) {
    List<MinMaxPyramid> traces = new ArrayList<>();
    for (int i = 0; i < measured.charts * measured.series; i++) {
      MinMaxPyramid trace = new MinMaxPyramid();
      grow(trace, measured.points, measured.points);
      traces.add(trace);
    }
    return traces;
  }

  private void grow(MinMaxPyramid trace, int count, int pace) {
    for (int i = 0; i < count; i++) {
      double x = trace.size();
      trace.append(x, 1 + 5 * Math.exp(-3 * x / pace) + random.nextDouble() - 0.5);
    }
  }

  private final class Wall {
    private final ChartGroup group = new ChartGroup(new ChartPulse(new UpdatePace(1)));
    private final List<TraceChart> charts = new ArrayList<>();
    private final List<MinMaxPyramid> traces;
    private final Case measured;
    private final Scene scene;
    private final List<Double> frames = new ArrayList<>();
    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private final Map<TraceChart, PlotFrame> rendered = new HashMap<>();
    private final Map<TraceChart, WritableImage> images = new HashMap<>();

    Wall(Case measured, List<MinMaxPyramid> traces) {
      this.measured = measured;
      this.traces = traces;
      TilePane wall = new TilePane();
      wall.setPrefColumns(Math.min(4, measured.charts));
      // A wall shares one screen: smaller charts, the more there are of them.
      double shrink = measured.charts == 1 ? 1 : 0.5;
      for (int c = 0; c < measured.charts; c++) {
        TraceChart chart = new TraceChart(texts, group);
        chart.setPrefSize(WIDTH * shrink, HEIGHT * shrink);
        chart.titleProperty().set("chart " + c);
        chart.smoothingProperty().set(0.97);
        for (int s = 0; s < measured.series; s++) {
          chart
              .series()
              .add(new TraceSeries("series " + s, s, traces.get(c * measured.series + s)));
        }
        charts.add(chart);
      }
      wall.getChildren().addAll(charts);
      scene = new Scene(wall);
      scene.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    }

    private void change(int i) {
      if (measured.pans) {
        double share = 0.6 * (updates + i) / (2.0 * updates);
        double from = measured.points * share;
        group.zoomX(new Range(from, from + measured.points * 0.3));
      } else {
        traces.forEach(trace -> grow(trace, 1, measured.points));
      }
    }

    Figures measure() {
      scene.snapshot(null);
      charts.forEach(group::join);
      for (int i = -updates; i < 0; i++) {
        change(i);
        update();
      }
      frames.clear();
      double[] update = new double[updates];
      for (int i = 0; i < updates; i++) {
        change(i);
        update[i] = update();
      }
      charts.forEach(group::leave);
      Arrays.sort(update);
      double[] thread = frames.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      return new Figures(
          measured.name,
          measured.charts,
          measured.series,
          measured.points,
          update[updates / 2],
          update[updates * 95 / 100],
          thread[thread.length / 2],
          thread[thread.length - 1],
          measured.target);
    }

    /** As a window does, which renders only what changed. */
    private void renderIfRedrawn(TraceChart chart) {
      if (!Objects.equals(chart.frame(), rendered.put(chart, chart.frame()))) {
        images.put(chart, chart.snapshot(null, images.get(chart)));
      }
    }

    /** Draws and renders frames until all charts are up to date; returns the milliseconds. */
    private double update() {
      long start = System.nanoTime();
      boolean poll = true;
      do {
        long busy = clock.getCurrentThreadCpuTime();
        group.frame(poll, ChartPulse.FRAME_SHARE);
        charts.forEach(this::renderIfRedrawn);
        frames.add((clock.getCurrentThreadCpuTime() - busy) / 1e6);
        poll = false;
      } while (group.isBehind());
      return (System.nanoTime() - start) / 1e6;
    }
  }
}
