package reidstudio.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes the few kinds of protocol-buffer fields that TensorBoard's event files need. */
final class Protobuf {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH_DELIMITED = 2;
  private static final int FIXED32 = 5;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Protobuf int64(int field, long value) {
    varint(((long) field << 3) | VARINT);
    varint(value);
    return this;
  }

  Protobuf fixedDouble(int field, double value) {
    varint(((long) field << 3) | FIXED64);
    bytes.writeBytes(littleEndian(8).putDouble(value).array());
    return this;
  }

  Protobuf fixedFloat(int field, float value) {
    varint(((long) field << 3) | FIXED32);
    bytes.writeBytes(littleEndian(4).putFloat(value).array());
    return this;
  }

  Protobuf string(int field, String value) {
    return message(field, value.getBytes(StandardCharsets.UTF_8));
  }

  Protobuf message(int field, byte[] value) {
    varint(((long) field << 3) | LENGTH_DELIMITED);
    varint(value.length);
    bytes.writeBytes(value);
    return this;
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }

  private static ByteBuffer littleEndian(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
