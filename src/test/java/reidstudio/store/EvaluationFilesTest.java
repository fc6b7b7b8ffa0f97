package reidstudio.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reidstudio.event.EvaluationDetail;
import reidstudio.event.EvaluationRecord;

class EvaluationFilesTest {
  @TempDir Path run;
  private final EvaluationReader reader = new EvaluationReader();

  private void write(long step, double map) throws IOException {
    new EvaluationFiles(new RunFolder(run))
        .write(EvaluationSamples.evaluation(step, map), EvaluationSamples.record());
  }

  private Path place(long step) {
    return run.resolve("evaluations").resolve("step-%07d".formatted(step));
  }

  private List<String> files(long step) throws IOException {
    try (Stream<Path> files = Files.list(place(step))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    write(12, .75);
    EvaluationReader.Kept kept = reader.scores(run, 12).orElseThrow();
    EvaluationRecord record = EvaluationSamples.record();
    assertThat(kept.evaluation()).isEqualTo(EvaluationSamples.evaluation(12, .75));
    assertThat(kept.hasDetail()).isTrue();
    assertThat(kept.curves())
        .usingRecursiveComparison()
        .withEqualsForType(Double::equals, Double.class)
        .isEqualTo(record.curves());
    EvaluationDetail detail = reader.detail(run, 12);
    assertThat(detail).usingRecursiveComparison().isEqualTo(record.detail());
    assertThat(detail.items().galleryItem(1).picture()).isEqualTo("vis/2/b.png");
    assertThat(reader.scores(run, 13)).isEmpty();
    assertThat(reader.steps(run)).containsExactly(12L);
    assertThat(reader.steps(run.resolve("nowhere"))).isEmpty();
  }

  /** The header of the format is eight bytes of length and JSON; the numbers follow aligned. */
  @Test
  void rankingsAreSafetensors() throws IOException {
    write(3, .5);
    byte[] bytes = Files.readAllBytes(place(3).resolve("rankings.safetensors"));
    int length = java.nio.ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt();
    String header = new String(bytes, 8, length, StandardCharsets.UTF_8);
    assertThat(header)
        .startsWith("{\"gallery.items\":{\"dtype\":\"I32\",\"shape\":[2],\"data_offsets\":[0,8]}");
    assertThat((8 + length) % 8).isZero();
    // gallery.items is 0, 1, little endian
    assertThat(java.util.Arrays.copyOfRange(bytes, 8 + length, 8 + length + 8))
        .containsExactly(0, 0, 0, 0, 1, 0, 0, 0);
  }

  @Test
  void rankingsAreKeptOfTheLastAndTheBest() throws IOException {
    write(1, .2);
    write(2, .9);
    write(3, .4);
    write(4, .3);
    assertThat(reader.steps(run)).containsExactly(1L, 2L, 3L, 4L);
    assertThat(files(1)).containsExactly("scores.json");
    assertThat(files(2)).containsExactly("items.json", "rankings.safetensors", "scores.json");
    assertThat(files(3)).containsExactly("scores.json");
    assertThat(files(4)).hasSize(3);
    assertThat(reader.scores(run, 3).orElseThrow().hasDetail()).isFalse();
    assertThat(reader.scores(run, 2).orElseThrow().hasDetail()).isTrue();
    assertThatThrownBy(() -> reader.detail(run, 3))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Evaluate again");
  }

  @Test
  void anEvaluationOfTheSameStepTakesThePlaceOfTheFirst() throws IOException {
    write(5, .2);
    Files.createDirectories(place(5).resolveSibling("step-0000005.part"));
    Files.writeString(place(5).resolveSibling("step-0000005.part").resolve("torn"), "x");
    write(5, .6);
    assertThat(reader.scores(run, 5).orElseThrow().evaluation().settings().get(0).map())
        .isEqualTo(.6);
    assertThat(files(5)).hasSize(3);
    assertThat(place(5).resolveSibling("step-0000005.part")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 9, 400, -5})
  void aTornFileIsToldNotRead(int size) throws IOException {
    write(1, .5);
    Path file = place(1).resolve("rankings.safetensors");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, size < 0 ? bytes.length + size : size));
    assertThatThrownBy(() -> reader.detail(run, 1))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("The rankings in ")
        .hasMessageEndingWith("Evaluate again to replace them.");
  }

  @Test
  void brokenScoresAreTold() throws IOException {
    write(1, .5);
    Files.writeString(place(1).resolve("scores.json"), "{\"step\":1,");
    assertThatThrownBy(() -> reader.scores(run, 1)).hasMessageStartingWith("The scores in ");
    write(2, .1);
    assertThat(reader.scores(run, 2)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../secret.png", "/etc/passwd", "a/../../b.png"})
  void aPictureOutsideOfTheDataFolderIsRefused(String picture) throws IOException {
    new EvaluationFiles(new RunFolder(run))
        .write(EvaluationSamples.evaluation(1, .5), EvaluationSamples.record(picture));
    assertThatThrownBy(() -> reader.detail(run, 1))
        .hasMessageContaining("outside of the data folder");
  }

  @Test
  void numbersThatPointAtNothingAreRefused() throws IOException {
    write(1, .5);
    assertRefused("nir+text.top", 2);
    assertRefused("nir+text.top", -2);
    assertRefused("nir+text.identities", 2);
    assertRefused("nir+text.items", 4);
    assertRefused("gallery.items", -1);
    assertRefused("map.items", 4);
  }

  private void assertRefused(String column, int value) throws IOException {
    Path file = place(1).resolve("rankings.safetensors");
    byte[] whole = Files.readAllBytes(file);
    ArrayFile columns = ArrayFile.read(file);
    columns.wholes(column, columns.length(column))[0] = value;
    Files.delete(file);
    columns.write(file);
    assertThatThrownBy(() -> reader.detail(run, 1))
        .as(column)
        .hasMessageContaining("the column " + column + " has " + value);
    Files.write(file, whole);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":{\"dtype\":\"I32\",\"shape\":[2],\"data_offsets\":[0,9999]}}",
        "{\"a\":{\"dtype\":\"I32\",\"shape\":[3],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"I32\",\"shape\":[-2],\"data_offsets\":[8,0]}}",
        "{\"a\":{\"dtype\":\"I32\",\"shape\":[2],\"data_offsets\":[-8,0]}}",
        "{\"a\":{\"dtype\":\"I64\",\"shape\":[2],\"data_offsets\":[0,8]}}",
        "{\"a\":7}",
        "[1,2]",
        "nonsense"
      })
  void aHeaderThatLiesIsRefused(String header) throws IOException {
    Path file = run.resolve("lie.safetensors");
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[8 + text.length + 16];
    all[0] = (byte) text.length;
    System.arraycopy(text, 0, all, 8, text.length);
    Files.write(file, all);
    assertThatThrownBy(() -> ArrayFile.read(file)).isInstanceOf(IOException.class);
    all[7] = 127;
    Files.write(file, all);
    assertThatThrownBy(() -> ArrayFile.read(file)).hasMessageContaining("header");
  }
}
