package reidstudio.ui.curves;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import reidstudio.event.MetricKey;
import reidstudio.event.RunState;
import reidstudio.event.Span;
import reidstudio.event.StepMetrics;
import reidstudio.event.ZeroReason;
import reidstudio.store.RunTrace;
import reidstudio.store.Series;
import reidstudio.store.XAxis;
import reidstudio.ui.common.RunInView;

/** Which run the charts show and how they show it. */
public final class CurvesViewModel {
  private static final double DEFAULT_SMOOTHING = 0.6;

  /** Keys of the charts that are there from the beginning. */
  static final List<String> FIRST_CHARTS = List.of("ce", "sdm", "rows", "norms");

  private final RunInView runs;
  private final DoubleProperty smoothing = new SimpleDoubleProperty(DEFAULT_SMOOTHING);
  private final BooleanProperty logAxis = new SimpleBooleanProperty();
  private final BooleanProperty more = new SimpleBooleanProperty();
  private final ObjectProperty<XAxis> axis = new SimpleObjectProperty<>(XAxis.STEP);
  private final ReadOnlyObjectWrapper<RunTrace> trace = new ReadOnlyObjectWrapper<>();

  private final ObjectProperty<ChartArrangement> arrangement =
      new SimpleObjectProperty<>(ChartArrangement.CUSTOMARY);
  private final ObjectProperty<Long> pinned = new SimpleObjectProperty<>();
  private final ObjectProperty<Span> sought = new SimpleObjectProperty<>();

  /** Follows the run in view. */
  public CurvesViewModel(RunInView runs) {
    this.runs = runs;
    runs.watch(() -> trace.set(runs.shown().orElse(null)));
  }

  /** Share of the past in the smooth line, 0 to 0.99. */
  public DoubleProperty smoothingProperty() {
    return smoothing;
  }

  /** Whether y is logarithmic in the loss charts. */
  public BooleanProperty logAxisProperty() {
    return logAxis;
  }

  /** Whether the further charts are shown. */
  public BooleanProperty moreProperty() {
    return more;
  }

  /** What x stands for. */
  public ObjectProperty<XAxis> axisProperty() {
    return axis;
  }

  /** The run in view; null if there is none. */
  public ReadOnlyObjectProperty<RunTrace> traceProperty() {
    return trace.getReadOnlyProperty();
  }

  /** Where each chart stands. */
  public ObjectProperty<ChartArrangement> arrangementProperty() {
    return arrangement;
  }

  /** The further charts, if they are wanted: without those that this run has nothing for. */
  List<Curve> further() {
    return more.get()
        ? all().stream().filter(curve -> curve.isIn(trace.get())).toList()
        : List.of();
  }

  /** The further charts that there are, and those of what only this run has. */
  private List<Curve> all() {
    return Stream.concat(Curve.further().stream(), Curve.others(trace.get()).stream()).toList();
  }

  /** Whether {@code key} is drawn by a further chart. */
  boolean isFurther(MetricKey key) {
    return all().stream().anyMatch(curve -> curve.closeness(key) > 1);
  }

  /** Keys of all charts, in their customary order. */
  List<String> keys() {
    return Stream.concat(FIRST_CHARTS.stream(), all().stream().map(Curve::key)).toList();
  }

  /** Shows or hides the chart of {@code key}. */
  void show(String key, boolean isShown) {
    arrangement.set(arrangement.get().with(key, isShown));
  }

  /** Back to how the charts stood before anyone changed it. */
  void resetLayout() {
    arrangement.set(ChartArrangement.CUSTOMARY);
    more.set(false);
  }

  /** The step that is marked in all charts; null for none. */
  public ObjectProperty<Long> pinnedProperty() {
    return pinned;
  }

  /** Leads to {@code span}: all charts show its steps, and the one that tells most is in sight. */
  public void seek(Span span) {
    sought.set(null);
    sought.set(span);
  }

  /** What was last led to; null before anything was. */
  ObjectProperty<Span> soughtProperty() {
    return sought;
  }

  /** Calls {@code onChange} now and after each change of the run in view. */
  Subscription watch(Runnable onChange) {
    return runs.watch(onChange);
  }

  /** Why {@code curve} has nothing to draw, as a key of the bundle. */
  String emptyReason(Curve curve) {
    RunTrace shown = trace.get();
    if (shown == null) {
      return "empty.no-run";
    }
    boolean sdmOff = shown.config().map(c -> c.loss().sdm().weight() == 0).orElse(false);
    if (curve.needsSdm() && sdmOff && noneMeasured(shown, curve)) {
      return "empty.sdm-off";
    }
    if (!noneMeasured(shown, curve)) {
      return "empty.waiting"; // for the frame before the points are drawn
    }
    Optional<RunState> state = shown.state();
    boolean over = shown.interrupted() || state.map(RunState::isTerminal).orElse(false);
    if (over || shown.lastStep().isPresent()) {
      return shown.lastStep().isPresent() ? "empty.not-recorded" : "empty.no-step";
    }
    return "empty.waiting";
  }

  /** Why SDM was zero in the last step; empty if it was not. */
  Optional<ZeroReason> sdmZero() {
    return Optional.ofNullable(trace.get())
        .flatMap(RunTrace::lastStep)
        .flatMap(StepMetrics::sdmZero);
  }

  /** How many steps of the run had no SDM. */
  long zeroSteps() {
    return trace.get() == null
        ? 0
        : trace.get().zeroReasons().values().stream().mapToLong(Long::longValue).sum();
  }

  private static boolean noneMeasured(RunTrace shown, Curve curve) {
    return curve.lines().stream()
        .map(line -> shown.series(line.metric()))
        .allMatch(Series::isEmpty);
  }
}
