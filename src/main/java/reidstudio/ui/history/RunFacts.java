package reidstudio.ui.history;

import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import reidstudio.store.RunListing;
import reidstudio.ui.common.Figures;
import reidstudio.ui.common.Widgets;

/** The figures of a run, one below the other. */
final class RunFacts extends GridPane {
  private final Map<Label, Function<RunListing, String>> values = new LinkedHashMap<>();
  private final Widgets widgets;

  RunFacts(RunWords words, Widgets widgets) {
    this.widgets = widgets;
    getStyleClass().add("run-facts");
    add("state", words::state);
    add("started", words::started);
    add("epochs", words::epochs);
    add("steps", run -> Figures.count((double) run.steps()));
    add("ce", run -> Figures.number(run.figures().ceLoss()));
    add("sdm", run -> Figures.number(run.figures().sdmLoss()));
    add("accuracy", run -> Figures.percent(run.figures().ceAccuracy()));
    add("best-map", words::bestMap);
    add("data", words::data);
    add("identities", words::identities);
    add("recipe", words::recipe);
    add("name", RunListing::name);
    add("folder", run -> run.folder().toString());
  }

  void show(RunListing run) {
    values.forEach((label, value) -> label.setText(value.apply(run)));
  }

  private void add(String key, Function<RunListing, String> value) {
    Label name = widgets.label("history.fact." + key, Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    name.setMinWidth(USE_PREF_SIZE);
    Label label = new Label();
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    name.setLabelFor(label);
    addRow(values.size(), name, label);
    values.put(label, value);
  }
}
