package reidstudio.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named columns of whole and of real numbers in the safetensors format (Hugging Face): eight bytes
 * with the length of a JSON header that has type, shape and place of each, then the numbers, little
 * endian. Readable with {@code safetensors.numpy.load_file} and its like; nothing in it can run.
 */
final class ArrayFile {
  private static final int HEADER_LENGTH = 8;
  private static final int NUMBER = 4;
  private static final String WHOLE = "I32";
  private static final String REAL = "F32";

  /** Own choice: ORBench's full size needs 25 MB; a file beyond is no evaluation's. */
  private static final long MOST_BYTES = 512L << 20;

  private final Map<String, int[]> wholes = new LinkedHashMap<>();
  private final Map<String, float[]> reals = new LinkedHashMap<>();

  ArrayFile put(String name, int[] column) {
    wholes.put(name, column);
    return this;
  }

  ArrayFile put(String name, float[] column) {
    reals.put(name, column);
    return this;
  }

  /**
   * The column {@code name}.
   *
   * @throws IOException if it is missing, or its length is not {@code length}
   */
  int[] wholes(String name, long length) throws IOException {
    int[] column = wholes.get(name);
    check(name, column == null ? -1 : column.length, length);
    return column;
  }

  /** As {@link #wholes(String, long)}. */
  float[] reals(String name, long length) throws IOException {
    float[] column = reals.get(name);
    check(name, column == null ? -1 : column.length, length);
    return column;
  }

  /**
   * Length of the column {@code name}.
   *
   * @throws IOException if it is missing
   */
  int length(String name) throws IOException {
    int[] column = wholes.get(name);
    if (column == null) {
      throw new IOException("the column " + name + " is missing");
    }
    return column.length;
  }

  private static void check(String name, long found, long expected) throws IOException {
    if (found < 0) {
      throw new IOException("the column " + name + " is missing");
    }
    if (found != expected) {
      throw new IOException(
          "the column %s has %d numbers in the place of %d".formatted(name, found, expected));
    }
  }

  /** Writes all columns to a new file, down to the disk. */
  void write(Path file) throws IOException {
    ObjectNode header = Json.MAPPER.createObjectNode();
    long end = 0;
    for (Map.Entry<String, int[]> column : wholes.entrySet()) {
      end = describe(header.putObject(column.getKey()), WHOLE, column.getValue().length, end);
    }
    for (Map.Entry<String, float[]> column : reals.entrySet()) {
      end = describe(header.putObject(column.getKey()), REAL, column.getValue().length, end);
    }
    byte[] text = padded(Json.MAPPER.writeValueAsString(header));
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      write(out, littleEndian(HEADER_LENGTH).putLong(text.length).flip());
      write(out, ByteBuffer.wrap(text));
      for (int[] column : wholes.values()) {
        ByteBuffer bytes = littleEndian(NUMBER * column.length);
        bytes.asIntBuffer().put(column);
        write(out, bytes);
      }
      for (float[] column : reals.values()) {
        ByteBuffer bytes = littleEndian(NUMBER * column.length);
        bytes.asFloatBuffer().put(column);
        write(out, bytes);
      }
      out.force(true);
    }
  }

  private static long describe(ObjectNode entry, String type, int length, long from) {
    long end = from + (long) NUMBER * length;
    entry.put("dtype", type);
    entry.putArray("shape").add(length);
    entry.putArray("data_offsets").add(from).add(end);
    return end;
  }

  /** The numbers begin at a multiple of eight. */
  private static byte[] padded(String header) {
    int length = header.getBytes(StandardCharsets.UTF_8).length;
    return (header + " ".repeat(Math.floorMod(-length, HEADER_LENGTH)))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static ByteBuffer littleEndian(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  /**
   * Reads a file whole.
   *
   * @throws IOException if anything in it does not fit; no number is made up
   */
  static ArrayFile read(Path file) throws IOException {
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = in.size();
      if (size < HEADER_LENGTH || size > MOST_BYTES) {
        throw new IOException("its size of " + size + " bytes cannot be right");
      }
      ByteBuffer all = littleEndian((int) size);
      while (all.hasRemaining() && in.read(all) >= 0) {
        // until all is there
      }
      return parse(all.flip());
    }
  }

  private static ArrayFile parse(ByteBuffer all) throws IOException {
    long length = all.getLong();
    if (length < 2 || length > all.remaining()) {
      throw new IOException("its header of " + length + " bytes does not fit in");
    }
    byte[] text = new byte[(int) length];
    all.get(text);
    ArrayFile file = new ArrayFile();
    JsonNode header = Json.MAPPER.readTree(text);
    if (header == null || !header.isObject()) {
      throw new IOException("its header is no JSON object");
    }
    ByteBuffer numbers = all.slice().order(ByteOrder.LITTLE_ENDIAN);
    for (Map.Entry<String, JsonNode> entry : header.properties()) {
      if (!"__metadata__".equals(entry.getKey())) {
        file.take(entry.getKey(), entry.getValue(), numbers);
      }
    }
    return file;
  }

  private void take(String name, JsonNode entry, ByteBuffer numbers) throws IOException {
    long from = entry.path("data_offsets").path(0).asLong(-1);
    long end = entry.path("data_offsets").path(1).asLong(-1);
    long length = entry.path("shape").size() == 1 ? entry.path("shape").path(0).asLong(-1) : -1;
    boolean fits = from >= 0 && from <= end && end <= numbers.limit() && from % NUMBER == 0;
    if (!fits || length < 0 || end - from != length * NUMBER) {
      throw new IOException("the column " + name + " does not fit into it");
    }
    ByteBuffer own = numbers.slice((int) from, (int) (end - from)).order(ByteOrder.LITTLE_ENDIAN);
    if (WHOLE.equals(entry.path("dtype").asText())) {
      int[] column = new int[(int) length];
      own.asIntBuffer().get(column);
      wholes.put(name, column);
    } else if (REAL.equals(entry.path("dtype").asText())) {
      float[] column = new float[(int) length];
      own.asFloatBuffer().get(column);
      reals.put(name, column);
    } else {
      throw new IOException("the column " + name + " is of a type that is not read");
    }
  }
}
