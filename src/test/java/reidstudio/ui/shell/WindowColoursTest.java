package reidstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import reidstudio.ui.common.ThemeChoice;

/** Light and dark, in all windows. */
@ExtendWith(ApplicationExtension.class)
class WindowColoursTest {
  private final FakeStudio studio = new FakeStudio();
  private WindowDriver window;

  @Start
  void start(Stage stage) {
    window = new WindowDriver(studio, stage);
  }

  @Test
  void theThemeChangesAtOnce() {
    window.on(() -> window.window().themeProperty().set(ThemeChoice.DARK));
    assertThat(brightness(".studio")).isLessThan(0.2);
    ContextMenu menu = new ContextMenu(new MenuItem("over the window"));
    window.on(() -> menu.show(window.stage()));
    assertThat(isDark(menu)).as("a window that is opened later").isTrue();
    window.on(() -> window.window().themeProperty().set(ThemeChoice.LIGHT));
    assertThat(brightness(".studio")).isGreaterThan(0.9);
    assertThat(isDark(menu)).as("a window that was open").isFalse();
    window.on(menu::hide);
  }

  private double brightness(String selector) {
    return window.ask(
        () -> {
          Region region = window.find(selector, Region.class);
          return ((Color) region.getBackground().getFills().get(0).getFill()).getBrightness();
        });
  }

  private boolean isDark(Window shown) {
    return window.ask(
        () ->
            shown
                .getScene()
                .getRoot()
                .getPseudoClassStates()
                .contains(PseudoClass.getPseudoClass("dark")));
  }
}
