package reidstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.engine.TinySets;

class DatasetVerbsTest {
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
    JsonNode detail = json.json().get("details").get(0);
    assertThat(detail.get("name").asText()).isEqualTo("vis/0001/b.jpg");
    assertThat(detail.get("reason").asText()).isEqualTo("empty-file");
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

  /** The ends of the file are those of a whole JPEG, only the decoder sees what is between. */
  @Test
  void verifyFindsDamageInsideAPicture() throws IOException {
    Path data = people();
    Path damaged = data.resolve("nir").resolve("0002").resolve("c.jpg");
    byte[] bytes = Files.readAllBytes(damaged);
    byte[] torn = Arrays.copyOf(bytes, bytes.length / 2);
    torn[torn.length - 2] = (byte) 0xFF;
    torn[torn.length - 1] = (byte) 0xD9;
    Files.write(damaged, torn);

    cli.run("dataset", "verify", data.toString(), "--json");

    assertThat(cli.code).isEqualTo(1);
    assertThat(cli.json().get("reasons").get("undecodable").intValue()).isEqualTo(1);
    assertThat(cli.json().get("details").get(0).get("name").asText()).isEqualTo("nir/0002/c.jpg");
  }

  @Test
  void verifyNamesTheLayoutAndCountsEachSplit() throws IOException {
    Path data = new TinySets(home.resolve("sysu")).sysu();

    JsonNode json = cli.run("dataset", "verify", data.toString(), "--json").json();

    assertThat(cli.code).as(cli.out).isZero();
    assertThat(json.get("layout").asText()).isEqualTo("SYSU-MM01");
    assertThat(json.get("foundBy").asText()).isEqualTo("it has exp/train_id.txt");
    assertThat(json.get("splits").findValuesAsText("split"))
        .containsExactly("train", "gallery", "query");
    JsonNode train = json.get("splits").get(0);
    assertThat(train.get("identities").intValue()).isEqualTo(8);
    assertThat(train.get("modalities").get(1).get("modality").asText()).isEqualTo("nir");
    assertThat(train.get("modalities").get(1).get("items").intValue()).isEqualTo(16);
    assertThat(json.get("pairableIdentities").intValue()).isEqualTo(8);
    assertThat(json.get("copies").get("files").intValue()).isZero();
    assertThat(cli.run("dataset", "verify", data.toString()).out)
        .contains("Layout     SYSU-MM01 (it has exp/train_id.txt)")
        .containsPattern("(?m)^query +nir +15 +3 +3 to 6$")
        .contains("Nothing speaks against it.");
  }

  @Test
  void verifyFailsWhereAPictureIsInBothSplits() throws IOException {
    Path data = new TinySets(home.resolve("sysu")).sysu();
    Files.copy(
        data.resolve("cam1/0001/0001.jpg"),
        data.resolve("cam2/0030/0001.jpg"),
        StandardCopyOption.REPLACE_EXISTING);

    JsonNode json = cli.run("dataset", "verify", data.toString(), "--json").json();

    assertThat(cli.code).isEqualTo(1);
    assertThat(json.get("verdict").asText()).isEqualTo("fail");
    assertThat(json.get("copies").get("betweenSplits").intValue()).isEqualTo(1);
    assertThat(json.get("copies").get("examples").get(0).asText())
        .isEqualTo("cam1/0001/0001.jpg = cam2/0030/0001.jpg");
  }

  @Test
  void verifyReadsTheLayoutThatIsNamed() throws IOException {
    Path data = new TinySets(home.resolve("sysu")).sysu();

    cli.run("dataset", "verify", data.toString(), "--layout", "regdb");
    assertThat(cli.code).isEqualTo(1);
    assertThat(cli.err).contains("is not laid out like RegDB");

    cli.run("dataset", "verify", data.toString(), "--layout", "imagenet");
    assertThat(cli.code).isEqualTo(2);
    assertThat(cli.err).contains("data.layout", "imagenet", "sysu-mm01");
  }

  @Test
  void demoOfADirectoryThatHoldsOtherFilesIsRefused() throws IOException {
    Path data = people();

    cli.run("dataset", "demo", data.toString(), "--json");

    assertThat(cli.code).isEqualTo(1);
    assertThat(cli.out).isEmpty();
    assertThat(cli.err).contains("holds other files");
    assertThat(cli.run("dataset", "verify", data.toString()).code).isZero();
  }

  /** A picture with some content, so that half of it is not the whole. */
  private static byte[] picture(int seed) throws IOException {
    BufferedImage image = new BufferedImage(32, 64, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(seed);
    for (int y = 0; y < 64; y++) {
      for (int x = 0; x < 32; x++) {
        image.setRGB(x, y, random.nextInt(1 << 24));
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, "jpg", bytes)).isTrue();
    return bytes.toByteArray();
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
        Files.write(file, picture(16 * id));
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
