package reidstudio.data.image;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** Tables of the files before: nearly all files of a data set were written with the same ones. */
final class HuffmanTables {
  private static final int MOST = 32;

  private final Map<ByteBuffer, HuffmanTable> known = new HashMap<>();

  /**
   * The table that {@code written} tells.
   *
   * @param written counts of 16 lengths, then symbols
   * @throws UnusualJpegException if it tells none
   */
  HuffmanTable of(byte[] written) throws UnusualJpegException {
    ByteBuffer key = ByteBuffer.wrap(written);
    HuffmanTable table = known.get(key);
    if (table == null) {
      table = made(written);
      if (known.size() >= MOST) {
        known.clear();
      }
      known.put(key, table);
    }
    return table;
  }

  private static HuffmanTable made(byte[] written) throws UnusualJpegException {
    int[] counts = new int[HuffmanTable.LONGEST];
    int[] symbols = new int[written.length - counts.length];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = written[i] & 0xFF;
    }
    for (int i = 0; i < symbols.length; i++) {
      symbols[i] = written[counts.length + i] & 0xFF;
    }
    try {
      return new HuffmanTable(counts, symbols);
    } catch (IllegalArgumentException e) {
      throw new UnusualJpegException();
    }
  }
}
