package reidstudio.ui.chart;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What a chart is told to show: its words, its series, what they are compared with, and how. */
abstract class ChartContent extends ThemedRegion {
  private final StringProperty title = new SimpleStringProperty(this, "title", "");
  private final StringProperty unit = new SimpleStringProperty(this, "unit", "");
  private final StringProperty emptyText = new SimpleStringProperty(this, "emptyText", "");
  private final StringProperty xLabel = new SimpleStringProperty(this, "xLabel", "");
  private final BooleanProperty clipOutliers =
      new SimpleBooleanProperty(this, "clipOutliers", false);
  private final DoubleProperty smoothing = new SimpleDoubleProperty(this, "smoothing", 0);
  private final BooleanProperty logAxis = new SimpleBooleanProperty(this, "logAxis", false);
  private final ObjectProperty<AxisUnit> xUnit =
      new SimpleObjectProperty<>(this, "xUnit", AxisUnit.NUMBER);
  private final ObjectProperty<Range> yInclude = new SimpleObjectProperty<>(this, "yInclude");
  private final ObjectProperty<ChartActions> actions = new SimpleObjectProperty<>(this, "actions");
  private final ObservableList<TraceSeries> series = FXCollections.observableArrayList();
  private final ObservableList<Reference> references = FXCollections.observableArrayList();
  private final ObservableList<VerticalMark> marks = FXCollections.observableArrayList();
  private final ObservableList<SpanMark> spans = FXCollections.observableArrayList();
  private final ObservableList<PinAction> pinActions = FXCollections.observableArrayList();
  private final ObjectProperty<Consumer<SpanMark>> spanAction =
      new SimpleObjectProperty<>(this, "spanAction");

  /** Everything that asks for a new drawing when it changes, except the series. */
  final List<Observable> looks() {
    return List.of(
        title, unit, xLabel, xUnit, yInclude, smoothing, clipOutliers, references, marks, spans);
  }

  /** What the chart shows, above it. */
  public StringProperty titleProperty() {
    return title;
  }

  /** Unit of y, beside the title. */
  public StringProperty unitProperty() {
    return unit;
  }

  /** The sentence that says why there is nothing to see. */
  public StringProperty emptyTextProperty() {
    return emptyText;
  }

  /** Name of the x axis, also the name of the x column in a CSV file. */
  public StringProperty xLabelProperty() {
    return xLabel;
  }

  /**
   * Factor of the exponential moving average, from 0 (no smoothing) to 0.999. The average runs over
   * all points, not over those drawn.
   */
  public DoubleProperty smoothingProperty() {
    return smoothing;
  }

  /** Whether the y axis is logarithmic. */
  public BooleanProperty logAxisProperty() {
    return logAxis;
  }

  /** Whether x counts or measures seconds. */
  public ObjectProperty<AxisUnit> xUnitProperty() {
    return xUnit;
  }

  /** What an automatic y axis must show in any case, such as 0 to 1; null for nothing. */
  public ObjectProperty<Range> yIncludeProperty() {
    return yInclude;
  }

  /**
   * Whether an automatic y axis leaves single extreme points out; they are marked at the edge then.
   */
  public BooleanProperty clipOutliersProperty() {
    return clipOutliers;
  }

  /** What the menu does beyond the chart; null disables those entries. */
  public ObjectProperty<ChartActions> actionsProperty() {
    return actions;
  }

  /** The series, drawn in this order. */
  public ObservableList<TraceSeries> series() {
    return series;
  }

  /** Lines and stripes to compare with. */
  public ObservableList<Reference> references() {
    return references;
  }

  /** Stretches of x with something to say, in any order. */
  public ObservableList<SpanMark> spans() {
    return spans;
  }

  /** What a click on a span's bar, or Enter, does; null for nothing. */
  public ObjectProperty<Consumer<SpanMark>> spanActionProperty() {
    return spanAction;
  }

  /** What the buttons on the flag of a pinned x lead to. */
  public ObservableList<PinAction> pinActions() {
    return pinActions;
  }

  /** Vertical marks, in any order. */
  public ObservableList<VerticalMark> marks() {
    return marks;
  }
}
