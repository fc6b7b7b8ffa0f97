package reidstudio.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.collections.SetChangeListener;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import reidstudio.store.XAxis;
import reidstudio.ui.chart.AxisUnit;
import reidstudio.ui.chart.ChartGroup;
import reidstudio.ui.chart.ChartPulse;
import reidstudio.ui.chart.TraceChart;
import reidstudio.ui.chart.TraceSeries;
import reidstudio.ui.chart.TraceSource;
import reidstudio.ui.chart.VerticalMark;
import reidstudio.ui.common.LiveScrollPane;
import reidstudio.ui.common.Messages;
import reidstudio.ui.curves.ChartFiles;
import reidstudio.ui.curves.ChartWords;
import reidstudio.ui.curves.RunMarks;
import reidstudio.ui.curves.SeriesSource;

/** A chart for each quantity that any of the runs measured, linked in x axis, zoom and cursor. */
final class CompareCharts extends LiveScrollPane {
  private static final int COLUMNS = 2;
  private static final double HEIGHT = 250;

  private final CompareViewModel model;
  private final Messages messages;
  private final ChartFiles files;
  private final RunMarks marks;
  private final CompareLegend legend;
  private final ChartGroup group;
  private List<ComparedCurve> shown = List.of();
  private List<TraceChart> charts = List.of();
  private TraceChart read;

  CompareCharts(
      CompareViewModel model,
      Messages messages,
      ChartFiles files,
      ChartPulse pulse,
      RunMarks marks,
      CompareLegend legend) {
    this.model = model;
    this.messages = messages;
    this.files = files;
    group = new ChartGroup(pulse);
    this.marks = marks;
    this.legend = legend;
    getStyleClass().add("curves-scroll");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    // as a change, which the legend hears of before
    model.runsProperty().subscribe(runs -> build());
    model.axisProperty().subscribe(this::changeAxis);
    model.hidden().addListener((SetChangeListener<ComparedRun>) change -> connect());
    messages.languageProperty().subscribe(this::speak);
    group.cursorProperty().subscribe(this::tell);
  }

  void resetZoom() {
    group.resetZoom();
  }

  /** Runs that are followed may measure something later, or pause. */
  void look() {
    if (!wanted().equals(shown)) {
      build();
    } else {
      mark();
      tell();
    }
  }

  private List<ComparedCurve> wanted() {
    return ComparedCurve.all().stream()
        .filter(
            curve -> model.runsProperty().get().stream().anyMatch(run -> curve.isIn(run.trace())))
        .toList();
  }

  private void build() {
    shown = wanted();
    GridPane grid = new GridPane();
    grid.getStyleClass().add("chart-grid");
    for (int i = 0; i < COLUMNS; i++) {
      ColumnConstraints half = new ColumnConstraints();
      half.setPercentWidth(100.0 / COLUMNS);
      half.setHgrow(Priority.ALWAYS);
      grid.getColumnConstraints().add(half);
    }
    List<TraceChart> made = new ArrayList<>();
    for (ComparedCurve curve : shown) {
      TraceChart chart = chart(curve);
      grid.add(chart, made.size() % COLUMNS, made.size() / COLUMNS);
      made.add(chart);
    }
    charts = made;
    read = made.isEmpty() ? null : made.get(0);
    connect();
    setContent(grid);
  }

  private TraceChart chart(ComparedCurve curve) {
    TraceChart chart = new TraceChart(new ChartWords(messages), group);
    chart.setId("compare-" + curve.key());
    chart.getStyleClass().add("overlay");
    chart.setPrefHeight(HEIGHT);
    chart.setMinWidth(0);
    chart.titleProperty().set(title(curve));
    chart.actionsProperty().set(files.actions("compare-" + curve.key()));
    if (curve.metric().isPresent()) {
      // the few evaluations of a run are no noise
      chart.smoothingProperty().bind(model.smoothingProperty());
    }
    chart.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> read = chart);
    chart.focusedProperty().subscribe(focused -> read = focused ? chart : read);
    return chart;
  }

  private String title(ComparedCurve curve) {
    return messages.get("compare.curve." + curve.key());
  }

  private void speak() {
    for (int i = 0; i < charts.size(); i++) {
      charts.get(i).titleProperty().set(title(shown.get(i)));
      charts.get(i).speak();
    }
    connect();
  }

  /** A zoom in steps means nothing in seconds. */
  private void changeAxis() {
    group.resetZoom();
    connect();
  }

  private void connect() {
    XAxis axis = model.axisProperty().get();
    List<ComparedRun> drawn = drawn();
    for (int i = 0; i < charts.size(); i++) {
      TraceChart chart = charts.get(i);
      ComparedCurve curve = shown.get(i);
      chart
          .emptyTextProperty()
          .set(messages.get(drawn.isEmpty() ? "compare.none-drawn" : "compare.none-measured"));
      chart.xLabelProperty().set(messages.of("axis", axis));
      chart.xUnitProperty().set(axis == XAxis.SECONDS ? AxisUnit.DURATION : AxisUnit.NUMBER);
      chart
          .series()
          .setAll(
              drawn.stream()
                  .map(
                      run ->
                          TraceSeries.overlaid(run.name(), run.style(), source(run, curve, axis)))
                  .toList());
    }
    mark();
    tell();
  }

  private List<ComparedRun> drawn() {
    return model.runsProperty().get().stream()
        .filter(run -> !model.hidden().contains(run))
        .toList();
  }

  /** Where the axis of time leaves something out; on the others each run has all its steps. */
  private void mark() {
    List<VerticalMark> breaks =
        model.axisProperty().get() == XAxis.SECONDS
            ? drawn().stream().flatMap(this::breaks).toList()
            : List.of();
    for (TraceChart chart : charts) {
      if (!chart.marks().equals(breaks)) {
        chart.marks().setAll(breaks);
      }
    }
  }

  private Stream<VerticalMark> breaks(ComparedRun run) {
    return marks.breaks(run.trace()).stream()
        .map(
            mark ->
                new VerticalMark(
                    mark.x(),
                    messages.get("compare.mark", run.name(), mark.label()),
                    mark.kind(),
                    messages.get("compare.mark", run.name(), mark.tooltip())));
  }

  private static TraceSource source(ComparedRun run, ComparedCurve curve, XAxis axis) {
    return curve
        .metric()
        .<TraceSource>map(
            metric -> new SeriesSource(run.trace().series(metric), axis, curve.factor()))
        .orElseGet(() -> new EvaluationSource(run.trace(), axis));
  }

  private void tell() {
    if (read != null) {
      legend.read(read);
    }
  }
}
