package reidstudio.ui.setup;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import reidstudio.ui.common.Widgets;

/** The fields of a group: the few that matter at first, and the others at a click. */
final class SettingRows extends VBox {
  private final SettingsViewModel.Group group;
  private final Widgets widgets;
  private final SetupDialogs dialogs;
  private final VBox further = rows();
  private final BooleanProperty open = new SimpleBooleanProperty();

  SettingRows(SettingsViewModel.Group group, Widgets widgets, SetupDialogs dialogs) {
    this.group = group;
    this.widgets = widgets;
    this.dialogs = dialogs;
    getStyleClass().add("setting-rows");
    further.visibleProperty().bind(open);
    further.managedProperty().bind(open);
  }

  private static VBox rows() {
    VBox rows = new VBox();
    rows.getStyleClass().add("setting-rows");
    return rows;
  }

  /** Beside the name, which every run changes. */
  static boolean differs(List<SettingField> fields) {
    return fields.stream()
        .anyMatch(field -> field.isChanged() && !field.setting().path().equals("name"));
  }

  /** Makes the fields; those of groups that nobody has opened yet would delay the window. */
  void fill(boolean wanted) {
    if (wanted && getChildren().isEmpty()) {
      add(group.first(), this);
      if (!group.further().isEmpty()) {
        getChildren().addAll(link(), further);
      }
      open.subscribe(shown -> fillFurther(shown));
    }
  }

  private void fillFurther(boolean shown) {
    if (shown && further.getChildren().isEmpty()) {
      add(group.further(), further);
    }
  }

  boolean showsFurther() {
    return open.get();
  }

  void showFurther(boolean shown) {
    open.set(shown);
  }

  private void add(List<SettingField> fields, VBox rows) {
    fields.forEach(field -> rows.getChildren().add(new SettingRow(field, widgets, dialogs)));
  }

  private Hyperlink link() {
    Hyperlink link = new Hyperlink();
    link.setId("further-" + group.key().substring(group.key().lastIndexOf('.') + 1));
    link.textProperty()
        .bind(
            open.flatMap(
                shown ->
                    shown
                        ? widgets.messages().text("setup.fewer")
                        : widgets.messages().text("setup.further", group.further().size())));
    link.getStyleClass().addAll(Styles.TEXT_SMALL, "further");
    link.setOnAction(
        event -> {
          link.setVisited(false);
          open.set(!open.get());
        });
    return link;
  }
}
