package reidstudio.ui.shell;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.ui.common.HealthReading;
import reidstudio.ui.common.Language;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;

/** The pages as a column of buttons; below them language, theme and help. */
final class NavigationRail extends VBox {
  private final ObjectProperty<Page> page;
  private final Widgets widgets;

  /**
   * @param health of the run of this process; its problems are counted beside their page
   */
  NavigationRail(
      ObjectProperty<Page> page,
      Appearance appearance,
      ObjectProperty<Language> language,
      Runnable help,
      ObservableValue<HealthReading> health,
      Widgets widgets) {
    this.page = page;
    this.widgets = widgets;
    getStyleClass().add("rail");
    for (Page each : Page.values()) {
      ToggleButton button = button(each);
      if (each == Page.DIAGNOSIS) {
        button.setGraphic(new ProblemBadge(each.icon(), health));
        button
            .accessibleTextProperty()
            .bind(
                Bindings.createStringBinding(
                    () -> name(button.getText(), health.getValue()),
                    button.textProperty(),
                    health));
      }
      getChildren().add(button);
    }
    Region gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    Button speak =
        widgets.iconButton(
            "menu.language.other",
            Material2MZ.TRANSLATE,
            () ->
                language.set(
                    language.get() == Language.ENGLISH ? Language.CHINESE : Language.ENGLISH));
    speak.setId("toggle-language");
    Button theme =
        widgets.iconButton("menu.theme.toggle", Material2AL.BRIGHTNESS_4, appearance::toggle);
    theme.setId("toggle-theme");
    Button keys = widgets.iconButton("menu.keys", Material2AL.KEYBOARD, help);
    keys.setId("show-keys");
    getChildren().addAll(gap, speak, theme, keys);
  }

  private String name(String page, HealthReading now) {
    int problems = now.problems().size();
    return problems == 0 ? page : widgets.messages().get("health.badge", page, problems);
  }

  private ToggleButton button(Page target) {
    ToggleButton button =
        widgets.toggle(Messages.keyOf("page", target), target.icon(), Styles.FLAT, "rail-button");
    button.setId("page-" + target.name().toLowerCase(Locale.ROOT));
    button.setContentDisplay(ContentDisplay.TOP);
    button.setMaxWidth(Double.MAX_VALUE);
    widgets.explain(button, "page.tip", Shortcut.of(target).keys().getDisplayText());
    button.setOnAction(event -> page.set(target));
    // also after a press of the chosen one, which would otherwise look unchosen
    page.subscribe(now -> button.setSelected(now == target));
    button.selectedProperty().subscribe(() -> button.setSelected(page.get() == target));
    return button;
  }
}
