package reidstudio.tensor.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SafetensorsFileTest {
  private static final String PAIR =
      "\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"F16", "BF16", "F32", "F64"})
  void arraysComeBackWithTheirNamesShapesAndValues(ElementType type) throws IOException {
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    tensors.put("z.first", new HostTensor(new float[] {1, -2, 3, 4, 5, 6}, new long[] {3, 1, 2}));
    tensors.put("a scalar", new HostTensor(new float[] {.5f}, new long[0]));
    tensors.put("nothing", new HostTensor(new float[0], new long[] {0, 4}));
    tensors.put("last", new HostTensor(new float[] {8, 9}, new long[] {2}));
    try (WeightFile file = WeightFile.open(SafetensorsBytes.write(path(), type, tensors))) {
      assertThat(file.path()).isEqualTo(path());
      assertThat(file.names()).containsExactlyElementsOf(tensors.keySet());
      assertThat(file.metadata()).isEqualTo(Map.of("format", "pt"));
      for (String name : tensors.keySet()) {
        assertThat(file.entry(name).type()).isEqualTo(type);
        assertThat(file.tensor(name).shape()).isEqualTo(tensors.get(name).shape());
        assertThat(file.read(name)).isEqualTo(tensors.get(name).values());
      }
      assertThatThrownBy(() -> file.read("missing")).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void wholeNumbersAreReportedAndReadOneAtATimeOnly() throws IOException {
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    tensors.put("count", new HostTensor(new float[] {300}, new long[0]));
    tensors.put("ids", new HostTensor(new float[] {0, 1, 2}, new long[] {1, 3}));
    try (WeightFile file =
        WeightFile.open(SafetensorsBytes.write(path(), ElementType.I64, tensors))) {
      assertThat(file.entry("ids").shape()).containsExactly(1, 3);
      assertThat(file.read("count")).containsExactly(300);
      assertThat(file.numbers("ids")).as("labels").containsExactly(0, 1, 2);
      assertThatThrownBy(() -> file.read("ids"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("'ids' is of type I64[1, 3]");
    }
  }

  /** Sparse, so that it takes no space; other systems would write it out. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void anArrayBeyondTwoGibibytesIsRead() throws IOException {
    long far = 3L << 30;
    String header =
        "{\"zeros\":{\"dtype\":\"U8\",\"shape\":[%d],\"data_offsets\":[0,%d]},".formatted(far, far)
            + "\"far\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[%d,%d]}}"
                .formatted(far, far + 8);
    byte[] start = SafetensorsBytes.of(header, new byte[0]);
    try (FileChannel out =
        FileChannel.open(path(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      out.write(ByteBuffer.wrap(start));
      out.write(ByteBuffer.wrap(TorchFixture.bytes(ElementType.F32, 4, 5)), start.length + far);
    }
    try (WeightFile file = WeightFile.open(path())) {
      assertThat(file.read("far")).containsExactly(4, 5);
      assertThatThrownBy(() -> file.read("zeros")).hasMessageContaining("more than one array");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[0,8]|[2]|F32|7|'w' ends at byte 8 of the data, but the file has only 7",
        "[0,8]|[2]|F32|9|1 bytes at its end belong to no array",
        "[4,12]|[2]|F32|12|'w' begins at byte 4 of the data, but the array before it ends at 0",
        "[0,8]|[3]|F32|8|'w' takes 8 bytes, but F32[3] needs 12",
        "[0,8]|[2]|F64|8|'w' takes 8 bytes, but F64[2] needs 16",
        "[8,0]|[2]|F32|8|'w' takes -8 bytes",
        "[-8,0]|[2]|F32|8|says no shape and two data_offsets for 'w'",
        "[0,8,9]|[2]|F32|8|says no shape and two data_offsets for 'w'",
        "[0,8]|[2.0]|F32|8|says no shape and two data_offsets for 'w'",
        "[0,8]|2|F32|8|says no shape and two data_offsets for 'w'",
        "[0,99999999999999999999]|[2]|F32|8|says no shape and two data_offsets for 'w'",
        "[0,8]|[4294967296,4294967296]|F32|8|'w' has a size beyond all numbers",
        "[0,8]|[2]|Q4|8|'w' is of type 'Q4', which is not known",
      })
  void wrongOffsetsShapesAndTypes(String offsets, String shape, String type, int size, String said)
      throws IOException {
    String header =
        "{\"w\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":%s}}"
            .formatted(type, shape, offsets);
    refused(SafetensorsBytes.of(header, new byte[size]), said);
  }

  @Test
  void overlappingArrays() throws IOException {
    String overlapping =
        "{" + PAIR + ",\"v\":" + PAIR.substring(4).replace("[0,8]", "[4,12]") + "}";
    refused(
        SafetensorsBytes.of(overlapping, new byte[12]),
        "'v' begins at byte 4 of the data, but the array before it ends at 8");
  }

  @Test
  void damagedHeaders() throws IOException {
    refused(SafetensorsBytes.of("{" + PAIR + "," + PAIR + "}", new byte[8]), "Duplicate field 'w'");
    refused(SafetensorsBytes.of("{" + PAIR, new byte[8]), "its header is not JSON");
    refused(SafetensorsBytes.of("{no json}", new byte[8]), "its header is not JSON");
    refused(SafetensorsBytes.of("{} {}", new byte[0]), "goes on behind the JSON object");
    refused(SafetensorsBytes.of("{\"w\":5}", new byte[0]), "'w'");
    String deep = "{\"w\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    refused(SafetensorsBytes.of(deep, new byte[0]), "its header is not JSON");
  }

  @Test
  void headersThatDoNotFitTheFile() throws IOException {
    String header = "{" + PAIR + "}";
    refused(
        SafetensorsBytes.withLength(10_000, header, new byte[8]),
        "its header takes 10000 bytes, but the file ends after");
    refused(
        SafetensorsBytes.withLength(100_000_001, header, new byte[8]),
        "its header would take 100000001 bytes");
    refused(
        SafetensorsBytes.withLength(-1, header, new byte[8]),
        "its header would take 18446744073709551615 bytes");
  }

  @Test
  void aCopyThatBrokeOff() throws IOException {
    byte[] whole = SafetensorsBytes.of("{" + PAIR + "}", new byte[8]);
    for (int length = Long.BYTES + 1; length < whole.length; length++) {
      refused(java.util.Arrays.copyOf(whole, length), "The file is damaged: copy or download it");
    }
  }

  @Test
  void metadataMayHaveAnyLetters() throws IOException {
    String header = "{\"__metadata__\":{\"note\":\"\\\"é\\n\"}}";
    Files.write(path(), SafetensorsBytes.of(header, new byte[0]));
    try (WeightFile file = WeightFile.open(path())) {
      assertThat(file.metadata()).isEqualTo(Map.of("note", "\"é\n"));
      assertThat(file.names()).isEmpty();
    }
  }

  private void refused(byte[] bytes, String said) throws IOException {
    Files.write(path(), bytes);
    assertThatThrownBy(() -> WeightFile.open(path()).close())
        .as(new String(bytes, StandardCharsets.ISO_8859_1))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("Weights cannot be read from " + path() + ": ")
        .hasMessageContaining(said);
  }

  private Path path() {
    return folder.resolve("w.safetensors");
  }
}
