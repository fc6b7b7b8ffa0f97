package reidstudio.ui.compare;

import atlantafx.base.theme.Styles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.scene.text.TextAlignment;
import reidstudio.ui.chart.Palette;
import reidstudio.ui.chart.Reading;
import reidstudio.ui.chart.TraceChart;
import reidstudio.ui.common.Figures;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;

/** The runs with their lines: which are drawn, and their values in one chart at the cursor. */
final class CompareLegend extends ScrollPane {
  private static final double SWATCH = 26;
  private static final double STRONG = 2;

  private final CompareViewModel model;
  private final Messages messages;
  private final VBox entries = new VBox();
  private final Label what = new Label();
  private final Map<String, Label> values = new HashMap<>();

  CompareLegend(CompareViewModel model, Widgets widgets) {
    this.model = model;
    this.messages = widgets.messages();
    what.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head =
        new HBox(widgets.label("compare.runs", Styles.TEXT_SMALL, Styles.TEXT_MUTED), gap, what);
    VBox content = new VBox(head, entries);
    content.getStyleClass().add("compare-legend-content");
    entries.getStyleClass().add("compare-entries");
    getStyleClass().addAll("run-details", "compare-legend");
    setId("compare-legend");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setContent(content);
    model.runsProperty().subscribe(this::fill);
  }

  /** Shows what {@code chart} reads at its cursor, or at the ends of its lines. */
  void read(TraceChart chart) {
    what.setText(chart.titleProperty().get());
    values.values().forEach(label -> label.setText(""));
    for (Reading reading : chart.readings()) {
      values.get(reading.series()).setText(text(reading));
    }
  }

  /** As it was measured, and what the line shows if that is something else. */
  private String text(Reading reading) {
    String measured = Figures.number(reading.value());
    return Double.isFinite(reading.smoothed())
        ? messages.get("compare.value.smoothed", measured, Figures.number(reading.smoothed()))
        : measured;
  }

  private void fill(List<ComparedRun> runs) {
    values.clear();
    entries.getChildren().setAll(runs.stream().map(this::entry).toList());
  }

  private HBox entry(ComparedRun run) {
    CheckBox box = new CheckBox(run.name());
    box.setSelected(true);
    box.setMinWidth(0);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setTooltip(new Tooltip(run.listing().folder().toString()));
    box.setGraphic(swatch(run.style()));
    HBox.setHgrow(box, Priority.ALWAYS);
    box.selectedProperty()
        .subscribe(
            drawn -> {
              if (drawn) {
                model.hidden().remove(run);
              } else {
                model.hidden().add(run);
              }
            });
    Label value = new Label();
    value.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    value.setTextAlignment(TextAlignment.RIGHT);
    values.put(run.name(), value);
    HBox entry = new HBox(box, value);
    entry.getStyleClass().add("compare-entry");
    return entry;
  }

  private static Line swatch(int style) {
    Line line = new Line(0, 0, SWATCH, 0);
    line.setStroke(Palette.color(style));
    line.setStrokeWidth(STRONG);
    for (double dash : Palette.dashes(style)) {
      line.getStrokeDashArray().add(dash);
    }
    return line;
  }
}
