package reidstudio.ui.chart;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;

/**
 * Charts that share the x axis, the cursor and the history of zooms. Charts ask the group each
 * frame and register only while they show; so a group may outlive its charts.
 */
public final class ChartGroup {
  private static final Range NOTHING = new Range(0, 1);

  private final ChartPulse pulse;
  private final Set<TraceChart> showing = new LinkedHashSet<>();
  private final ZoomStack zooms = new ZoomStack();
  private final DoubleProperty cursor = new SimpleDoubleProperty(this, "cursor", Double.NaN);
  private final DoubleProperty pin = new SimpleDoubleProperty(this, "pin", Double.NaN);
  private final ReadOnlyObjectWrapper<Range> visibleX =
      new ReadOnlyObjectWrapper<>(this, "visibleX", NOTHING);
  private Optional<Range> data = Optional.empty();
  private int keys;
  private boolean behind;

  /** A group whose charts redraw on {@code pulse}. */
  public ChartGroup(ChartPulse pulse) {
    this.pulse = pulse;
    cursor.addListener(moved -> wake());
    pin.addListener(moved -> wake());
    visibleX.addListener(moved -> wake());
  }

  /** A picture of the group may have changed. */
  void wake() {
    pulse.wake();
  }

  /** x under the mouse, the same in all charts; NaN where there is no cursor. */
  public DoubleProperty cursorProperty() {
    return cursor;
  }

  /** x that stays marked in all charts, to be compared with the cursor; NaN for none. */
  public DoubleProperty pinProperty() {
    return pin;
  }

  /** Pins {@code x}; lets go where it was pinned already or is NaN. */
  void togglePin(double x) {
    pin.set(x == pin.get() ? Double.NaN : x);
  }

  /** The part of the x axis that all charts show. */
  public ReadOnlyObjectProperty<Range> visibleXProperty() {
    return visibleX.getReadOnlyProperty();
  }

  /** Whether the x axis grows with the data, as it does until someone zooms. */
  public boolean isFollowing() {
    return view().x().isEmpty();
  }

  /** Shows {@code range} of the x axis in all charts. */
  public void zoomX(Range range) {
    show(view().withX(range), false);
  }

  /** Follows all data again, in x and in every chart's y. */
  public void resetZoom() {
    show(ChartView.FOLLOW_ALL, false);
  }

  /** Goes back to what was shown before the last zoom, pan or reset. */
  public void undoZoom() {
    zooms.undo();
    refreshVisibleX();
    wake();
  }

  /** Whether there is a zoom to undo. */
  public boolean canUndoZoom() {
    return zooms.canUndo();
  }

  ChartView view() {
    return zooms.current();
  }

  void show(ChartView view, boolean continuesGesture) {
    zooms.show(view, continuesGesture);
    refreshVisibleX();
    wake();
  }

  /** From the first to the last x of all showing charts. */
  Optional<Range> data() {
    return data;
  }

  Range x() {
    return visibleX.get();
  }

  int nextKey() {
    return keys++;
  }

  void join(TraceChart chart) {
    showing.add(chart);
    poll();
    pulse.add(this);
  }

  void leave(TraceChart chart) {
    showing.remove(chart);
    if (showing.isEmpty()) {
      pulse.remove(this);
    }
  }

  /** Looks for new points; returns whether a chart has to be drawn anew. */
  boolean look() {
    poll();
    return showing.stream().anyMatch(TraceChart::isStale);
  }

  /**
   * Lets changed charts redraw, as many as fit into {@code share} nanoseconds; the others follow in
   * the next frames. Returns whether any did.
   */
  boolean frame(boolean poll, long share) {
    if (poll) {
      poll();
    }
    long end = System.nanoTime() + share;
    boolean drew = false;
    behind = false;
    List<TraceChart> charts = List.copyOf(showing);
    for (TraceChart chart : charts) {
      behind = System.nanoTime() > end;
      if (behind) {
        break;
      }
      drew |= chart.redrawIfNeeded();
      // to the end of the line, so that nobody waits twice
      showing.remove(chart);
      showing.add(chart);
    }
    return drew;
  }

  /** Whether the last frame had no time for all charts. */
  boolean isBehind() {
    return behind;
  }

  /** Looks for new points now, also of a chart that is not showing. */
  void poll(TraceChart... alsoHidden) {
    List<TraceChart> charts = new ArrayList<>(showing);
    charts.addAll(List.of(alsoHidden));
    charts.forEach(TraceChart::poll);
    data = charts.stream().flatMap(chart -> chart.span().stream()).reduce(Range::union);
    refreshVisibleX();
  }

  private void refreshVisibleX() {
    Range range = view().x().or(() -> data).orElse(NOTHING);
    Range shown = range.span() > 0 ? range : new Range(range.low() - 0.5, range.high() + 0.5);
    if (!shown.equals(visibleX.get())) { // an equal one would ask for a frame
      visibleX.set(shown);
    }
  }
}
