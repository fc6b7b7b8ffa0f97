package reidstudio.tensor;

import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a safetensors file says of itself, read strictly: float32 only, and the arrays fill the file
 * without gap, overlap or rest.
 *
 * @param metadata texts by name
 * @param arrays where each array lies, by name, in the file's order
 * @param dataStart place of the first array's first byte in the file
 */
public record SafetensorsHeader(
    Map<String, String> metadata, Map<String, Entry> arrays, long dataStart) {
  private static final String METADATA = "__metadata__";
  private static final long LONGEST = 100_000_000;
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /**
   * One array.
   *
   * @param shape its dimensions
   * @param begin its first byte, counted from {@link #dataStart}
   * @param end behind its last byte
   */
  public record Entry(Shape shape, long begin, long end) {}

  /**
   * Reads the header of {@code file}.
   *
   * @throws IOException with the reason, without the file's name, if it is no sound file
   */
  public static SafetensorsHeader read(SeekableByteChannel file) throws IOException {
    long length = exactly(file.position(0), Long.BYTES).getLong();
    long rest = file.size() - Long.BYTES;
    if (length < 2 || length > LONGEST || length > rest) {
      throw new IOException("its header cannot be " + length + " bytes long");
    }
    JsonNode tree = tree(exactly(file, (int) length));
    Map<String, String> metadata = new LinkedHashMap<>();
    Map<String, Entry> arrays = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : tree.properties()) {
      if (field.getKey().equals(METADATA)) {
        field.getValue().properties().forEach(e -> metadata.put(e.getKey(), e.getValue().asText()));
      } else {
        arrays.put(field.getKey(), entry(field.getKey(), field.getValue()));
      }
    }
    checkFilled(arrays, rest - length);
    return new SafetensorsHeader(metadata, arrays, Long.BYTES + length);
  }

  /** The values of the array called {@code name} in {@code file}, which this header was read of. */
  public float[] values(SeekableByteChannel file, String name) throws IOException {
    Entry entry = arrays.get(name);
    file.position(dataStart + entry.begin());
    ByteBuffer bytes = exactly(file, Math.toIntExact(entry.end() - entry.begin()));
    float[] values = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(values);
    return values;
  }

  private static ByteBuffer exactly(SeekableByteChannel file, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (file.read(bytes) < 0) {
        throw new EOFException("it ends too early");
      }
    }
    return bytes.flip();
  }

  private static JsonNode tree(ByteBuffer header) throws IOException {
    try {
      JsonNode tree = JSON.readTree(StandardCharsets.UTF_8.decode(header).toString());
      if (tree.isObject()) {
        return tree;
      }
    } catch (JsonProcessingException e) {
      throw new IOException("its header cannot be parsed", e);
    }
    throw new IOException("its header is no JSON object");
  }

  private static Entry entry(String name, JsonNode node) throws IOException {
    if (!node.path("dtype").asText().equals("F32")) {
      throw new IOException("'" + name + "' is " + node.path("dtype") + ", not float32");
    }
    JsonNode dimensions = node.path("shape");
    JsonNode range = node.path("data_offsets");
    if (!isWholeNumbers(dimensions) || !isWholeNumbers(range) || range.size() != 2) {
      throw new IOException("'" + name + "' has no proper shape or place");
    }
    long[] shape = new long[dimensions.size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = dimensions.get(i).longValue();
    }
    Entry entry = new Entry(new Shape(shape), range.get(0).longValue(), range.get(1).longValue());
    if (entry.end() - entry.begin() != bytes(shape)) {
      throw new IOException("the shape of '" + name + "' does not fit its place");
    }
    return entry;
  }

  private static long bytes(long[] shape) throws IOException {
    try {
      long size = Float.BYTES;
      for (long dimension : shape) {
        size = Math.multiplyExact(size, dimension);
      }
      return size;
    } catch (ArithmeticException e) {
      throw new IOException("an array is larger than any file", e);
    }
  }

  private static boolean isWholeNumbers(JsonNode list) {
    if (!list.isArray()) {
      return false;
    }
    for (JsonNode number : list) {
      if (!number.canConvertToLong() || !number.isIntegralNumber() || number.longValue() < 0) {
        return false;
      }
    }
    return true;
  }

  private static void checkFilled(Map<String, Entry> arrays, long size) throws IOException {
    List<Entry> inOrder = new ArrayList<>(arrays.values());
    inOrder.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
    long expected = 0;
    for (Entry entry : inOrder) {
      if (entry.begin() != expected) {
        throw new IOException("its arrays overlap or leave a gap at byte " + expected);
      }
      expected = entry.end();
    }
    if (expected != size) {
      throw new IOException("its arrays need " + expected + " bytes, it has " + size);
    }
  }
}
