package reidstudio.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunAboutFileTest {
  @TempDir Path folder;
  private final RunAboutFile file = new RunAboutFile();

  @Test
  void whatIsSaidIsReadBack() throws IOException {
    RunAbout said =
        file.change(
            folder,
            about ->
                about
                    .withTitle("  Higher\n rate ")
                    .withTags(List.of("a", " b ", "", "a", "c,d"))
                    .withNotes("two\nlines ")
                    .asPinned(true)
                    .asArchived(true));
    assertThat(said)
        .isEqualTo(new RunAbout("Higher rate", List.of("a", "b", "c d"), "two\nlines", true, true));
    assertThat(new RunAboutFile().read(folder)).isEqualTo(said);
  }

  @Test
  void ofARunWithoutTheFileNothingIsSaid() throws IOException {
    assertThat(file.read(folder)).isEqualTo(RunAbout.nothing());
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatALaterVersionKeepsThereStays() throws IOException {
    Path about = folder.resolve("about.json");
    Files.writeString(about, "{\"rating\": 5, \"title\": \"old\"}");
    file.change(folder, said -> said.withTitle("new"));
    assertThat(about).content().contains("\"rating\" : 5", "\"new\"").doesNotContain("old");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{} {}",
        "{\"title\": 3}",
        "{\"tags\": \"a\"}",
        "{\"tags\": [1]}",
        "{\"pinned\": \"yes\"}"
      })
  void aFileThatIsNotUnderstoodIsNeverWrittenOver(String content) throws IOException {
    Path about = folder.resolve("about.json");
    Files.writeString(about, content);
    assertThatIOException()
        .isThrownBy(() -> file.change(folder, said -> said.asPinned(true)))
        .withMessageStartingWith(about + " cannot be understood (")
        .withMessageEndingWith("it is left as it is until it is repaired or removed.");
    assertThat(about).hasContent(content);
  }

  @Test
  void aFolderThatCannotBeWrittenIsTold() throws IOException {
    Path gone = folder.resolve("gone");
    assertThatIOException()
        .isThrownBy(() -> file.change(gone, said -> said.asPinned(true)))
        .withMessageContaining("cannot be written (it is not there any more)");
    Path closed = Files.createDirectory(folder.resolve("closed"));
    assumeTrue(closed.toFile().setWritable(false) && !Files.isWritable(closed), "not as root");
    assertThatIOException()
        .isThrownBy(() -> file.change(closed, said -> said.asPinned(true)))
        .withMessageContaining("cannot be written (access is denied)");
  }
}
