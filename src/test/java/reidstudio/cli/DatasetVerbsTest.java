package reidstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetVerbsTest {
  private static final byte[] PICTURE = {
    (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 2, 7, 7, (byte) 0xFF, (byte) 0xD9
  };

  @TempDir Path home;
  private CliSession cli;

  @BeforeEach
  void session() {
    cli = new CliSession(home, (command, store) -> FakeStudio.accepted());
  }

  @Test
  void demoSaysWhereItIs() throws IOException {
    JsonNode json = cli.run("dataset", "demo", "--json").json();

    assertThat(cli.code).isZero();
    assertThat(json.get("folder").asText()).isEqualTo(home.resolve("demo").toString());
    assertThat(cli.err).contains("50 %");
  }

  @Test
  void infoCounts() throws IOException {
    Path data = Files.createDirectory(home.resolve("people"));

    JsonNode json = cli.run("dataset", "info", data.toString(), "--json").json();

    assertThat(cli.studio.datasetCalls).containsExactly("inspect people");
    assertThat(json.get("trainIdentities").intValue()).isEqualTo(7);
    assertThat(json.get("testIdentities").intValue()).isEqualTo(3);
    assertThat(json.get("trainItems").get("nir").intValue()).isEqualTo(10);
    assertThat(json.get("skipped").intValue()).isEqualTo(2);
    assertThat(cli.run("dataset", "info", data.toString()).out).contains("7 to train");
  }

  @Test
  void verifyNamesWhatCannotBeUsed() throws IOException {
    Path data = people();
    Files.write(data.resolve("vis").resolve("0001").resolve("b.jpg"), new byte[0]);

    CliSession json = cli.run("dataset", "verify", data.toString(), "--json");

    assertThat(json.code).isEqualTo(1);
    assertThat(json.json().get("verdict").asText()).isEqualTo("fail");
    assertThat(json.json().get("skipped").intValue()).isEqualTo(1);
    assertThat(json.json().get("reasons").get("empty-file").intValue()).isEqualTo(1);
    JsonNode item = json.json().get("items").get(0);
    assertThat(item.get("name").asText()).isEqualTo("vis/0001/b.jpg");
    assertThat(item.get("reason").asText()).isEqualTo("empty-file");
    assertThat(cli.run("dataset", "verify", data.toString()).out)
        .contains("vis/0001/b.jpg: file is empty");
  }

  @Test
  void verifyPassesASoundSet() throws IOException {
    cli.run("dataset", "verify", people().toString(), "--json");

    assertThat(cli.code).as(cli.out + cli.err).isZero();
    assertThat(cli.json().get("verdict").asText()).isEqualTo("pass");
  }

  @Test
  void verifyOfAFolderThatIsNoDataSetIsOneSentence() throws IOException {
    Path other = Files.createDirectory(home.resolve("other"));

    cli.run("dataset", "verify", other.toString(), "--json");

    assertThat(cli.code).isEqualTo(1);
    assertThat(cli.out).isEmpty();
    assertThat(cli.err).contains("is not a data set").doesNotContain("\tat ");
  }

  /** Two people with two photos and a near-infrared picture each. */
  private Path people() throws IOException {
    Path data = home.resolve("data");
    StringBuilder annotations = new StringBuilder("[");
    for (int id = 1; id <= 2; id++) {
      for (String picture :
          new String[] {"vis/000%d/a.jpg", "vis/000%d/b.jpg", "nir/000%d/c.jpg"}) {
        Path file = data.resolve(Path.of(picture.formatted(id)));
        Files.createDirectories(file.getParent());
        Files.write(file, PICTURE);
        if (picture.startsWith("vis")) {
          annotations
              .append(annotations.length() > 1 ? "," : "")
              .append(
                  "{\"id\": %d, \"file_path\": \"%s\", \"caption\": \"a person\"}"
                      .formatted(id, picture.formatted(id)));
        }
      }
    }
    Files.writeString(data.resolve("train_annos.json"), annotations.append("]").toString());
    return data;
  }
}
