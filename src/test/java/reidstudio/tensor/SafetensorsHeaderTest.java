package reidstudio.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import ai.djl.Device;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsHeaderTest {
  @TempDir Path folder;

  @Test
  void whatWasWrittenIsReadBackBitForBit() throws IOException {
    float[] odd = {Float.MIN_VALUE, Float.NaN, -0f, Float.NEGATIVE_INFINITY};
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("config", "{\n  \"name\" : \"\u0001\\ 你好 \uD83D\uDE00\"\t}");
    metadata.put("empty", "");
    Path file = folder.resolve("w.safetensors");
    try (OperatorPack pack = OperatorPack.load(Device.cpu());
        FileChannel out =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      var arrays = new LinkedHashMap<String, ai.djl.ndarray.NDArray>();
      arrays.put("odd", pack.manager().create(odd, new Shape(2, 2)));
      arrays.put("scalar", pack.manager().create(7f));
      new SafetensorsWriter().write(out, arrays, metadata);
    }
    try (FileChannel in = FileChannel.open(file)) {
      SafetensorsHeader header = SafetensorsHeader.read(in);
      assertThat(header.metadata()).isEqualTo(metadata);
      assertThat(header.arrays().keySet()).containsExactly("odd", "scalar");
      assertThat(header.arrays().get("odd").shape()).isEqualTo(new Shape(2, 2));
      assertThat(header.arrays().get("scalar").shape()).isEqualTo(new Shape());
      assertThat(header.values(in, "scalar")).containsExactly(7f);
      float[] read = header.values(in, "odd");
      for (int i = 0; i < odd.length; i++) {
        assertThat(Float.floatToRawIntBits(read[i])).isEqualTo(Float.floatToRawIntBits(odd[i]));
      }
    }
  }

  /** Eight bytes of data follow each header. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}; ~~",
        "{\"w\":; cannot be parsed",
        "{} {}; cannot be parsed",
        "[1]; no JSON object",
        "{\"w\":1}; not float32",
        "{\"w\":{\"dtype\":\"F16\",\"shape\":[4],\"data_offsets\":[0,8]}}; not float32",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[2.5],\"data_offsets\":[0,8]}}; no proper shape",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}; no proper shape",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0]}}; no proper shape",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}; does not fit its place",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,8]}};"
            + " larger than any file",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}; a gap at byte 0",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}; need 4 bytes",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,12]}}; need 12 bytes",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
            + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}; overlap",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
            + "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}; cannot be parsed",
      })
  void onlySoundHeadersAreRead(String header, String reason) throws IOException {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    Path file = written(text.length, text);
    try (FileChannel in = FileChannel.open(file)) {
      if (reason.isEmpty()) {
        assertThat(SafetensorsHeader.read(in).arrays()).hasSize(1);
      } else {
        assertThatIOException()
            .isThrownBy(() -> SafetensorsHeader.read(in))
            .withMessageContaining(reason);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "-1", "11", "9223372036854775807"})
  void aHeaderOfAnImpossibleLengthIsRefused(long length) throws IOException {
    try (FileChannel in = FileChannel.open(written(length, new byte[] {'{', '}'}))) {
      assertThatIOException()
          .isThrownBy(() -> SafetensorsHeader.read(in))
          .withMessage("its header cannot be " + length + " bytes long");
    }
  }

  @Test
  void aFileOfAFewBytesIsRefused() throws IOException {
    Path file = Files.write(folder.resolve("short"), new byte[] {1, 2, 3});
    try (FileChannel in = FileChannel.open(file)) {
      assertThatIOException()
          .isThrownBy(() -> SafetensorsHeader.read(in))
          .withMessage("it ends too early");
    }
  }

  private Path written(long length, byte[] header) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(16 + header.length).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
    bytes.put(header);
    return Files.write(folder.resolve("made"), bytes.array());
  }
}
