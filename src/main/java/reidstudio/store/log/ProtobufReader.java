package reidstudio.store.log;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads the fields of one protocol-buffer message.
 *
 * <p>{@link #next} moves to a field; then exactly one of the others takes its value. All throw
 * {@link IllegalArgumentException} for bytes that are no message.
 */
final class ProtobufReader {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH_DELIMITED = 2;
  private static final int FIXED32 = 5;

  private final ByteBuffer bytes;
  private int wire;

  ProtobufReader(ByteBuffer message) {
    bytes = message.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  ProtobufReader(byte[] message) {
    this(ByteBuffer.wrap(message));
  }

  /** The number of the next field; 0 at the end. */
  int next() {
    if (!bytes.hasRemaining()) {
      return 0;
    }
    long key = varint();
    wire = (int) (key & 7);
    int field = (int) (key >>> 3);
    if (field <= 0) {
      throw new IllegalArgumentException("field " + field);
    }
    return field;
  }

  boolean isLengthDelimited() {
    return wire == LENGTH_DELIMITED;
  }

  long int64() {
    expect(VARINT);
    return varint();
  }

  double fixedDouble() {
    expect(FIXED64);
    return take(8).getDouble();
  }

  float fixedFloat() {
    expect(FIXED32);
    return take(4).getFloat();
  }

  /** The first of packed whole numbers, in a reader of their bytes. */
  long firstVarint() {
    return varint();
  }

  String string() {
    return StandardCharsets.UTF_8.decode(bytes()).toString();
  }

  ProtobufReader message() {
    return new ProtobufReader(bytes());
  }

  /** The field's bytes, little-endian. */
  ByteBuffer bytes() {
    expect(LENGTH_DELIMITED);
    return part();
  }

  void skip() {
    switch (wire) {
      case VARINT -> varint();
      case FIXED64 -> take(8);
      case LENGTH_DELIMITED -> part();
      case FIXED32 -> take(4);
      default -> throw new IllegalArgumentException("wire type " + wire);
    }
  }

  private void expect(int kind) {
    if (wire != kind) {
      throw new IllegalArgumentException("wire type " + wire + " where " + kind + " belongs");
    }
  }

  private ByteBuffer part() {
    long length = varint();
    if (length < 0 || length > bytes.remaining()) {
      throw new IllegalArgumentException("length " + length);
    }
    return take((int) length);
  }

  private ByteBuffer take(int count) {
    if (bytes.remaining() < count) {
      throw new IllegalArgumentException("the message ends inside of a field");
    }
    ByteBuffer part = bytes.slice(bytes.position(), count).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(bytes.position() + count);
    return part;
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = take(1).get();
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number of more than 64 bits");
  }
}
