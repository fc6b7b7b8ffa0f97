package reidstudio.tensor.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A safetensors file, read from the format's description alone, apart from the reader under test.
 */
public record PlainSafetensors(Map<String, Entry> entries, String header) {
  private static final Pattern ENTRY =
      Pattern.compile(
          "\"([^\"]+)\":\\{\"dtype\":\"F32\",\"shape\":\\[([0-9,]*)],"
              + "\"data_offsets\":\\[(\\d+),(\\d+)]}");

  /** One array. */
  public record Entry(String shape, int begin, int end, float[] values) {}

  /** Reads {@code file}, requiring that the arrays fill it without gap, overlap or rest. */
  public static PlainSafetensors read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    byte[] header = new byte[Math.toIntExact(bytes.getLong())];
    bytes.get(header);
    if (header[0] != '{' || header.length % 8 != 0) {
      throw new IOException("the header is not an aligned object");
    }
    ByteBuffer data = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    String json = new String(header, StandardCharsets.UTF_8);
    Map<String, Entry> entries = new LinkedHashMap<>();
    int expected = 0;
    Matcher entry = ENTRY.matcher(json);
    while (entry.find()) {
      int begin = Integer.parseInt(entry.group(3));
      int end = Integer.parseInt(entry.group(4));
      if (begin != expected) {
        throw new IOException(entry.group(1) + " begins at " + begin + ", not " + expected);
      }
      float[] values = new float[(end - begin) / Float.BYTES];
      data.slice(begin, end - begin).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
      entries.put(entry.group(1), new Entry(entry.group(2), begin, end, values));
      expected = end;
    }
    if (expected != data.capacity()) {
      throw new IOException(data.capacity() - expected + " bytes belong to no array");
    }
    return new PlainSafetensors(entries, json);
  }
}
