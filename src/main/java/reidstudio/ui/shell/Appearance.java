package reidstudio.ui.shell;

import java.time.Duration;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import reidstudio.ui.common.SystemTheme;
import reidstudio.ui.common.Theme;
import reidstudio.ui.common.ThemeChoice;

/**
 * The theme of the window: the user's, or the system's, which is asked again whenever the window is
 * turned to. JavaFX 21 itself cannot ask for it.
 */
final class Appearance {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final SystemTheme system;
  private final Executor io;
  private final Executor fx;
  private final ObjectProperty<ThemeChoice> choice;
  private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(Theme.LIGHT);
  private Theme ofSystem = Theme.LIGHT;
  private long asked = Long.MIN_VALUE / 2;

  /**
   * @param io asks the system
   * @param fx runs on the JavaFX thread
   */
  Appearance(ThemeChoice first, SystemTheme system, Executor io, Executor fx) {
    this.system = system;
    this.io = io;
    this.fx = fx;
    choice = new SimpleObjectProperty<>(first);
    choice.addListener(chosen -> decide());
    decide();
    lookAtSystem();
  }

  /** What the user wants. */
  ObjectProperty<ThemeChoice> choiceProperty() {
    return choice;
  }

  /** What the window has. */
  ReadOnlyObjectProperty<Theme> themeProperty() {
    return theme.getReadOnlyProperty();
  }

  /** The other of light and dark, whatever the system has. */
  void toggle() {
    choice.set(theme.get() == Theme.LIGHT ? ThemeChoice.DARK : ThemeChoice.LIGHT);
  }

  /** Asks the system anew, unless it was asked just now. */
  void lookAtSystem() {
    long now = System.nanoTime();
    if (now - asked > PAUSE.toNanos()) {
      asked = now;
      io.execute(() -> system.now().ifPresent(found -> fx.execute(() -> take(found))));
    }
  }

  private void take(Theme found) {
    ofSystem = found;
    decide();
  }

  private void decide() {
    theme.set(choice.get().theme().orElse(ofSystem));
  }
}
