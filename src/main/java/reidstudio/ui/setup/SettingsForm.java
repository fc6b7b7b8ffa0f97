package reidstudio.ui.setup;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.LongBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import reidstudio.config.Problem;
import reidstudio.ui.common.Widgets;

/** The settings in groups that open and close; a group with a problem opens by itself. */
final class SettingsForm extends VBox {
  private final Widgets widgets;
  private final SetupDialogs dialogs;

  SettingsForm(SettingsViewModel model, Widgets widgets, SetupDialogs dialogs) {
    this.widgets = widgets;
    this.dialogs = dialogs;
    getStyleClass().add("settings-form");
    for (SettingsViewModel.Group group : model.groups()) {
      getChildren().add(pane(group, model));
    }
    getChildren().addAll(beside(model), unplaced(model));
  }

  private TitledPane pane(SettingsViewModel.Group group, SettingsViewModel model) {
    VBox rows = new VBox();
    rows.getStyleClass().add("setting-rows");
    TitledPane pane = new TitledPane();
    pane.setContent(rows);
    pane.textProperty().bind(widgets.messages().text(group.key()));
    pane.setAnimated(false);
    pane.setExpanded(getChildren().isEmpty());
    pane.getStyleClass().addAll(Styles.DENSE, Tweaks.ALT_ICON);
    LongBinding problems = problems(group);
    pane.graphicProperty()
        .bind(Bindings.createObjectBinding(() -> badge(problems.get()), problems));
    pane.expandedProperty().subscribe(open -> fill(rows, open, group));
    pane.expandedProperty().subscribe(() -> reopen(pane, problems));
    problems.subscribe(() -> reopen(pane, problems));
    // what was taken over is there to be looked at
    model.takenProperty().addListener((o, before, now) -> pane.setExpanded(differs(group)));
    return pane;
  }

  /** Fields in groups that nobody has opened yet would delay the window. */
  private void fill(VBox rows, boolean open, SettingsViewModel.Group group) {
    if (open && rows.getChildren().isEmpty()) {
      group
          .fields()
          .forEach(field -> rows.getChildren().add(new SettingRow(field, widgets, dialogs)));
    }
  }

  /** Beside the name, which every run changes. */
  private static boolean differs(SettingsViewModel.Group group) {
    return group.fields().stream()
        .anyMatch(field -> field.isChanged() && !field.setting().path().equals("name"));
  }

  /** A hidden problem would leave the Start button grey without a reason in sight. */
  private static void reopen(TitledPane pane, LongBinding problems) {
    if (problems.get() > 0) {
      pane.setExpanded(true);
    }
  }

  private static LongBinding problems(SettingsViewModel.Group group) {
    ObservableValue<?>[] each =
        group.fields().stream()
            .map(SettingField::problemProperty)
            .toArray(ObservableValue<?>[]::new);
    return Bindings.createLongBinding(
        () -> group.fields().stream().filter(f -> f.problemProperty().get() != null).count(), each);
  }

  private static Node badge(long problems) {
    if (problems == 0) {
      return null;
    }
    Label badge = new Label(Long.toString(problems));
    badge.getStyleClass().addAll("count-badge", "count-badge-danger");
    return badge;
  }

  /** What was taken over from a run and has no field must not act unseen. */
  private Label beside(SettingsViewModel model) {
    ObservableValue<String> settings =
        model
            .besideProperty()
            .map(
                all ->
                    all.entrySet().stream()
                        .map(Map.Entry::toString)
                        .collect(Collectors.joining("\n")));
    Label label = new Label();
    label.setId("settings-beside");
    label.textProperty().bind(widgets.messages().text("setup.beside", settings));
    label.setWrapText(true);
    label.getStyleClass().add("hint");
    label.visibleProperty().bind(model.besideProperty().map(all -> !all.isEmpty()));
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  private static Label unplaced(SettingsViewModel model) {
    Label label = new Label();
    label
        .textProperty()
        .bind(
            model
                .unplacedProperty()
                .map(
                    problems ->
                        String.join("\n", problems.stream().map(Problem::toString).toList())));
    label.setWrapText(true);
    label.getStyleClass().add("problem");
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }
}
