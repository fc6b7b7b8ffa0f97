package reidstudio.ui.setup;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.List;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.config.Recipe;
import reidstudio.ui.common.Widgets;

/** What the settings begin with: a recipe, or a file. */
final class RecipeBar extends VBox {
  private static final List<Recipe> TO_TRAIN =
      List.of(Recipe.DEMO, Recipe.ORBENCH_CLIP, Recipe.CHALLENGE);
  private static final List<Recipe> TO_WATCH =
      List.of(Recipe.STUCK_CE, Recipe.FEW_VALID_ROWS, Recipe.LOUD_NORM);
  private static final double WIDTH = 360;

  private final SetupViewModel model;
  private final SetupDialogs dialogs;
  private final SettingsFiles files;
  private final Widgets widgets;

  RecipeBar(SetupViewModel model, SetupDialogs dialogs, SettingsFiles files, Widgets widgets) {
    this.model = model;
    this.dialogs = dialogs;
    this.files = files;
    this.widgets = widgets;
    getStyleClass().add("recipe-bar");
    getChildren().addAll(new HBox(recipes(), more()), about());
    getChildren().get(0).getStyleClass().add("setting-line");
  }

  private MenuButton recipes() {
    MenuButton menu = new MenuButton();
    menu.setId("recipes");
    menu.setGraphic(new FontIcon(Material2MZ.MENU_BOOK));
    menu.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(menu, Priority.ALWAYS);
    menu.getStyleClass().add("recipe-menu");
    model
        .settings()
        .recipeProperty()
        .subscribe(
            recipe ->
                menu.textProperty()
                    .bind(
                        widgets
                            .messages()
                            .text(recipe == null ? "recipe.choose" : "recipe." + recipe.id())));
    TO_TRAIN.forEach(recipe -> menu.getItems().add(item(recipe)));
    menu.getItems().add(new SeparatorMenuItem());
    TO_WATCH.forEach(recipe -> menu.getItems().add(item(recipe)));
    return menu;
  }

  private MenuItem item(Recipe recipe) {
    Label title = widgets.label("recipe." + recipe.id(), Styles.TEXT_BOLD);
    // a label would not wrap: menus ask for heights without a width
    Text about = new Text();
    about.textProperty().bind(widgets.messages().text("recipe." + recipe.id() + ".about"));
    about.setWrappingWidth(WIDTH);
    about.getStyleClass().add("recipe-text");
    VBox content = new VBox(title, about);
    content.getStyleClass().add("recipe");
    CustomMenuItem item = new CustomMenuItem(content);
    item.setId("recipe-" + recipe.id());
    item.setOnAction(event -> model.settings().take(recipe));
    return item;
  }

  private MenuButton more() {
    MenuItem open =
        widgets.menuItem(
            "setup.open",
            Material2AL.FOLDER_OPEN,
            () -> dialogs.settingsToOpen().ifPresent(file -> files.open(file, model)));
    MenuItem save =
        widgets.menuItem(
            "setup.save",
            Material2MZ.SAVE,
            () ->
                dialogs
                    .settingsToSave(model.intended().get().name() + ".yaml")
                    .ifPresent(file -> files.save(model.intended().get(), file)));
    save.disableProperty().bind(model.intended().isNull());
    MenuButton more = new MenuButton();
    more.setId("settings-files");
    more.setGraphic(new FontIcon(Material2MZ.MORE_VERT));
    more.getItems().addAll(open, save);
    more.getStyleClass().addAll(Styles.BUTTON_ICON, Tweaks.NO_ARROW);
    widgets.explain(more, "setup.files");
    more.accessibleTextProperty().bind(widgets.messages().text("setup.files"));
    return more;
  }

  private Label about() {
    Label about = new Label();
    about.setId("recipe-about");
    about.setWrapText(true);
    about.getStyleClass().add("hint");
    about.setMinHeight(USE_PREF_SIZE);
    model
        .settings()
        .recipeProperty()
        .subscribe(
            recipe -> {
              about.setVisible(recipe != null);
              about.setManaged(recipe != null);
              if (recipe != null) {
                about
                    .textProperty()
                    .bind(widgets.messages().text("recipe." + recipe.id() + ".about"));
              }
            });
    return about;
  }
}
