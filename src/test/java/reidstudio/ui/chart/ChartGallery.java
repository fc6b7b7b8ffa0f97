package reidstudio.ui.chart;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Random;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.stage.Stage;
import reidstudio.ui.common.UpdatePace;

/** Shows every ability of the charts in one window, to be looked at; "dark" chooses the theme. */
public final class ChartGallery extends Application {
  private final ChartGroup group = new ChartGroup(new ChartPulse(new UpdatePace(1)));
  private final Random random = new Random(7);

  /** Starts the gallery; a class that is itself an Application cannot, from the class path. */
  static final class Launcher {
    private Launcher() {}

    /** Opens the window. */
    public static void main(String[] args) {
      launch(ChartGallery.class, args);
    }
  }

  @Override
  public void start(Stage stage) {
    boolean dark = getParameters().getRaw().contains("dark");
    setUserAgentStylesheet(
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    GridPane wall = new GridPane();
    wall.setStyle(
        "-fx-padding: 12; -fx-hgap: 12; -fx-vgap: 12; -fx-background-color: -color-bg-subtle;");
    for (int i = 0; i < 3; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100 / 3.0);
      wall.getColumnConstraints().add(column);
      RowConstraints row = new RowConstraints();
      row.setVgrow(Priority.ALWAYS);
      row.setPercentHeight(100 / 3.0);
      wall.getRowConstraints().add(row);
    }
    wall.add(loss(), 0, 0);
    wall.add(accuracy(), 1, 0);
    wall.add(learningRate(), 2, 0);
    wall.add(evaluation(), 0, 1);
    wall.add(faulty(), 1, 1);
    wall.add(empty(), 2, 1);
    wall.add(expected(), 0, 2);
    wall.add(unsmoothed(), 1, 2);
    wall.add(seconds(), 2, 2);
    stage.setScene(new Scene(wall, 1500, 960));
    stage.setTitle("Chart gallery");
    stage.show();
  }

  private TraceChart chart(String title, String unit) {
    TraceChart chart = new TraceChart(new EnglishTexts(), group);
    chart.titleProperty().set(title);
    chart.unitProperty().set(unit);
    chart.xLabelProperty().set("step");
    chart.smoothingProperty().set(0.97);
    return chart;
  }

  private MinMaxPyramid noisy(int n, double from, double to, double noise, double pace) {
    MinMaxPyramid trace = new MinMaxPyramid();
    for (int i = 0; i < n; i++) {
      double mean = to + (from - to) * Math.exp(-i / pace);
      trace.append(i, mean * (1 + noise * random.nextGaussian()));
    }
    return trace;
  }

  private TraceChart loss() {
    TraceChart chart = chart("Loss", "nat");
    chart.series().add(new TraceSeries("cross entropy", 0, noisy(50_000, 6.0, 1.1, 0.09, 9000)));
    chart.series().add(new TraceSeries("SDM", 1, noisy(50_000, 4.2, 0.7, 0.14, 6000)));
    chart.references().add(new Reference.Level("ln C = 5.951", 5.951, Tone.NEUTRAL, true));
    chart.references().add(new Reference.Level("ln M = 4.159", 4.159, Tone.NEUTRAL, true));
    chart.references().add(new Reference.Level("floor 0.922", 0.922, Tone.GOOD, true));
    chart.references().add(new Reference.Level("ln k = 0.693", 0.693, Tone.GOOD, true));
    chart
        .marks()
        .add(
            new VerticalMark(
                21_000, "restart", VerticalMark.Kind.RESTART, "Resumed from step 21000"));
    chart
        .marks()
        .add(
            new VerticalMark(
                34_500,
                "plateau",
                VerticalMark.Kind.WARNING,
                "Loss moved less than 1 % in 2000 steps"));
    return chart;
  }

  private TraceChart accuracy() {
    TraceChart chart = chart("Accuracy", "");
    MinMaxPyramid trace = new MinMaxPyramid();
    for (int i = 0; i < 50_000; i++) {
      double p = 0.95 - 0.94 * Math.exp(-i / 12_000.0);
      trace.append(
          i, Math.round(64 * Math.max(0, Math.min(1, p + 0.05 * random.nextGaussian()))) / 64.0);
    }
    chart.series().add(new TraceSeries("batch", 2, trace));
    chart.yIncludeProperty().set(new Range(0, 1));
    for (int i = 0; i < 50_000; i += 5000) {
      chart.marks().add(new VerticalMark(i, "" + (i / 5000 + 1), VerticalMark.Kind.EPOCH, "Epoch"));
    }
    chart.references().add(new Reference.Zone("healthy", 0.8, 1, Tone.GOOD));
    return chart;
  }

  private TraceChart learningRate() {
    TraceChart chart = chart("Learning rate", "");
    MinMaxPyramid trace = new MinMaxPyramid();
    for (int i = 0; i < 50_000; i++) {
      double warm = Math.min(1, (i + 1) / 3000.0);
      trace.append(i, 3.5e-4 * warm * (0.5 + 0.5 * Math.cos(Math.PI * i / 50_000)) + 1e-6);
    }
    chart.series().add(new TraceSeries("base", 4, trace));
    chart.smoothingProperty().set(0);
    chart.logAxisProperty().set(true);
    return chart;
  }

  private TraceChart evaluation() {
    TraceChart chart = chart("Retrieval", "%");
    for (int s = 0; s < 3; s++) {
      MinMaxPyramid trace = new MinMaxPyramid();
      for (int i = 5000; i <= 50_000; i += 5000) {
        trace.append(
            i, 80 - 12 * s - 70 * Math.exp(-i / (9000.0 + 3000 * s)) + random.nextGaussian());
      }
      chart.series().add(new TraceSeries(new String[] {"Rank-1", "mAP", "mINP"}[s], s, trace));
    }
    chart.smoothingProperty().set(0);
    return chart;
  }

  private TraceChart faulty() {
    TraceChart chart = chart("Gradient norm", "");
    MinMaxPyramid trace = new MinMaxPyramid();
    for (int i = 0; i < 30_000; i++) {
      double y = Math.exp(0.4 * random.nextGaussian()) * (i % 7000 == 6500 ? 40 : 1);
      trace.append(i, i > 25_000 && i % 900 == 0 ? Double.NaN : y);
    }
    chart.series().add(new TraceSeries("total", 5, trace));
    chart.logAxisProperty().set(true);
    chart
        .marks()
        .add(
            new VerticalMark(
                25_200, "non-finite", VerticalMark.Kind.FAULT, "First NaN at step 25200"));
    chart
        .marks()
        .add(new VerticalMark(12_000, "paused", VerticalMark.Kind.PAUSE, "Paused for 12 min"));
    return chart;
  }

  private TraceChart empty() {
    TraceChart chart = chart("Triplet margin", "");
    chart
        .emptyTextProperty()
        .set("The triplet loss is off in this run, so there is no margin to show.");
    return chart;
  }

  private TraceChart expected() {
    TraceChart chart = chart("Feature norm", "L2");
    chart.series().add(new TraceSeries("image", 0, noisy(50_000, 14, 22.6, 0.02, 9000)));
    chart.series().add(new TraceSeries("text", 3, noisy(50_000, 30, 24, 0.02, 5000)));
    MinMaxPyramid lower = new MinMaxPyramid();
    MinMaxPyramid upper = new MinMaxPyramid();
    for (int i = 0; i <= 50_000; i += 1000) {
      lower.append(i, 21.5 - 3 * Math.exp(-i / 9000.0));
      upper.append(i, 23.7 + 3 * Math.exp(-i / 9000.0));
    }
    chart.references().add(new Reference.ExpectedBand("√D ± 5 %", lower, upper, Tone.NEUTRAL));
    chart.references().add(new Reference.Level("alarm 60", 60, Tone.BAD, false));
    return chart;
  }

  private TraceChart unsmoothed() {
    TraceChart chart = chart("Step time", "ms");
    chart.series().add(new TraceSeries("step", 6, noisy(50_000, 190, 180, 0.05, 900)));
    chart.smoothingProperty().set(0);
    return chart;
  }

  private TraceChart seconds() {
    TraceChart chart =
        new TraceChart(new EnglishTexts(), new ChartGroup(new ChartPulse(new UpdatePace(1))));
    chart.titleProperty().set("GPU memory");
    chart.unitProperty().set("GiB");
    chart.xLabelProperty().set("time");
    chart.xUnitProperty().set(AxisUnit.DURATION);
    MinMaxPyramid trace = new MinMaxPyramid();
    for (int i = 0; i < 120; i++) {
      trace.append(i * 61.7, 11 + Math.floor(i / 20.0) + 0.3 * random.nextDouble());
    }
    chart.series().add(new TraceSeries("reserved", 0, trace));
    chart.smoothingProperty().set(0.8);
    return chart;
  }
}
