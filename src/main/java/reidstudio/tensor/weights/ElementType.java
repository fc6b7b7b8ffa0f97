package reidstudio.tensor.weights;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How one number of an array lies in a weight file, under safetensors' name for it. */
public enum ElementType {
  F64(8),
  F32(4),
  F16(2),
  BF16(2),
  I64(8),
  I32(4),
  I16(2),
  I8(1),
  U64(8),
  U32(4),
  U16(2),
  U8(1),
  BOOL(1),
  C64(8),
  F8_E4M3(1),
  F8_E5M2(1);

  private static final int CHUNK = 1 << 20;
  private static final float SMALLEST_HALF = 0x1p-24f;

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one number. */
  public int bytes() {
    return bytes;
  }

  /** Whether {@link #decode} knows this type. */
  boolean isReadable() {
    return switch (this) {
      case F64, F32, F16, BF16, I64, I32 -> true;
      default -> false;
    };
  }

  /** Where little-endian bytes come from. */
  @FunctionalInterface
  interface Source {
    /** Reads some bytes that lie {@code at} bytes after the array's first; -1 at the end. */
    int read(ByteBuffer into, long at) throws IOException;
  }

  /**
   * Reads {@code count} numbers as float32; what float32 cannot hold is rounded to nearest.
   *
   * @throws EOFException if the source ends before
   */
  float[] decode(Source source, int count) throws IOException {
    float[] values = new float[count];
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    long at = 0;
    int done = 0;
    while (done < count) {
      int part = Math.min(count - done, CHUNK / bytes);
      chunk.clear().limit(part * bytes);
      while (chunk.hasRemaining()) {
        int read = source.read(chunk, at);
        if (read < 0) {
          throw new EOFException();
        }
        at += read;
      }
      chunk.flip();
      for (int i = 0; i < part; i++) {
        values[done + i] = next(chunk);
      }
      done += part;
    }
    return values;
  }

  private float next(ByteBuffer from) {
    return switch (this) {
      case F64 -> (float) from.getDouble();
      case F32 -> from.getFloat();
      case F16 -> half(from.getShort());
      case BF16 -> Float.intBitsToFloat(from.getShort() << 16);
      case I64 -> from.getLong();
      case I32 -> from.getInt();
      default -> throw new IllegalStateException(this + " is not read");
    };
  }

  /** IEEE 754 binary16; Java has this from 20 on only. */
  private static float half(short bits) {
    int sign = (bits & 0x8000) << 16;
    int exponent = (bits >>> 10) & 0x1f;
    int fraction = bits & 0x3ff;
    if (exponent == 0) {
      float size = fraction * SMALLEST_HALF;
      return sign == 0 ? size : -size;
    }
    // 31 is infinity and not-a-number; else the bias goes from 15 to 127
    int wide = exponent == 31 ? 255 : exponent + 112;
    return Float.intBitsToFloat(sign | (wide << 23) | (fraction << 13));
  }
}
