package reidstudio.ui.shell;

import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Subscription;
import reidstudio.ui.common.Theme;

/**
 * Gives all windows of the program, tips and menus among them, the colours of a theme.
 *
 * <p>They all have AtlantaFX's light sheet; {@code dark.css} holds what its dark one says
 * otherwise, behind a pseudo class of each window's root. With another sheet JavaFX would look anew
 * for the rules of every node, which takes several times as long as to work out other values.
 */
final class WindowColours {
  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

  private final ListChangeListener<Window> arrivals = this::arrived;
  private Theme theme = Theme.LIGHT;

  /** Makes light the look of whatever the program shows. */
  WindowColours() {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
  }

  /** Has {@code scene}, and tips and menus over it, know both themes. */
  void dress(Scene scene) {
    scene
        .getStylesheets()
        .add(
            Objects.requireNonNull(WindowColours.class.getResource("/reidstudio/ui/dark.css"))
                .toExternalForm());
    scene.rootProperty().subscribe(root -> colour(root));
  }

  /** Colours all windows that are opened, until that is ended. */
  Subscription follow() {
    Window.getWindows().addListener(arrivals);
    return () -> Window.getWindows().removeListener(arrivals);
  }

  /** Changes the colours of all windows that are shown. */
  void apply(Theme wanted) {
    theme = wanted;
    Window.getWindows().forEach(this::colour);
  }

  private void arrived(ListChangeListener.Change<? extends Window> change) {
    while (change.next()) {
      change.getAddedSubList().forEach(this::colour);
    }
  }

  private void colour(Window window) {
    if (window.getScene() != null) {
      colour(window.getScene().getRoot());
    }
  }

  private void colour(Parent root) {
    root.pseudoClassStateChanged(DARK, theme == Theme.DARK);
  }
}
