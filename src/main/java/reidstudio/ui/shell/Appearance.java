package reidstudio.ui.shell;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import reidstudio.ui.common.Theme;

/** The theme of the window. JavaFX 21 cannot ask the system which one it prefers. */
final class Appearance {
  private final ObjectProperty<Theme> theme;

  Appearance(Theme first) {
    theme = new SimpleObjectProperty<>(first);
    theme.subscribe(Theme::apply);
  }

  ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  void toggle() {
    theme.set(theme.get() == Theme.LIGHT ? Theme.DARK : Theme.LIGHT);
  }
}
