package reidstudio.tensor.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reidstudio.tensor.OperatorPack;

class SafetensorsWriterTest {
  @TempDir Path folder;
  private final SafetensorsWriter writer = new SafetensorsWriter();
  private OperatorPack pack;
  private NDManager scope;

  @BeforeEach
  void open() {
    pack = OperatorPack.load(Device.cpu());
    scope = pack.manager();
  }

  @AfterEach
  void close() {
    pack.close();
  }

  @Test
  void everyByteIsWhereTheFormatWantsIt() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writer.write(
        Channels.newChannel(bytes),
        Map.of("w", scope.create(new float[] {1, -2}, new Shape(2, 1))),
        Map.of());
    String header =
        "{\"__metadata__\":{},\"w\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]}}";
    int padded = (header.length() + 7) / 8 * 8;
    byte[] expected = new byte[8 + padded + 8];
    expected[0] = (byte) padded;
    java.util.Arrays.fill(expected, 8, 8 + padded, (byte) ' ');
    System.arraycopy(header.getBytes(StandardCharsets.US_ASCII), 0, expected, 8, header.length());
    // 1.0f is 3f800000, -2.0f is c0000000, little-endian
    expected[8 + padded + 2] = (byte) 0x80;
    expected[8 + padded + 3] = 0x3f;
    expected[8 + padded + 7] = (byte) 0xc0;
    assertThat(bytes.toByteArray()).isEqualTo(expected);
  }

  @Test
  void shapesOrderAndValuesComeBack() throws IOException {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    arrays.put("z.kernel", scope.arange(24f).reshape(2, 3, 2, 2));
    arrays.put("a-scalar_1", scope.create(-0.5f));
    arrays.put("B.vector", scope.create(new float[] {Float.MIN_VALUE, Float.NaN, -0f}));
    // not contiguous: the values of the view count, not those of its storage
    arrays.put("turned", scope.create(new float[] {1, 2, 3, 4}, new Shape(2, 2)).transpose());
    PlainSafetensors file = written(arrays);
    assertThat(file.entries().keySet()).containsExactlyElementsOf(arrays.keySet());
    assertThat(file.entries().get("z.kernel").shape()).isEqualTo("2,3,2,2");
    assertThat(file.entries().get("a-scalar_1").shape()).isEmpty();
    assertThat(file.entries().get("turned").values()).containsExactly(1, 3, 2, 4);
    arrays.forEach(
        (name, array) ->
            assertThat(file.entries().get(name).values()).isEqualTo(array.toFloatArray()));
    assertThat(file.header()).contains("\"__metadata__\":{\"format\":\"pt\"}");
  }

  @Test
  void ourOwnReaderReadsThem() throws IOException {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    arrays.put("z.kernel", scope.arange(24f).reshape(2, 3, 2, 2));
    arrays.put("a-scalar_1", scope.create(-0.5f));
    try (WeightFile file = WeightFile.open(path(arrays))) {
      assertThat(file.names()).containsExactly("z.kernel", "a-scalar_1");
      assertThat(file.metadata()).isEqualTo(Map.of("format", "pt"));
      assertThat(file.entry("z.kernel").shape()).containsExactly(2, 3, 2, 2);
      for (String name : file.names()) {
        assertThat(file.read(name)).isEqualTo(arrays.get(name).toFloatArray());
      }
    }
  }

  @Test
  void aChannelThatTakesAFewBytesAtATimeGetsAllOfThem() throws IOException {
    Map<String, NDArray> arrays = Map.of("w", scope.arange(100f));
    ByteArrayOutputStream slow = new ByteArrayOutputStream();
    writer.write(
        new WritableByteChannel() {
          @Override
          public int write(ByteBuffer source) {
            int count = Math.min(7, source.remaining());
            for (int i = 0; i < count; i++) {
              slow.write(source.get());
            }
            return count;
          }

          @Override
          public boolean isOpen() {
            return true;
          }

          @Override
          public void close() {}
        },
        arrays,
        Map.of("format", "pt"));
    assertThat(Files.readAllBytes(path(arrays))).isEqualTo(slow.toByteArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\"b", "a\\b", "名", "a\n", "a/b", "__metadata__"})
  void aNameWithOddCharactersIsRefused(String name) {
    NDArray array = scope.create(1f);
    assertThatThrownBy(() -> written(Map.of(name, array)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + name + "'");
  }

  @Test
  void onlyFloat32IsWritten() {
    NDArray whole = scope.create(new int[] {1, 2});
    assertThat(whole.getDataType()).isEqualTo(DataType.INT32);
    assertThatThrownBy(() -> written(Map.of("labels", whole)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("labels");
  }

  private PlainSafetensors written(Map<String, NDArray> arrays) throws IOException {
    return PlainSafetensors.read(path(arrays));
  }

  private Path path(Map<String, NDArray> arrays) throws IOException {
    Path file = folder.resolve("w.safetensors");
    try (var out =
        Files.newByteChannel(
            file,
            java.util.EnumSet.of(
                java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE))) {
      writer.write(out, arrays, Map.of("format", "pt"));
    }
    return file;
  }
}
