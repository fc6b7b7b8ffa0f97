package reidstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import reidstudio.ui.common.Theme;
import reidstudio.ui.common.ThemeChoice;

@ExtendWith(ApplicationExtension.class)
class AppearanceTest {
  private static Appearance on(Optional<Theme> system, ThemeChoice choice) {
    return new Appearance(choice, () -> system, Runnable::run, Runnable::run);
  }

  @Test
  void theSystemDecidesUntilTheUserDoes() {
    Appearance appearance = on(Optional.of(Theme.DARK), ThemeChoice.SYSTEM);
    assertThat(appearance.themeProperty().get()).isEqualTo(Theme.DARK);
    appearance.toggle();
    assertThat(appearance.choiceProperty().get()).isEqualTo(ThemeChoice.LIGHT);
    assertThat(appearance.themeProperty().get()).isEqualTo(Theme.LIGHT);
    appearance.choiceProperty().set(ThemeChoice.SYSTEM);
    assertThat(appearance.themeProperty().get()).isEqualTo(Theme.DARK);
  }

  @Test
  void aChoiceStandsWhateverTheSystemSays() {
    assertThat(on(Optional.of(Theme.DARK), ThemeChoice.LIGHT).themeProperty().get())
        .isEqualTo(Theme.LIGHT);
  }

  @Test
  void aSystemThatDoesNotTellIsLight() {
    assertThat(on(Optional.empty(), ThemeChoice.SYSTEM).themeProperty().get())
        .isEqualTo(Theme.LIGHT);
  }
}
