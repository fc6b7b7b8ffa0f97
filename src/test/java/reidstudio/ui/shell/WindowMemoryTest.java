package reidstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reidstudio.config.StudioHome;
import reidstudio.ui.common.Language;
import reidstudio.ui.common.ThemeChoice;
import reidstudio.ui.curves.ChartArrangement;

class WindowMemoryTest {
  private static final WindowLook PLAIN =
      new WindowLook(
          ThemeChoice.LIGHT,
          Language.ENGLISH,
          Optional.empty(),
          false,
          false,
          ChartArrangement.CUSTOMARY);

  @TempDir private Path root;
  private WindowMemory memory;

  @BeforeEach
  void open() {
    memory = new WindowMemory(new StudioHome(root));
  }

  @Test
  void theFirstStartRemembersNothing() {
    assertThat(memory.recall()).isEmpty();
  }

  @Test
  void whatWasKeptIsRecalled() {
    WindowLook look =
        new WindowLook(
            ThemeChoice.DARK,
            Language.CHINESE,
            Optional.of(new Rectangle2D(-20, 40, 1200, 800)),
            true,
            true,
            new ChartArrangement(List.of("norms", "ce"), Set.of("wait")));
    memory.keep(look);
    assertThat(new WindowMemory(new StudioHome(root)).recall()).contains(look);
    memory.keep(PLAIN);
    assertThat(memory.recall()).contains(PLAIN);
    assertThat(root.toFile().list()).containsExactly("window.properties");
  }

  @Test
  void aFileOfAnEarlierVersionIsReadToo() throws IOException {
    Files.writeString(root.resolve("window.properties"), "theme=LIGHT\nlanguage=ENGLISH");
    assertThat(memory.recall()).contains(PLAIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "theme=PINK\nlanguage=ENGLISH",
        "theme=DARK",
        "theme=DARK\nlanguage=ENGLISH\nplace=1 2 3",
        "theme=DARK\nlanguage=ENGLISH\nplace=1 2 3 x",
        "theme=DARK\nlanguage=ENGLISH\nplace=1 2 3 -4",
        "theme=\\uZZZZ"
      })
  void anUnreadableFileCountsAsNone(String content) throws IOException {
    Files.writeString(root.resolve("window.properties"), content);
    assertThat(memory.recall()).isEmpty();
  }

  @Test
  void aHomeThatCannotBeWrittenDisturbsNobody() throws IOException {
    Path file = Files.writeString(root.resolve("file"), "x");
    WindowMemory nowhere = new WindowMemory(new StudioHome(file));
    nowhere.keep(PLAIN);
    assertThat(nowhere.recall()).isEmpty();
    assertThat(file).hasContent("x");
  }
}
