package reidstudio.data.image;

import java.util.Arrays;

/**
 * A Huffman code of a JPEG file (ITU T.81, annex C). Codes of at most {@value #LOOK_AHEAD} bits,
 * nearly all that occur, are looked up by the next bits of the stream; where the number behind the
 * code fits as well, code and number are one look-up.
 */
final class HuffmanTable {
  /** Bits that the tables are asked with. */
  static final int LOOK_AHEAD = 10;

  /** Bits of the longest code. */
  static final int LONGEST = 16;

  /** Length of the code in bits 8 and up, symbol below; 0 if the code is longer. */
  final int[] codes = new int[1 << LOOK_AHEAD];

  /** Value in bits 16 and up, zeros before it in bits 8 to 15, bits taken below; 0 if none. */
  final int[] numbers = new int[1 << LOOK_AHEAD];

  private final int[] counts;
  private final int[] symbols;

  /**
   * @param counts how many codes have 1, 2, ... 16 bits
   * @param symbols in the order of their codes
   * @throws IllegalArgumentException if there are more codes of a length than that has
   */
  HuffmanTable(int[] counts, int[] symbols) {
    this.counts = counts.clone();
    this.symbols = symbols.clone();
    int code = 0;
    int at = 0;
    for (int length = 1; length <= LONGEST; length++) {
      for (int i = 0; i < counts[length - 1]; i++) {
        if (length <= LOOK_AHEAD) {
          int first = code << (LOOK_AHEAD - length);
          Arrays.fill(
              codes,
              first,
              Math.min(codes.length, first + (1 << (LOOK_AHEAD - length))),
              (length << 8) | symbols[at]);
        }
        code++;
        at++;
      }
      if (code > 1 << length) {
        throw new IllegalArgumentException("too many codes of " + length + " bits");
      }
      code <<= 1;
    }
    joinNumbers();
  }

  private void joinNumbers() {
    for (int bits = 0; bits < codes.length; bits++) {
      int length = codes[bits] >> 8;
      int size = codes[bits] & 15;
      if (length > 0 && size > 0 && length + size <= LOOK_AHEAD) {
        int raw = (bits >> (LOOK_AHEAD - length - size)) & ((1 << size) - 1);
        int zeros = (codes[bits] >> 4) & 15;
        numbers[bits] = (extend(raw, size) << 16) | (zeros << 8) | (length + size);
      }
    }
  }

  /** The number that {@code size} bits stand for: those that begin with 0 are negative. */
  static int extend(int raw, int size) {
    return raw < 1 << (size - 1) ? raw - (1 << size) + 1 : raw;
  }

  /**
   * Decodes a code that is longer than the look-ahead.
   *
   * @param next the next 16 bits of the stream
   * @return as in {@link #codes}; 0 if there is no such code
   */
  int longCode(int next) {
    int first = 0;
    int at = 0;
    for (int length = 1; length <= LONGEST; length++) {
      int index = (next >> (LONGEST - length)) - first;
      if (index < counts[length - 1]) {
        return index < 0 ? 0 : (length << 8) | symbols[at + index];
      }
      first = (first + counts[length - 1]) << 1;
      at += counts[length - 1];
    }
    return 0;
  }
}
