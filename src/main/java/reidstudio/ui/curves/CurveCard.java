package reidstudio.ui.curves;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import reidstudio.store.RunTrace;
import reidstudio.store.XAxis;
import reidstudio.ui.chart.AxisUnit;
import reidstudio.ui.chart.PinAction;
import reidstudio.ui.chart.Range;
import reidstudio.ui.chart.SpanMark;
import reidstudio.ui.chart.TraceChart;
import reidstudio.ui.chart.TraceSeries;
import reidstudio.ui.chart.VerticalMark;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;

/** One chart with its explanation. */
final class CurveCard extends StackPane {
  private static final Insets BESIDE_MENU = new Insets(11, 34, 0, 0);

  private final Curve curve;
  private final TraceChart chart;
  private final Messages messages;
  private OptionalInt classesKnown = OptionalInt.empty();
  private List<Curve.Line> lines = List.of();
  private RunTrace shown;
  private XAxis shownOver;

  CurveCard(Curve curve, TraceChart chart, Widgets widgets) {
    this.curve = curve;
    this.chart = chart;
    this.messages = widgets.messages();
    getStyleClass().add("curve-card");
    chart.setId("chart-" + curve.key());
    name();
    chart.yIncludeProperty().set(new Range(0, curve.top()));
    Button question = new CurveHelp(curve, widgets).button();
    StackPane.setAlignment(question, Pos.TOP_RIGHT);
    StackPane.setMargin(question, BESIDE_MENU);
    getChildren().addAll(chart, question);
  }

  private void name() {
    chart.titleProperty().set(curve.title(messages).getValue());
    chart.unitProperty().set(messages.get(curve.texts() + ".unit"));
  }

  /** Says what it shows in the language of now. */
  void speak(List<PinAction> pinActions) {
    name();
    chart.speak();
    chart.pinActions().setAll(pinActions);
    if (shownOver != null) {
      connect(shown, shownOver);
    }
  }

  TraceChart chart() {
    return chart;
  }

  Curve curve() {
    return curve;
  }

  /** Draws {@code trace} over {@code axis}; nothing if it is null. Cheap if neither changed. */
  void show(
      RunTrace trace,
      XAxis axis,
      String emptyReason,
      List<VerticalMark> marks,
      List<SpanMark> spans) {
    chart.emptyTextProperty().set(messages.get(emptyReason));
    OptionalInt classes = trace == null ? OptionalInt.empty() : trace.profile().classes();
    List<Curve.Line> now =
        trace == null
            ? List.of()
            : curve.lines().stream().filter(line -> line.isIn(trace)).toList();
    if (trace != shown
        || axis != shownOver
        || !classes.equals(classesKnown)
        || !now.equals(lines)) {
      lines = now;
      shown = trace;
      shownOver = axis;
      classesKnown = classes;
      connect(trace, axis);
    }
    if (!chart.marks().equals(marks)) {
      chart.marks().setAll(marks);
    }
    if (!chart.spans().equals(spans)) {
      chart.spans().setAll(spans);
    }
  }

  private void connect(RunTrace trace, XAxis axis) {
    chart.xLabelProperty().set(messages.of("axis", axis));
    chart.xUnitProperty().set(axis == XAxis.SECONDS ? AxisUnit.DURATION : AxisUnit.NUMBER);
    if (trace == null) {
      chart.series().clear();
      chart.references().clear();
      return;
    }
    chart.references().setAll(curve.measures().of(trace, axis, messages));
    chart
        .series()
        .setAll(
            IntStream.range(0, lines.size())
                .mapToObj(i -> series(trace, axis, lines.get(i), i))
                .toList());
  }

  private TraceSeries series(RunTrace trace, XAxis axis, Curve.Line line, int color) {
    return new TraceSeries(
        curve.lineName(line, messages),
        color,
        new SeriesSource(trace.series(line.metric()), axis, curve.factor()),
        line.whole().map(all -> new SeriesSource(trace.series(all), axis, curve.factor())));
  }
}
