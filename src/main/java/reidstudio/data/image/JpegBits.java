package reidstudio.data.image;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Huffman-coded coefficients of a JPEG file (ITU T.81, annex F), block after block. Reading past
 * the end gives zeros; {@link #endInterval} tells whether that has happened.
 */
final class JpegBits {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private static final int BLOCK = 64;
  private static final int BYTE = 8;

  /** A code and the number behind it have at most this many bits. */
  private static final int ENOUGH = 32;

  private static final int AHEAD = (1 << HuffmanTable.LOOK_AHEAD) - 1;
  private static final int SIXTEEN_ZEROS = 0xF0;
  private static final int MARK = 0xFF;
  private static final int FIRST_RESTART = 0xD0;
  private static final int END = 0xD9;

  /** Row-by-row position of each zigzag position. */
  private static final int[] ROW_BY_ROW = rowByRow();

  private byte[] bytes = {};
  private int end;
  private int at;

  /** The lowest {@link #left} bits come next, the highest of them first. */
  private long bits;

  private int left;

  /** Zeros among them that no file has. */
  private int madeUp;

  private static int[] rowByRow() {
    int[] order = new int[BLOCK];
    int at = 0;
    for (int sum = 0; sum < 15; sum++) {
      for (int i = Math.max(0, sum - 7); i <= Math.min(7, sum); i++) {
        int row = sum % 2 == 0 ? sum - i : i;
        order[at++] = BYTE * row + sum - row;
      }
    }
    return order;
  }

  /** Starts at {@code from} of the first {@code newEnd} of {@code newBytes}. */
  void start(byte[] newBytes, int from, int newEnd) {
    bytes = newBytes;
    at = from;
    end = newEnd;
    startInterval();
  }

  private void startInterval() {
    bits = 0;
    left = 0;
    madeUp = 0;
  }

  /** Skips restart mark {@code number}, which must be what comes next. */
  void restart(int number) throws UnusualJpegException {
    endInterval(FIRST_RESTART + number % BYTE);
    at += 2;
    startInterval();
  }

  /** Fails unless all that was read was there and the picture ends here. */
  void endPicture() throws UnusualJpegException {
    endInterval(END);
  }

  private void endInterval(int mark) throws UnusualJpegException {
    // what is left may be the padding of the last byte, and whole bytes that nobody asked for
    int unread = left - madeUp;
    boolean isNext = at + 1 < end && (bytes[at] & MARK) == MARK && (bytes[at + 1] & MARK) == mark;
    if (unread < 0 || unread >= BYTE || !isNext) {
      throw new UnusualJpegException();
    }
  }

  private void refill() {
    if (at + Integer.BYTES <= end) {
      int next = (int) INT.get(bytes, at);
      // a byte of next is 255 if that of ~next is 0
      if (((~next - 0x01010101) & next & 0x80808080) == 0) {
        bits = (bits << Integer.SIZE) | (next & 0xFFFF_FFFFL);
        left += Integer.SIZE;
        at += Integer.BYTES;
        return;
      }
    }
    while (left <= Integer.SIZE) {
      bits <<= BYTE;
      left += BYTE;
      if (at >= end) {
        madeUp += BYTE;
      } else if ((bytes[at] & MARK) != MARK) {
        bits |= bytes[at++] & MARK;
      } else if (at + 1 < end && bytes[at + 1] == 0) {
        bits |= MARK;
        at += 2;
      } else {
        madeUp += BYTE; // stays before a mark
      }
    }
  }

  /**
   * Reads a block.
   *
   * @param mean of the block before, in steps
   * @param block all zeros before, then coefficients row by row; the first is not multiplied yet
   * @return zigzag position of the last coefficient that was written
   */
  int block(JpegHeader.Component component, int mean, int[] block) throws UnusualJpegException {
    if (left < ENOUGH) {
      refill();
    }
    HuffmanTable means = component.means();
    int code = code(means, bits, left);
    int size = code & 0xFF;
    left -= code >> 8;
    block[0] = mean;
    if (size > 0) {
      left -= size;
      block[0] += HuffmanTable.extend((int) (bits >>> left) & ((1 << size) - 1), size);
    }
    return others(component.others(), component.quantisation(), block);
  }

  /** The two numbers that every code changes are kept out of the object's fields meanwhile. */
  private int others(HuffmanTable table, int[] steps, int[] block) throws UnusualJpegException {
    int[] numbers = table.numbers;
    long stream = bits;
    int rest = left;
    int last = 0;
    int k = 0;
    while (k < BLOCK - 1) {
      if (rest < ENOUGH) {
        left = rest;
        refill();
        stream = bits;
        rest = left;
      }
      int number = numbers[(int) (stream >>> (rest - HuffmanTable.LOOK_AHEAD)) & AHEAD];
      int value = number >> 16;
      if (number != 0) {
        rest -= number & 0xFF;
        k += 1 + ((number >> 8) & 0xFF);
      } else {
        int code = code(table, stream, rest);
        rest -= code >> 8;
        int size = code & 15;
        k += 1 + ((code >> 4) & 15);
        if (size == 0) {
          if ((code & 0xFF) == SIXTEEN_ZEROS) {
            continue;
          }
          break; // nothing but zeros
        }
        rest -= size;
        value = HuffmanTable.extend((int) (stream >>> rest) & ((1 << size) - 1), size);
      }
      if (k >= BLOCK) {
        throw new UnusualJpegException();
      }
      block[ROW_BY_ROW[k]] = value * steps[k];
      last = k;
    }
    left = rest;
    return last;
  }

  private static int code(HuffmanTable table, long stream, int rest) throws UnusualJpegException {
    int code = table.codes[(int) (stream >>> (rest - HuffmanTable.LOOK_AHEAD)) & AHEAD];
    if (code == 0) {
      code = table.longCode((int) (stream >>> (rest - 16)) & 0xFFFF);
      if (code == 0) {
        throw new UnusualJpegException();
      }
    }
    return code;
  }
}
