package reidstudio.ui.shell;

import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.ui.common.Language;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.ThemeChoice;
import reidstudio.ui.common.Widgets;
import reidstudio.ui.health.HealthViewModel;
import reidstudio.ui.run.RunViewModel;

/** Everything that can be done, with its key. */
final class MainMenu extends MenuBar {
  private final Widgets widgets;
  private final Map<Shortcut, Runnable> actions;

  /**
   * @param actions what a key does; entries of the menu do the same
   */
  MainMenu(
      Widgets widgets,
      Map<Shortcut, Runnable> actions,
      RunViewModel run,
      HealthViewModel health,
      Appearance appearance,
      ObjectProperty<Language> language,
      Map<String, Runnable> plain) {
    this.widgets = widgets;
    this.actions = actions;
    setId("menu");
    getMenus()
        .addAll(
            menu(
                "menu.file",
                item(Shortcut.OPEN_RUN, Material2AL.FOLDER_OPEN),
                item(Shortcut.OPEN_DATA, Material2AL.IMAGE),
                new SeparatorMenuItem(),
                widgets.menuItem(
                    "menu.demo-folder", Material2AL.FOLDER, plain.get("menu.demo-folder")),
                widgets.menuItem(
                    "menu.runs-folder", Material2AL.FOLDER, plain.get("menu.runs-folder")),
                new SeparatorMenuItem(),
                item(Shortcut.QUIT, Material2AL.EXIT_TO_APP)),
            menu(
                "menu.run",
                item(Shortcut.START, Material2MZ.PLAY_ARROW, run.canStartProperty()),
                item(Shortcut.PAUSE, Material2MZ.PAUSE, run.canPauseProperty()),
                item(Shortcut.RESUME, Material2MZ.PLAY_ARROW, run.canResumeProperty()),
                item(Shortcut.STOP, Material2MZ.STOP, run.canStopProperty())),
            menu(
                "menu.diagnose",
                item(Shortcut.DIAGNOSE_ALL, Material2AL.FACT_CHECK, health.canDiagnoseProperty()),
                item(
                    Shortcut.DIAGNOSE_CE,
                    Material2AL.CENTER_FOCUS_STRONG,
                    health.canDiagnoseProperty()),
                item(Shortcut.DIAGNOSE_SAMPLING, Material2MZ.SHUFFLE, health.canDiagnoseProperty()),
                item(Shortcut.DIAGNOSE_NORM, Material2MZ.STRAIGHTEN, health.canDiagnoseProperty()),
                item(
                    Shortcut.CANCEL_DIAGNOSIS,
                    Material2AL.CLOSE,
                    health.progressProperty().map(running -> running != null).orElse(false))),
            view(appearance, language),
            menu(
                "menu.help",
                item(Shortcut.KEYS, Material2AL.KEYBOARD),
                widgets.menuItem("menu.about", Material2AL.INFO, plain.get("menu.about"))));
  }

  private Menu view(Appearance appearance, ObjectProperty<Language> language) {
    Menu view = menu("menu.view");
    for (Page page : Page.values()) {
      view.getItems().add(item(Shortcut.of(page), page.icon()));
    }
    view.getItems()
        .addAll(
            new SeparatorMenuItem(),
            item(Shortcut.SETUP, Material2MZ.TUNE),
            themes(appearance),
            languages(language));
    return view;
  }

  private Menu themes(Appearance appearance) {
    Menu menu = menu("menu.theme");
    ToggleGroup group = new ToggleGroup();
    for (ThemeChoice theme : ThemeChoice.values()) {
      RadioMenuItem item = new RadioMenuItem();
      item.textProperty().bind(widgets.messages().text(Messages.keyOf("theme", theme)));
      choice(item, group, theme, appearance.choiceProperty(), appearance.choiceProperty()::set);
      menu.getItems().add(item);
    }
    return menu;
  }

  private Menu languages(ObjectProperty<Language> spoken) {
    Menu menu = menu("menu.language");
    ToggleGroup group = new ToggleGroup();
    for (Language language : Language.values()) {
      RadioMenuItem item = new RadioMenuItem(language.ownName());
      choice(item, group, language, spoken, spoken::set);
      menu.getItems().add(item);
    }
    return menu;
  }

  private static <T> void choice(
      RadioMenuItem item, ToggleGroup group, T value, ObservableValue<T> now, Consumer<T> set) {
    item.setToggleGroup(group);
    item.setOnAction(event -> set.accept(value));
    now.subscribe(chosen -> item.setSelected(chosen == value));
  }

  private Menu menu(String key, MenuItem... items) {
    Menu menu = new Menu();
    menu.textProperty().bind(widgets.messages().text(key));
    menu.getItems().addAll(items);
    return menu;
  }

  private MenuItem item(Shortcut shortcut, Ikon icon, ObservableValue<Boolean> legal) {
    MenuItem item = item(shortcut, icon);
    item.disableProperty().bind(legal.map(may -> !may));
    return item;
  }

  private MenuItem item(Shortcut shortcut, Ikon icon) {
    MenuItem item = widgets.menuItem(Messages.keyOf("key", shortcut), icon, actions.get(shortcut));
    item.setAccelerator(shortcut.keys());
    return item;
  }
}
