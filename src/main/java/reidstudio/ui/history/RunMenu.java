package reidstudio.ui.history;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.ui.common.Widgets;

/** What the list does with its selection; each entry names its key, which the list listens to. */
final class RunMenu extends ContextMenu {
  private final Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();
  private final Widgets widgets;

  RunMenu(RunActions actions, RunDetails details, Runnable goOn, Widgets widgets) {
    this.widgets = widgets;
    add("open", Material2MZ.VISIBILITY, KeyCode.ENTER, actions::open);
    add("compare", Material2MZ.STACKED_LINE_CHART, KeyCode.C, actions::compare);
    add("more", Material2MZ.PLAY_ARROW, KeyCode.M, goOn);
    getItems().add(new SeparatorMenuItem());
    add("rename", Material2AL.EDIT, KeyCode.F2, details::editTitle);
    add("tags", Material2AL.LABEL, KeyCode.T, details::editTags);
    add("notes", Material2MZ.NOTES, KeyCode.N, details::editNotes);
    add("pin", Material2MZ.PUSH_PIN, KeyCode.P, actions::togglePin);
    add("archive", Material2AL.ARCHIVE, KeyCode.DELETE, actions::toggleArchived);
    add(
        "remove",
        Material2AL.DELETE,
        new KeyCodeCombination(KeyCode.DELETE, KeyCombination.SHIFT_DOWN),
        actions::remove);
    getItems().add(new SeparatorMenuItem());
    add("folder", Material2AL.FOLDER_OPEN, KeyCode.F, actions::showFolder);
  }

  private void add(String key, Ikon icon, KeyCode code, Runnable action) {
    add(key, icon, new KeyCodeCombination(code), action);
  }

  private void add(String key, Ikon icon, KeyCombination pressed, Runnable action) {
    getItems().add(widgets.menuItem("history.menu." + key, icon, action));
    keys.put(pressed, action);
  }

  /** Does what the key of {@code event} is for. */
  void pressed(KeyEvent event) {
    keys.forEach(
        (key, action) -> {
          if (key.match(event)) {
            action.run();
            event.consume();
          }
        });
  }
}
