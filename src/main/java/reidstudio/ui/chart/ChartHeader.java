package reidstudio.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Title, unit, number of points and menu in one row, and the legend with read-outs below. */
final class ChartHeader extends VBox {
  private final ChartTexts texts;
  private final Label title = new Label();
  private final Label unit = new Label();
  private final TitleRow row;
  private final FlowPane legend = new FlowPane();
  private final List<LegendEntry> entries = new ArrayList<>();

  ChartHeader(ChartTexts texts, Node menu) {
    this.texts = texts;
    getStyleClass().add("trace-header");
    title.getStyleClass().add("trace-title");
    title.setMinWidth(0);
    unit.getStyleClass().add("trace-unit");
    legend.getStyleClass().add("trace-legend");
    row = new TitleRow(title, unit, menu);
    getChildren().addAll(row, legend);
  }

  Label title() {
    return title;
  }

  Label unit() {
    return unit;
  }

  /** Shows how many points there are. */
  void tellPoints(PointCount count) {
    row.tell(texts.points(count), texts.points(count.plain()));
  }

  void setTraces(List<SeriesTrace> traces) {
    entries.clear();
    for (SeriesTrace trace : traces) {
      entries.add(new LegendEntry(texts, trace.name(), trace.color()));
    }
    legend.getChildren().setAll(entries);
  }

  /** Shows the values at {@code x}, or the last ones where x is NaN, beside those at the pin. */
  void read(List<SeriesTrace> traces, double x, double pin, boolean withSmoothed) {
    for (int i = 0; i < entries.size(); i++) {
      LegendEntry entry = entries.get(i);
      SeriesTrace trace = traces.get(i);
      Optional<Reading> pinned = Double.isNaN(pin) ? Optional.empty() : trace.reading(pin);
      trace
          .reading(x)
          .ifPresent(reading -> entry.show(reading, pinned, withSmoothed, trace.nonFinite()));
    }
  }
}
