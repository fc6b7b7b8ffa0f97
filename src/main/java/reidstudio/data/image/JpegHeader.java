package reidstudio.data.image;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What stands before the samples of a JPEG file (ITU T.81, annex B) of the kind that cameras write:
 * baseline or sequential, 8 bits, grey or three colours in one scan. Every other kind, and
 * everything that is not as it should be, is an {@link UnusualJpegException}.
 */
final class JpegHeader {
  /**
   * A colour.
   *
   * @param across samples for each {@link JpegHeader#across} pixels
   * @param down samples for each {@link JpegHeader#down} pixels
   * @param quantisation steps of the coefficients, in zigzag order
   */
  record Component(
      int id, int across, int down, int[] quantisation, HuffmanTable means, HuffmanTable others) {}

  private static final int QUANTISATION = 0xDB;
  private static final int CODES = 0xC4;
  private static final int BASELINE = 0xC0;
  private static final int SEQUENTIAL = 0xC1;
  private static final int RESTART_INTERVAL = 0xDD;
  private static final int SCAN = 0xDA;
  private static final int JFIF = 0xE0;
  private static final int ADOBE = 0xEE;
  private static final int BLOCK = 64;
  private static final int MOST_DIFFERENCE_BITS = 11;
  private static final byte[] RGB_IDS = {'R', 'G', 'B'};

  private final byte[] bytes;
  private final HuffmanTables tables;
  private final int[][] quantisations = new int[4][];
  private final HuffmanTable[] means = new HuffmanTable[4];
  private final HuffmanTable[] others = new HuffmanTable[4];
  private final List<Component> components = new ArrayList<>();
  private byte[] frame = {};
  private boolean isJfif;
  private int adobeTransform = -1;
  private int restartInterval;
  private int at = 2;

  /** Reads up to the first sample of the first {@code end} of {@code bytes}. */
  JpegHeader(byte[] bytes, int end, HuffmanTables tables) throws UnusualJpegException {
    this.bytes = bytes;
    this.tables = tables;
    require(end > 4 && unsigned(0) == 0xFF && unsigned(1) == 0xD8);
    while (components.isEmpty()) {
      require(at + 4 <= end && unsigned(at) == 0xFF);
      int marker = unsigned(at + 1);
      if (marker == 0xFF) {
        at++; // padding before a marker
        continue;
      }
      int length = word(at + 2);
      require(length >= 2 && at + 2 + length <= end);
      segment(marker, at + 4, at + 2 + length);
      at += 2 + length;
    }
  }

  /** Columns. */
  int width() {
    return ((frame[3] & 0xFF) << 8) | (frame[4] & 0xFF);
  }

  /** Rows. */
  int height() {
    return ((frame[1] & 0xFF) << 8) | (frame[2] & 0xFF);
  }

  /** Grey, or three colours. */
  List<Component> components() {
    return components;
  }

  /** Most samples of a colour across a unit. */
  int across() {
    return components.stream().mapToInt(Component::across).max().orElseThrow();
  }

  /** Most samples of a colour down a unit. */
  int down() {
    return components.stream().mapToInt(Component::down).max().orElseThrow();
  }

  /** Units between two restart marks; 0 for none. */
  int restartInterval() {
    return restartInterval;
  }

  /** Where the samples begin. */
  int scanStart() {
    return at;
  }

  /** Whether the colours are red, green and blue as they are, by the rules that libjpeg follows. */
  boolean isRgb() {
    if (components.size() == 1 || isJfif) {
      return false;
    }
    return adobeTransform >= 0
        ? adobeTransform == 0
        : components.get(0).id() == RGB_IDS[0]
            && components.get(1).id() == RGB_IDS[1]
            && components.get(2).id() == RGB_IDS[2];
  }

  private void segment(int marker, int from, int to) throws UnusualJpegException {
    switch (marker) {
      case QUANTISATION -> quantisation(from, to);
      case CODES -> codes(from, to);
      case BASELINE, SEQUENTIAL -> frame(from, to);
      case RESTART_INTERVAL -> {
        require(to - from == 2);
        restartInterval = word(from);
      }
      case SCAN -> scan(from, to);
      case JFIF -> isJfif |= startsWith(from, to, "JFIF\0");
      case ADOBE -> {
        if (startsWith(from, to, "Adobe") && to - from >= 12) {
          adobeTransform = unsigned(from + 11);
        }
      }
      default ->
          require((marker > 0xE0 && marker <= 0xEF) || marker == 0xFE); // remarks of programs
    }
  }

  private void quantisation(int from, int to) throws UnusualJpegException {
    int here = from;
    while (here < to) {
      int bytesEach = 1 + (unsigned(here) >> 4);
      int table = unsigned(here) & 15;
      require(bytesEach <= 2 && table < 4 && here + 1 + BLOCK * bytesEach <= to);
      int[] steps = new int[BLOCK];
      for (int i = 0; i < BLOCK; i++) {
        steps[i] = bytesEach == 1 ? unsigned(here + 1 + i) : word(here + 1 + 2 * i);
      }
      quantisations[table] = steps;
      here += 1 + BLOCK * bytesEach;
    }
  }

  private void codes(int from, int to) throws UnusualJpegException {
    int here = from;
    while (here < to) {
      require(here + 17 <= to);
      int kind = unsigned(here) >> 4;
      int table = unsigned(here) & 15;
      int count = 0;
      for (int i = 1; i <= HuffmanTable.LONGEST; i++) {
        count += unsigned(here + i);
      }
      int next = here + 1 + HuffmanTable.LONGEST + count;
      require(kind < 2 && table < 4 && count <= 256 && next <= to);
      for (int i = next - count; i < next; i++) {
        require(kind == 1 || unsigned(i) <= MOST_DIFFERENCE_BITS);
      }
      (kind == 0 ? means : others)[table] = tables.of(Arrays.copyOfRange(bytes, here + 1, next));
      here = next;
    }
  }

  private void frame(int from, int to) throws UnusualJpegException {
    require(frame.length == 0 && to - from >= 6);
    frame = Arrays.copyOfRange(bytes, from, to);
    int colours = frame[5];
    require(frame[0] == 8 && (colours == 1 || colours == 3) && frame.length == 6 + 3 * colours);
    require(width() > 0 && height() > 0);
  }

  /** The scan has all colours of the frame, in the same order. */
  private void scan(int from, int to) throws UnusualJpegException {
    require(frame.length > 0);
    int colours = frame[5];
    require(to - from == 4 + 2 * colours && unsigned(from) == colours);
    require(unsigned(to - 3) == 0 && unsigned(to - 2) == BLOCK - 1 && unsigned(to - 1) == 0);
    for (int i = 0; i < colours; i++) {
      int id = frame[6 + 3 * i];
      int sampling = frame[7 + 3 * i];
      int steps = frame[8 + 3 * i];
      int tables = unsigned(from + 2 + 2 * i);
      require(bytes[from + 1 + 2 * i] == id && steps >= 0 && steps < 4);
      require((tables & 15) < 4 && tables >> 4 < 4);
      Component component =
          new Component(
              id,
              sampling >> 4,
              sampling & 15,
              quantisations[steps],
              means[tables >> 4],
              others[tables & 15]);
      require(
          component.quantisation() != null
              && component.means() != null
              && component.others() != null);
      components.add(component);
    }
    require(hasUsualSampling());
  }

  /** Grey in any way; else brightness at 1 x 1, 2 x 1 or 2 x 2 of one sample of each colour. */
  private boolean hasUsualSampling() {
    if (components.size() == 1) {
      Component grey = components.get(0);
      // one colour alone is not interleaved: its blocks come one by one whatever its factors are
      components.set(
          0, new Component(grey.id(), 1, 1, grey.quantisation(), grey.means(), grey.others()));
      return grey.across() > 0 && grey.down() > 0;
    }
    Component bright = components.get(0);
    return components.stream().skip(1).allMatch(c -> c.across() == 1 && c.down() == 1)
        && ((bright.across() == 1 && bright.down() == 1)
            || (bright.across() == 2 && (bright.down() == 1 || bright.down() == 2)));
  }

  private boolean startsWith(int from, int to, String word) {
    byte[] start = word.getBytes(StandardCharsets.ISO_8859_1);
    return to - from >= start.length
        && Arrays.equals(bytes, from, from + start.length, start, 0, start.length);
  }

  private int unsigned(int position) {
    return bytes[position] & 0xFF;
  }

  private int word(int position) {
    return (unsigned(position) << 8) | unsigned(position + 1);
  }

  private static void require(boolean usual) throws UnusualJpegException {
    if (!usual) {
      throw new UnusualJpegException();
    }
  }
}
