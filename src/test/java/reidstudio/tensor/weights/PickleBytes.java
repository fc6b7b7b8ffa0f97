package reidstudio.tensor.weights;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes pickle instructions one by one, after Python's {@code pickletools}. */
final class PickleBytes {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Starts with protocol 2. */
  PickleBytes() {
    code(0x80, 2);
  }

  /** Instructions and their arguments as they are. */
  PickleBytes code(int... codes) {
    for (int code : codes) {
      bytes.write(code);
    }
    return this;
  }

  /** Instructions that are letters. */
  PickleBytes code(String letters) {
    bytes.writeBytes(letters.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  PickleBytes global(String module, String name) {
    return code("c" + module + "\n" + name + "\n");
  }

  PickleBytes text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    code('X').little(Integer.BYTES, utf8.length);
    bytes.writeBytes(utf8);
    return this;
  }

  /** Any whole number, in the shortest form that torch uses. */
  PickleBytes number(long number) {
    if (number >= 0 && number < 256) {
      return code('K', (int) number);
    }
    if (number >= 0 && number < 65536) {
      return code('M').little(2, number);
    }
    if (number == (int) number) {
      return code('J').little(Integer.BYTES, number);
    }
    return code(0x8a, Long.BYTES).little(Long.BYTES, number);
  }

  PickleBytes numbers(long... numbers) {
    code("(");
    for (long number : numbers) {
      number(number);
    }
    return code("t");
  }

  /** The lowest {@code count} bytes of a number, lowest first. */
  PickleBytes little(int count, long number) {
    ByteBuffer all = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.write(all.putLong(number).array(), 0, count);
    return this;
  }

  /** All bytes, with the instruction that ends them. */
  byte[] stop() {
    return code(".").bytes.toByteArray();
  }

  /** All bytes so far. */
  byte[] unfinished() {
    return bytes.toByteArray();
  }
}
