package reidstudio.ui.curves;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import reidstudio.store.RunTrace;
import reidstudio.store.XAxis;
import reidstudio.ui.chart.ChartGroup;
import reidstudio.ui.chart.ChartPulse;
import reidstudio.ui.chart.TraceChart;
import reidstudio.ui.chart.VerticalMark;
import reidstudio.ui.common.ErrorFunnel;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;

/** The charts in a grid, linked in x axis, zoom and cursor. */
public final class CurvesView extends VBox {
  private final CurvesViewModel model;
  private final Widgets widgets;
  private final Messages messages;
  private final ChartFiles files;
  private final RunMarks runMarks;
  private final ChartGroup group = new ChartGroup(new ChartPulse());
  private final Label zeroNotice = new Label();
  private final ScrollPane scroll = new ScrollPane();
  private List<CurveCard> cards = List.of();
  private ChartGrid grid;

  /**
   * Charts that follow {@code model}.
   *
   * @param io writes files off the JavaFX thread
   * @param fx runs on the JavaFX thread
   */
  public static CurvesView of(
      CurvesViewModel model,
      Widgets widgets,
      ErrorFunnel errors,
      SaveDialog dialog,
      Executor io,
      Executor fx,
      ZoneId zone) {
    ChartFiles files = new ChartFiles(dialog, errors, widgets.messages(), io, fx);
    return new CurvesView(model, widgets, files, zone);
  }

  private CurvesView(CurvesViewModel model, Widgets widgets, ChartFiles files, ZoneId zone) {
    this.model = model;
    this.widgets = widgets;
    this.messages = widgets.messages();
    this.files = files;
    runMarks = new RunMarks(messages, zone);
    getStyleClass().add("curves");
    setId("curves");
    zeroNotice.setId("sdm-zero");
    zeroNotice.getStyleClass().add("zero-notice");
    zeroNotice.setWrapText(true);
    zeroNotice.managedProperty().bind(zeroNotice.visibleProperty());
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().add("curves-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(new CurvesToolbar(model, widgets, group::resetZoom), zeroNotice, scroll);
    // a chart's words are fixed when it is made
    messages.languageProperty().subscribe(language -> build());
    model.moreProperty().subscribe(this::build);
    model.axisProperty().subscribe(this::changeAxis);
    model.watch(this::refresh);
  }

  private void build() {
    CurveCard rows = card(Curve.rows());
    CurveCard pairable = card(Curve.pairable());
    CurveCard ce = card(Curve.ce());
    CurveCard sdm = card(Curve.sdm());
    for (CurveCard loss : List.of(ce, sdm)) {
      loss.chart().logAxisProperty().bindBidirectional(model.logAxisProperty());
    }
    CurveCard norms = card(Curve.norms());
    List<CurveCard> further =
        model.moreProperty().get() ? Curve.further().stream().map(this::card).toList() : List.of();
    grid = new ChartGrid(List.of(ce, sdm, new RowsCell(rows, pairable), norms), further);
    cards = new ArrayList<>(List.of(ce, sdm, rows, pairable, norms));
    cards.addAll(further);
    scroll.setContent(grid);
    refresh();
  }

  private CurveCard card(Curve curve) {
    TraceChart chart = new TraceChart(new ChartWords(messages), group);
    chart.smoothingProperty().bind(model.smoothingProperty());
    chart.actionsProperty().set(files.actions(curve.key(), this::maximise));
    return new CurveCard(curve, chart, widgets);
  }

  private void maximise(TraceChart chart) {
    cards.stream().filter(card -> card.chart() == chart).findFirst().ifPresent(grid::toggleAlone);
  }

  /** A zoom in steps means nothing in seconds. */
  private void changeAxis() {
    group.resetZoom();
    refresh();
  }

  private void refresh() {
    RunTrace trace = model.traceProperty().get();
    XAxis axis = model.axisProperty().get();
    List<VerticalMark> marks = trace == null ? List.of() : runMarks.of(trace, axis);
    for (CurveCard card : cards) {
      card.show(trace, axis, model.emptyReason(card.curve()), marks);
    }
    model
        .sdmZero()
        .ifPresent(
            reason ->
                zeroNotice.setText(
                    messages.get("zero.notice", messages.of("zero", reason), model.zeroSteps())));
    zeroNotice.setVisible(model.sdmZero().isPresent());
  }
}
