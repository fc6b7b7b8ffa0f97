package reidstudio.ui.setup;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.List;
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
    getChildren().add(unplaced(model));
  }

  private TitledPane pane(SettingsViewModel.Group group, SettingsViewModel model) {
    SettingRows rows = new SettingRows(group, widgets, dialogs);
    TitledPane pane = new TitledPane();
    pane.setContent(rows);
    pane.textProperty().bind(widgets.messages().text(group.key()));
    pane.setAnimated(false);
    pane.setExpanded(getChildren().isEmpty());
    pane.getStyleClass().addAll(Styles.DENSE, Tweaks.ALT_ICON);
    LongBinding problems = problems(group.fields());
    pane.graphicProperty()
        .bind(Bindings.createObjectBinding(() -> badge(problems.get()), problems));
    pane.expandedProperty().subscribe(rows::fill);
    pane.expandedProperty().subscribe(() -> reopen(pane, problems));
    problems.subscribe(() -> reopen(pane, problems));
    // what was taken over is there to be looked at
    model
        .takenProperty()
        .addListener(
            (o, before, now) -> {
              pane.setExpanded(SettingRows.differs(group.fields()));
              rows.showFurther(SettingRows.differs(group.further()));
            });
    group
        .further()
        .forEach(
            field ->
                // at the field itself: a binding over all of them would be held by nobody
                field
                    .problemProperty()
                    .subscribe(
                        problem -> rows.showFurther(rows.showsFurther() || problem != null)));
    return pane;
  }

  /** A hidden problem would leave the Start button grey without a reason in sight. */
  private static void reopen(TitledPane pane, LongBinding problems) {
    if (problems.get() > 0) {
      pane.setExpanded(true);
    }
  }

  private static LongBinding problems(List<SettingField> fields) {
    ObservableValue<?>[] each =
        fields.stream().map(SettingField::problemProperty).toArray(ObservableValue<?>[]::new);
    return Bindings.createLongBinding(
        () -> fields.stream().filter(f -> f.problemProperty().get() != null).count(), each);
  }

  private static Node badge(long problems) {
    if (problems == 0) {
      return null;
    }
    Label badge = new Label(Long.toString(problems));
    badge.getStyleClass().addAll("count-badge", "count-badge-danger");
    return badge;
  }

  private Label unplaced(SettingsViewModel model) {
    Label label = new Label();
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model.unplacedProperty().get().stream()
                        .map(this::told)
                        .collect(Collectors.joining("\n")),
                model.unplacedProperty(),
                widgets.messages().languageProperty()));
    label.setWrapText(true);
    label.getStyleClass().add("problem");
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  private String told(Problem problem) {
    return new Problem(problem.path(), widgets.words().of(problem.message())).toString();
  }
}
