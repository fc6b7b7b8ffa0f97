package reidstudio.tensor.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class ElementTypeTest {
  @Test
  void everyHalfIsWhatItsBitsMean() throws IOException {
    int all = 1 << 16;
    ByteBuffer bytes = ByteBuffer.allocate(all * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (int bits = 0; bits < all; bits++) {
      bytes.putShort((short) bits);
    }
    float[] values = decode(ElementType.F16, bytes.array(), all);
    for (int bits = 0; bits < all; bits++) {
      assertThat(Float.floatToIntBits(values[bits]))
          .as("half %04x", bits)
          .isEqualTo(Float.floatToIntBits(half(bits)));
    }
  }

  /** By the formula of IEEE 754, in double precision. */
  private static float half(int bits) {
    double sign = bits < 0x8000 ? 1 : -1;
    int exponent = bits / 1024 % 32;
    double fraction = bits % 1024 / 1024.0;
    if (exponent == 31) {
      return fraction == 0 ? (float) (sign * Double.POSITIVE_INFINITY) : Float.NaN;
    }
    return (float)
        (exponent == 0
            ? sign * Math.pow(2, -14) * fraction
            : sign * Math.pow(2, exponent - 15) * (1 + fraction));
  }

  @Test
  void knownHalves() throws IOException {
    // 1, -2, 65504 (largest), 2^-14 (smallest normal), 2^-24 (smallest), -infinity
    byte[] bytes = {
      0, 0x3c, 0, (byte) 0xc0, (byte) 0xff, 0x7b, 0, 0x04, 1, 0, 0, (byte) 0xfc,
    };
    assertThat(decode(ElementType.F16, bytes, 6))
        .containsExactly(1, -2, 65504, 0x1p-14f, 0x1p-24f, Float.NEGATIVE_INFINITY);
  }

  @Test
  void bfloatIsTheUpperHalfOfAFloat() throws IOException {
    // 1, -3.140625, smallest normal, a subnormal, infinity
    byte[] bytes = {
      (byte) 0x80, 0x3f, 0x49, (byte) 0xc0, (byte) 0x80, 0, 1, 0, (byte) 0x80, 0x7f,
    };
    assertThat(decode(ElementType.BF16, bytes, 5))
        .containsExactly(1, -3.140625f, Float.MIN_NORMAL, 0x1p-133f, Float.POSITIVE_INFINITY);
  }

  @Test
  void doublesAreRoundedAndWholeNumbersKept() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putDouble(0.1).putDouble(-1e-300);
    assertThat(decode(ElementType.F64, bytes.array(), 2)).containsExactly(.1f, -0f);
    bytes.clear().putLong(-5).putInt(7).putInt(-8);
    assertThat(decode(ElementType.I64, bytes.array(), 1)).containsExactly(-5);
    byte[] integers = java.util.Arrays.copyOfRange(bytes.array(), 8, 16);
    assertThat(decode(ElementType.I32, integers, 2)).containsExactly(7, -8);
  }

  @Test
  void aSourceThatGivesAFewBytesAtATimeGivesAll() throws IOException {
    int count = 400_000;
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = i;
    }
    ByteBuffer bytes = ByteBuffer.wrap(TorchFixture.bytes(ElementType.F32, values));
    long[] asked = {0};
    float[] read =
        ElementType.F32.decode(
            (into, at) -> {
              assertThat(at).isEqualTo(asked[0]);
              int part = Math.min(into.remaining(), 100_003);
              into.put(bytes.slice((int) at, part));
              asked[0] += part;
              return part;
            },
            count);
    assertThat(read).isEqualTo(values);
  }

  @Test
  void anEarlyEndIsAnError() {
    assertThatThrownBy(() -> decode(ElementType.F32, new byte[7], 2))
        .isInstanceOf(EOFException.class);
  }

  private static float[] decode(ElementType type, byte[] bytes, int count) throws IOException {
    ByteBuffer from = ByteBuffer.wrap(bytes);
    return type.decode(
        (into, at) -> {
          if (!from.hasRemaining()) {
            return -1;
          }
          int part = Math.min(into.remaining(), from.remaining());
          into.put(from.slice(from.position(), part));
          from.position(from.position() + part);
          return part;
        },
        count);
  }
}
