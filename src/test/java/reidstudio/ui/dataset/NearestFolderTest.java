package reidstudio.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearestFolderTest {
  @TempDir Path root;
  private Path data;

  @BeforeEach
  void folders() throws IOException {
    data = Files.createDirectories(root.resolve("data").resolve("vis").resolve("0001"));
    data = root.resolve("data").toRealPath();
  }

  @Test
  void theFolderOfAFileAlsoOfOneThatIsGone() {
    assertThat(NearestFolder.of(data, "vis/0001/gone.jpg")).isEqualTo(data.resolve("vis/0001"));
    assertThat(NearestFolder.of(data, "vis\\0001\\gone.jpg")).isEqualTo(data.resolve("vis/0001"));
    assertThat(NearestFolder.of(data, "vis/0009/gone.jpg")).isEqualTo(data.resolve("vis"));
    assertThat(NearestFolder.of(data, "train_annos.json entry 4")).isEqualTo(data);
  }

  @Test
  void neverAFolderOutside() throws IOException {
    Path outside = Files.createDirectories(root.resolve("outside"));
    for (String name :
        new String[] {
          "../outside/a.jpg", "vis/../../outside/a.jpg", outside.resolve("a.jpg").toString(), "\0"
        }) {
      assertThat(NearestFolder.of(data, name)).as(name).isEqualTo(data);
    }
    Files.createSymbolicLink(data.resolve("link"), outside);
    assertThat(NearestFolder.of(data, "link/a.jpg")).isEqualTo(data);
  }
}
