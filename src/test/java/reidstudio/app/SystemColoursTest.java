package reidstudio.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reidstudio.app.SystemColours.Dialect;
import reidstudio.ui.common.Theme;

class SystemColoursTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "WINDOWS, 0, AppsUseLightTheme    REG_DWORD    0x0, DARK",
        "WINDOWS, 0, AppsUseLightTheme    REG_DWORD    0x1, LIGHT",
        "WINDOWS, 1, \"\", NONE",
        "MACOS, 0, Dark, DARK",
        "MACOS, 1, \"\", LIGHT",
        "GNOME, 0, 'prefer-dark', DARK",
        "GNOME, 0, 'prefer-light', LIGHT",
        "GNOME, 0, 'default', LIGHT",
        "GNOME, 0, something else, NONE",
        "GNOME, 1, \"\", NONE"
      })
  void anAnswerIsReadAsItsSystemMeansIt(Dialect dialect, int exit, String answer, String theme) {
    Optional<Theme> expected =
        theme.equals("NONE") ? Optional.empty() : Optional.of(Theme.valueOf(theme));
    assertThat(dialect.read(exit, answer + "\n")).isEqualTo(expected);
  }

  @Test
  void everySystemHasItsDialect() {
    assertThat(Dialect.of("Windows 11")).isEqualTo(Dialect.WINDOWS);
    assertThat(Dialect.of("Mac OS X")).isEqualTo(Dialect.MACOS);
    assertThat(Dialect.of("Linux")).isEqualTo(Dialect.GNOME);
  }
}
