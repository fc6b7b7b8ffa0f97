package reidstudio.ui.curves;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import reidstudio.event.Span;
import reidstudio.store.RunTrace;
import reidstudio.store.XAxis;
import reidstudio.ui.chart.ChartGroup;
import reidstudio.ui.chart.ChartPulse;
import reidstudio.ui.chart.Range;
import reidstudio.ui.chart.SpanMark;
import reidstudio.ui.chart.TraceChart;
import reidstudio.ui.chart.VerticalMark;
import reidstudio.ui.common.FrameQueue;
import reidstudio.ui.common.LiveScrollPane;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;

/** The charts in a grid, linked in x axis, zoom and cursor. */
public final class CurvesView extends VBox {
  private static final double MARGIN = 0.15;
  private static final long LEAST_MARGIN = 5;

  private final CurvesViewModel model;
  private final Widgets widgets;
  private final Messages messages;
  private final ChartFiles files;
  private final ChartLinks links;
  private final PinnedStep pin;
  private final RunMarks runMarks;
  private final ProblemMarks problemMarks;
  private final ChartGroup group;
  private final Label zeroNotice = new Label();
  private final ScrollPane scroll = new LiveScrollPane();
  private final FullScreenCard fullScreen;
  private final ChartGrid grid;
  private final FrameQueue arrivals = new FrameQueue();
  private final Map<String, CurveCard> made = new HashMap<>();
  private List<Curve> wanted = List.of();
  private List<CurveCard> cards = List.of();
  private Optional<Curve> sought = Optional.empty();
  private final RowsCell rowsCell;

  /**
   * Charts that follow {@code model}.
   *
   * @param links lead from a step to the rest of the window
   * @param pulse says when they look for news
   */
  public CurvesView(
      CurvesViewModel model,
      Widgets widgets,
      ChartFiles files,
      ChartLinks links,
      ChartPulse pulse,
      ZoneId zone) {
    this.model = model;
    group = new ChartGroup(pulse);
    this.widgets = widgets;
    this.messages = widgets.messages();
    this.files = files;
    this.links = links;
    pin = new PinnedStep(model, group, widgets, links);
    fullScreen = new FullScreenCard(messages);
    grid = new ChartGrid(model.arrangementProperty(), model::keys);
    runMarks = new RunMarks(messages, zone);
    problemMarks = new ProblemMarks(messages, widgets.words());
    getStyleClass().add("curves");
    setId("curves");
    zeroNotice.setId("sdm-zero");
    zeroNotice.getStyleClass().add("zero-notice");
    zeroNotice.setWrapText(true);
    zeroNotice.managedProperty().bind(zeroNotice.visibleProperty());
    scroll.setContent(grid);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().add("curves-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(new CurvesToolbar(model, widgets, group::resetZoom), zeroNotice, scroll);
    rowsCell = new RowsCell(card(Curve.rows()), card(Curve.pairable()));
    build();
    messages.languageProperty().subscribe(this::speak);
    model.moreProperty().subscribe(this::showMore);
    model.arrangementProperty().subscribe(this::build);
    model.axisProperty().subscribe(this::changeAxis);
    model.watch(this::refresh);
    model.soughtProperty().subscribe(this::goTo);
    addEventFilter(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.isShortcutDown()) {
            pin.atCursor().ifPresent(links.batch());
          }
        });
    addEventHandler(KeyEvent.KEY_PRESSED, event -> pin.pressed(event, (Node) event.getTarget()));
  }

  private void speak() {
    made.values().forEach(card -> card.speak(pin.actions()));
    tell();
  }

  private void showMore() {
    grid.leaveAlone();
    build();
  }

  /** The first charts at once, further ones one in each frame. */
  private void build() {
    wanted = wanted();
    show(wanted.stream().filter(curve -> isFirst(curve) || grid.has(curve.key())).toList());
    arrivals.replace(
        wanted.stream()
            .filter(curve -> !grid.has(curve.key()))
            .<Runnable>map(curve -> () -> arrive(curve))
            .toList());
    reachSought();
  }

  private void arrive(Curve arriving) {
    show(wanted.stream().filter(curve -> curve.equals(arriving) || grid.has(curve.key())).toList());
    reachSought();
  }

  private static boolean isFirst(Curve curve) {
    return CurvesViewModel.FIRST_CHARTS.contains(curve.key());
  }

  /** Those that the reader has not hidden. */
  private List<Curve> wanted() {
    Set<String> hidden = model.arrangementProperty().get().hidden();
    return Stream.concat(
            Stream.of(Curve.ce(), Curve.sdm(), Curve.rows(), Curve.norms()),
            model.further().stream())
        .filter(curve -> !hidden.contains(curve.key()))
        .toList();
  }

  /** The charts in the cell of {@code curve}. */
  private static Stream<Curve> inCell(Curve curve) {
    return curve.equals(Curve.rows()) ? Stream.of(curve, Curve.pairable()) : Stream.of(curve);
  }

  private void show(List<Curve> curves) {
    fullScreen.close();
    List<CurveCard> now = new ArrayList<>();
    Map<String, Node> cells = new HashMap<>();
    for (Curve curve : curves) {
      inCell(curve).map(this::card).forEach(now::add);
      cells.put(curve.key(), curve.equals(Curve.rows()) ? rowsCell : card(curve));
    }
    cards = List.copyOf(now);
    grid.show(cells);
    tell();
  }

  /** Made once: to style a chart for the first time takes its while. */
  private CurveCard card(Curve curve) {
    return made.computeIfAbsent(curve.key(), key -> make(curve));
  }

  private CurveCard make(Curve curve) {
    TraceChart chart = new TraceChart(new ChartWords(messages), group);
    chart.smoothingProperty().bind(model.smoothingProperty());
    chart.spanActionProperty().set(span -> links.finding().accept(span.id()));
    chart.pinActions().setAll(pin.actions());
    chart
        .actionsProperty()
        .set(
            files.actions(
                curve.key(),
                this::maximise,
                whole -> cardOf(whole).ifPresent(fullScreen::show),
                whole -> cardOf(whole).ifPresent(card -> grid.hide(card))));
    if (curve.isLoss()) {
      chart.logAxisProperty().bindBidirectional(model.logAxisProperty());
    }
    new CardDrag(grid, chart.handle());
    return new CurveCard(curve, chart, widgets);
  }

  private void maximise(TraceChart chart) {
    cardOf(chart).ifPresent(grid::toggleAlone);
  }

  private Optional<CurveCard> cardOf(TraceChart chart) {
    return cards.stream().filter(card -> card.chart() == chart).findFirst();
  }

  /** A zoom in steps means nothing in seconds. */
  private void changeAxis() {
    group.resetZoom();
    refresh();
  }

  /** A zoom with a margin, so that one sees where the span begins and ends. */
  private void goTo(Span span) {
    RunTrace trace = model.traceProperty().get();
    if (span == null || trace == null) {
      return;
    }
    XAxis axis = model.axisProperty().get();
    long margin = Math.max(LEAST_MARGIN, Math.round((span.last() - span.first()) * MARGIN));
    double from = StepPlace.of(trace, Math.max(0, span.first() - margin), axis);
    double to = StepPlace.of(trace, span.last() + margin, axis);
    if (from < to) {
      group.zoomX(new Range(from, to));
    }
    if (model.isFurther(span.key())) {
      model.moreProperty().set(true);
    }
    sought = ProblemMarks.home(span.key(), wanted.stream().flatMap(CurvesView::inCell).toList());
    reachSought();
  }

  /** Once all charts are there; before, its place is not known. */
  private void reachSought() {
    if (arrivals.isEmpty()) {
      sought.flatMap(this::cardOf).ifPresent(this::scrollTo);
      sought = Optional.empty();
    }
  }

  private void scrollTo(CurveCard card) {
    scroll.applyCss();
    scroll.layout();
    double top = grid.sceneToLocal(card.localToScene(0, 0)).getY();
    double room = grid.getHeight() - scroll.getViewportBounds().getHeight();
    scroll.setVvalue(room <= 0 ? 0 : Math.min(1, top / room));
  }

  private Optional<CurveCard> cardOf(Curve curve) {
    return cards.stream().filter(card -> card.curve().equals(curve)).findFirst();
  }

  private void refresh() {
    if (wanted().equals(wanted)) {
      tell();
    } else {
      build();
    }
  }

  private void tell() {
    RunTrace trace = model.traceProperty().get();
    XAxis axis = model.axisProperty().get();
    List<VerticalMark> marks = trace == null ? List.of() : runMarks.of(trace, axis);
    Map<Curve, List<SpanMark>> spans =
        trace == null
            ? Map.of()
            : problemMarks.of(trace, axis, cards.stream().map(CurveCard::curve).toList());
    for (CurveCard card : cards) {
      card.show(
          trace,
          axis,
          model.emptyReason(card.curve()),
          marks,
          spans.getOrDefault(card.curve(), List.of()));
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
