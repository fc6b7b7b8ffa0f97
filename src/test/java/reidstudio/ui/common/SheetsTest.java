package reidstudio.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.css.Stylesheet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JavaFX takes the sheet that the build has made of each {@code .css}; it must say the same. */
class SheetsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/reidstudio/ui/studio",
        "/reidstudio/ui/dark",
        "/reidstudio/ui/chart/chart",
      })
  void theMadeSheetIsTheWrittenOne(String name, @TempDir Path folder)
      throws IOException, URISyntaxException {
    Path anew = folder.resolve("anew.bss");
    Stylesheet.convertToBinary(Path.of(resource(name + ".css").toURI()).toFile(), anew.toFile());
    assertThat(rules(resource(name + ".bss"))).isNotEmpty().isEqualTo(rules(anew.toUri().toURL()));
  }

  /** Not the bytes: the order of pseudo classes in them follows what a process has seen before. */
  private static List<String> rules(URL sheet) throws IOException {
    return Stylesheet.loadBinary(sheet).getRules().stream()
        .map(rule -> rule.getSelectors() + " " + rule.getDeclarations())
        .toList();
  }

  private static URL resource(String name) {
    return Objects.requireNonNull(SheetsTest.class.getResource(name), name);
  }
}
