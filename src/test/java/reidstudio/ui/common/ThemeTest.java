package reidstudio.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ThemeTest {
  /**
   * A new version of AtlantaFX may change colours; then the sheet that is written here is the next.
   */
  @Test
  void darkIsWhatTheLibraryWouldGive() throws IOException {
    String expected = new PrimerDifference().css();
    Files.writeString(Path.of("target", "dark.css"), expected);
    try (InputStream sheet = Theme.class.getResourceAsStream("/reidstudio/ui/dark.css")) {
      String ours = new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(ours.substring(ours.indexOf("*/") + 2).strip()).isEqualTo(expected.strip());
    }
  }
}
