package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureFileTest {
  private final StringBuilder header = new StringBuilder("{");
  private final ByteBuffer data = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);

  @TempDir Path folder;

  @Test
  void labelsMayBeWholeNumbersAsPyTorchSavesThem() throws IOException {
    floats("gallery", new long[] {3, 2}, 1, 0, 0, 1, 1, 1);
    wholes("gallery.labels", 7, -1, 7);
    floats("query.nir-text", new long[] {1, 2}, 3, 4);
    floats("query.nir-text.labels", new long[] {1}, 7);

    FeatureFile file = FeatureFile.read(written());

    assertThat(file.gallery().identities()).containsExactly(7, -1, 7);
    assertThat(file.gallery().rows()[2]).containsExactly(1, 1);
    assertThat(file.queries()).containsOnlyKeys("nir+text");
    assertThat(file.queries().get("nir+text").rows()[0]).containsExactly(3, 4);
    assertThat(file.queries().get("nir+text").identities()).containsExactly(7);
  }

  @Test
  void aFileWithoutAGalleryIsRefused() {
    floats("weights", new long[] {1, 2}, 1, 2);
    assertRefused("it has no 'gallery.labels'", "it has no 'gallery'");
  }

  @Test
  void aFileWithoutQueriesIsRefused() {
    gallery();
    assertRefused("it has no 'query.NAME'");
  }

  @Test
  void labelsThatDoNotFitAreRefused() {
    gallery();
    floats("query.sk", new long[] {2, 2}, 1, 2, 3, 4);
    wholes("query.sk.labels", 1);
    assertRefused("'query.sk' has 2 features, but its labels are [1]");
  }

  @Test
  void queriesOfAnotherLengthAreRefused() {
    gallery();
    floats("query.sk", new long[] {1, 3}, 1, 2, 3);
    wholes("query.sk.labels", 1);
    assertRefused("the features of 'query.sk' have 3 numbers, those of the gallery 2");
  }

  @Test
  void labelsThatAreNoWholeNumbersAreRefused() {
    gallery();
    floats("query.sk", new long[] {2, 2}, 1, 2, 3, 4);
    floats("query.sk.labels", new long[] {2}, 1, 2.5f);
    assertRefused("label 1 of 'query.sk.labels' is 2.5");
  }

  @Test
  void labelsThatFloatsCannotTellApartAreRefused() {
    gallery();
    floats("query.sk", new long[] {1, 2}, 1, 2);
    wholes("query.sk.labels", 1L << 25);
    assertRefused("label 0 of 'query.sk.labels' is 3.3554432E7");
  }

  @Test
  void numbersThatAreNotFiniteAreRefused() {
    gallery();
    floats("query.sk", new long[] {2, 2}, 1, 2, 3, Float.NaN);
    wholes("query.sk.labels", 1, 1);
    assertRefused("row 1 of 'query.sk' has the number NaN");
  }

  private void gallery() {
    floats("gallery", new long[] {1, 2}, 1, 0);
    wholes("gallery.labels", 1);
  }

  private void assertRefused(String... anyOf) {
    assertThatThrownBy(() -> FeatureFile.read(written()))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("The features of " + folder.resolve("f.safetensors"))
        .satisfies(
            e -> assertThat(Arrays.stream(anyOf).anyMatch(e.getMessage()::contains)).isTrue())
        .hasMessageEndingWith("shows the form.");
  }

  private void floats(String name, long[] shape, float... values) {
    int begin = data.position();
    for (float value : values) {
      data.putFloat(value);
    }
    entry(name, "F32", shape, begin);
  }

  private void wholes(String name, long... values) {
    int begin = data.position();
    for (long value : values) {
      data.putLong(value);
    }
    entry(name, "I64", new long[] {values.length}, begin);
  }

  private void entry(String name, String type, long[] shape, int begin) {
    String lengths =
        LongStream.of(shape).mapToObj(Long::toString).collect(Collectors.joining(",", "[", "]"));
    header
        .append(header.length() > 1 ? "," : "")
        .append("\"%s\":{\"dtype\":\"%s\",\"shape\":%s,".formatted(name, type, lengths))
        .append("\"data_offsets\":[%d,%d]}".formatted(begin, data.position()));
  }

  private Path written() throws IOException {
    byte[] json = (header + "}").getBytes(StandardCharsets.UTF_8);
    ByteBuffer all =
        ByteBuffer.allocate(Long.BYTES + json.length + data.position())
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(json.length)
            .put(json)
            .put(data.array(), 0, data.position());
    return Files.write(folder.resolve("f.safetensors"), all.array());
  }
}
