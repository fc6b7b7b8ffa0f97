package reidstudio.ui.chart;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javafx.stage.Window;
import reidstudio.ui.common.Visibility;

/**
 * A live chart of any number of series. Raw points appear as a band from the smallest to the
 * largest value of each pixel column, their smoothed course as a line. It redraws at most once a
 * frame, only while it can be seen, and at a cost that hardly depends on the number of points.
 */
public final class TraceChart extends ChartContent {
  private final ChartTexts texts;
  private final ChartGroup group;
  private final int key;
  private final ChartHeader header;
  private final PlotPane plot = new PlotPane();
  private final ObservableValue<Boolean> inShowingWindow;
  private final TraceDrawing drawing = new TraceDrawing(plot);
  private final ChartMenu menu;
  private boolean dirty = true;
  private Drawn drawn = Drawn.NOTHING;
  private PointCount counted = PointCount.NONE;

  /** What the last frame depended on beside the chart's own state. */
  private record Drawn(ChartView view, Range x, double cursor, double pin, double scale) {
    static final Drawn NOTHING =
        new Drawn(ChartView.FOLLOW_ALL, new Range(0, 0), Double.NaN, Double.NaN, Double.NaN);

    boolean samePicture(Drawn other) {
      return view.equals(other.view) && x.equals(other.x) && scale == other.scale;
    }

    boolean sameReadings(Drawn other) {
      return Double.compare(cursor, other.cursor) == 0 && Double.compare(pin, other.pin) == 0;
    }
  }

  /** A chart with its own words that shares x axis and cursor with the others of {@code group}. */
  public TraceChart(ChartTexts texts, ChartGroup group) {
    this.texts = texts;
    this.group = group;
    key = group.nextKey();
    menu = new ChartMenu(this, texts);
    header = new ChartHeader(texts, menu);
    header.title().textProperty().bind(titleProperty());
    header.unit().textProperty().bind(unitProperty());
    plot.empty().textProperty().bind(emptyTextProperty());
    getStyleClass().add("trace-chart");
    getChildren().addAll(header, plot);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    Navigation navigation = new Navigation(group, key, this::frame);
    ChartPointer pointer = new ChartPointer(this, texts, plot, drawing);
    new PlotGestures(this, plot, navigation, pointer);
    new PlotKeys(this, navigation, pointer);
    listen();
    inShowingWindow =
        sceneProperty()
            .flatMap(Scene::windowProperty)
            .flatMap(Window::showingProperty)
            .orElse(false);
    inShowingWindow.addListener((o, before, showing) -> joinOrLeave(showing));
  }

  private void listen() {
    InvalidationListener redraw = o -> markDirty();
    looks().forEach(each -> each.addListener(redraw));
    plot.widthProperty().addListener(redraw);
    plot.heightProperty().addListener(redraw);
    logAxisProperty()
        .addListener(
            o -> {
              markDirty();
              group.show(group.view().withoutY(key), false);
            });
    series().addListener((InvalidationListener) o -> setTraces());
    pinActions().addListener((InvalidationListener) o -> setWays());
    setWays();
  }

  private void setWays() {
    ObservableValue<Boolean> active = hoverProperty().or(focusedProperty());
    plot.pin().setWays(pinActions(), texts.unpin(), group::togglePin, active);
  }

  /** Takes its own words in the language of now. */
  public void speak() {
    menu.speak();
    setWays();
    counted = PointCount.NONE;
    markDirty();
  }

  private void setTraces() {
    drawing.setSeries(series());
    header.setTraces(drawing.traces());
    markDirty();
    group.poll();
  }

  private void joinOrLeave(boolean showing) {
    if (showing) {
      group.join(this);
    } else {
      group.leave(this);
    }
  }

  private void markDirty() {
    dirty = true;
    group.wake();
  }

  /** Looks for new points. */
  void poll() {
    dirty |= drawing.poll();
  }

  /** From the first to the last x of all series. */
  Optional<Range> span() {
    return drawing.span();
  }

  /** Whether it can be seen and shows something else than it should. */
  boolean isStale() {
    Drawn now = wanted();
    return (dirty || !drawn.samePicture(now) || !drawn.sameReadings(now))
        && plot.getWidth() > 0
        && Visibility.isOnScreen(plot);
  }

  private Drawn wanted() {
    return new Drawn(
        group.view(),
        group.x(),
        group.cursorProperty().get(),
        group.pinProperty().get(),
        outputScale());
  }

  /** Redraws if anything it shows changed and it can be seen; returns whether it did. */
  boolean redrawIfNeeded() {
    if (!isStale()) {
      return false;
    }
    Drawn now = wanted();
    boolean redraw = dirty || !drawn.samePicture(now);
    drawn = now;
    if (redraw) {
      draw(now.scale());
    }
    read();
    return redraw;
  }

  /** Takes in new points and draws at once, on or off the screen. */
  void drawNow(double scale) {
    group.poll(this);
    applyCss();
    layout();
    draw(scale);
    read();
    layout();
    drawn = Drawn.NOTHING;
  }

  private double outputScale() {
    Window window = getScene() == null ? null : getScene().getWindow();
    return window == null ? 1 : window.getOutputScaleX();
  }

  private void draw(double scale) {
    dirty = false;
    drawing.draw(request(scale, colors()));
    PointCount now = drawing.points();
    if (!now.equals(counted)) {
      counted = now;
      header.tellPoints(now);
    }
  }

  private TraceDrawing.Request request(double scale, ChartColors colors) {
    return new TraceDrawing.Request(
        scale,
        group.x(),
        group.view().y(key),
        Optional.ofNullable(yIncludeProperty().get()),
        clipOutliersProperty().get(),
        xUnitProperty().get(),
        logAxisProperty().get() ? AxisScale.LOG : AxisScale.LINEAR,
        xLabelProperty().get(),
        smoothingProperty().get(),
        references(),
        marks(),
        spans(),
        colors);
  }

  private void read() {
    double x = group.cursorProperty().get();
    double pin = group.pinProperty().get();
    header.read(drawing.traces(), x, pin, smoothingProperty().get() > 0);
    drawing.drawCursor(x, pin);
    String values =
        readings().stream()
            .map(reading -> reading.series() + " " + TidyNumber.value(reading.value(), 6))
            .collect(Collectors.joining(", "));
    String said = spans().stream().map(span -> ". " + span.tooltip()).collect(Collectors.joining());
    setAccessibleText(
        texts.summary(fullTitle(), (values.isEmpty() ? emptyTextProperty().get() : values) + said));
  }

  private String fullTitle() {
    return unitProperty().get().isEmpty()
        ? titleProperty().get()
        : titleProperty().get() + " (" + unitProperty().get() + ")";
  }

  /** The geometry now on the screen; null before the first frame and without data. */
  PlotFrame frame() {
    return drawing.frame();
  }

  /** What moves the chart where it can be moved: its title, unit and legend. */
  public Node handle() {
    return header;
  }

  /** Shows what can be done with the chart. */
  void openMenu() {
    menu.show();
  }

  /** Shows the chart on the whole screen, if whoever holds it knows how. */
  void fillScreen() {
    if (actionsProperty().get() != null) {
      actionsProperty().get().fullScreen(this);
    }
  }

  /** The exact values at the cursor, or the last ones without a cursor; as of the last frame. */
  public List<Reading> readings() {
    return drawing.readings(group.cursorProperty().get());
  }

  /** How many points the series have together. */
  public long totalPoints() {
    return drawing.totalPoints();
  }

  /** How many of them lie in the visible range of x. */
  public long visiblePoints() {
    return drawing.visiblePoints();
  }

  /** The chart as a picture with {@code scale} pixels per device-independent pixel. */
  public WritableImage image(double scale) {
    drawNow(scale);
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(scale, scale));
    parameters.setFill(colors().background());
    return snapshot(parameters, null);
  }

  /** The chart as a picture at twice the size of the screen. */
  public PngPicture png() {
    return new PngPicture(image(2));
  }

  /**
   * The chart as a vector picture (SVG), in colours for white paper; empty without a point.
   *
   * @return the whole text of the file, in UTF-8 by its own word
   */
  public Optional<String> svg() {
    drawNow(1);
    Optional<SvgChart> svg =
        drawing.svg(
            titleProperty().get(),
            unitProperty().get(),
            texts.points(counted),
            request(1, SvgChart.PAPER));
    markDirty();
    return svg.map(SvgChart::toString);
  }

  /**
   * The raw points known now, to be saved by any thread: one column for x, one per series.
   *
   * @param visibleOnly whether only the visible range of x is saved
   */
  public TraceCsv csv(boolean visibleOnly) {
    String xName = xLabelProperty().get().isEmpty() ? "x" : xLabelProperty().get();
    return new TraceCsv(xName, series(), visibleOnly ? Optional.of(group.x()) : Optional.empty());
  }

  @Override
  void themeChanged() {
    markDirty();
  }

  @Override
  public String getUserAgentStylesheet() {
    return Objects.requireNonNull(TraceChart.class.getResource("chart.css")).toExternalForm();
  }

  @Override
  protected void layoutChildren() {
    double left = snappedLeftInset();
    double top = snappedTopInset();
    double width = Math.max(0, getWidth() - left - snappedRightInset());
    double height = Math.max(0, getHeight() - top - snappedBottomInset());
    double headerHeight = Math.min(height, snapSizeY(header.prefHeight(width)));
    header.resizeRelocate(left, top, width, headerHeight);
    plot.resizeRelocate(left, top + headerHeight, width, height - headerHeight);
  }

  @Override
  protected double computePrefWidth(double height) {
    return snappedLeftInset() + plot.prefWidth(-1) + snappedRightInset();
  }

  @Override
  protected double computePrefHeight(double width) {
    double inner = width < 0 ? -1 : width - snappedLeftInset() - snappedRightInset();
    return snappedTopInset()
        + header.prefHeight(inner)
        + plot.prefHeight(inner)
        + snappedBottomInset();
  }

  ChartGroup group() {
    return group;
  }
}
