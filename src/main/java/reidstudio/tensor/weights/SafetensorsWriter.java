package reidstudio.tensor.weights;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Writes arrays in the safetensors format: the header's length as a little-endian 64-bit number, a
 * JSON header with type, shape and byte range of each array, then the bytes.
 */
public final class SafetensorsWriter {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]+");
  private static final String METADATA = "__metadata__";
  private static final int ALIGNMENT = 8;

  /**
   * Writes {@code arrays} (float32) in their order.
   *
   * @param metadata plain words by plain words
   * @throws IllegalArgumentException for a name that is not letters, digits, '.', '_' and '-'
   */
  public void write(
      WritableByteChannel out, Map<String, NDArray> arrays, Map<String, String> metadata)
      throws IOException {
    byte[] header = header(arrays, metadata).getBytes(StandardCharsets.UTF_8);
    int padded = (header.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    ByteBuffer start = ByteBuffer.allocate(Long.BYTES + padded).order(ByteOrder.LITTLE_ENDIAN);
    start.putLong(padded).put(header);
    while (start.hasRemaining()) {
      start.put((byte) ' ');
    }
    writeFully(out, start.flip());
    for (NDArray array : arrays.values()) {
      ByteBuffer bytes =
          ByteBuffer.allocate(Math.toIntExact(array.size() * Float.BYTES))
              .order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(array.toFloatArray());
      writeFully(out, bytes);
    }
  }

  private static void writeFully(WritableByteChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  private static String header(Map<String, NDArray> arrays, Map<String, String> metadata) {
    StringBuilder json = new StringBuilder("{\"" + METADATA + "\":{");
    json.append(
        metadata.entrySet().stream()
            .map(e -> quoted(e.getKey()) + ":" + quoted(e.getValue()))
            .collect(Collectors.joining(",")));
    json.append('}');
    long offset = 0;
    for (Map.Entry<String, NDArray> entry : arrays.entrySet()) {
      NDArray array = entry.getValue();
      if (array.getDataType() != DataType.FLOAT32) {
        throw new IllegalArgumentException(entry.getKey() + " is not float32");
      }
      long end = offset + array.size() * Float.BYTES;
      json.append(',')
          .append(quoted(entry.getKey()))
          .append(":{\"dtype\":\"F32\",\"shape\":")
          .append(Arrays.toString(array.getShape().getShape()).replace(" ", ""))
          .append(",\"data_offsets\":")
          .append(
              LongStream.of(offset, end)
                  .mapToObj(Long::toString)
                  .toList()
                  .toString()
                  .replace(" ", ""))
          .append('}');
      offset = end;
    }
    return json.append('}').toString();
  }

  private static String quoted(String word) {
    if (!PLAIN.matcher(word).matches() || word.equals(METADATA)) {
      throw new IllegalArgumentException("'" + word + "' cannot be a name in a weight file");
    }
    return '"' + word + '"';
  }
}
