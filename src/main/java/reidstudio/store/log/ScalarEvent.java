package reidstudio.store.log;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a {@code tensorflow.Event} says of numbers: a plain value, or a tensor with one element, as
 * {@code tf.summary.scalar} and newer writers have it.
 *
 * <p>Fields: Event {wall_time = 1, step = 2, summary = 5, session_log = 7}, Summary {value = 1},
 * Value {tag = 1, simple_value = 2, tensor = 8}, TensorProto {dtype = 1, tensor_content = 4,
 * float_val = 5, double_val = 6, int_val = 7, int64_val = 10}, SessionLog {status = 1}; see
 * event.proto, summary.proto and tensor.proto of TensorFlow.
 *
 * @param atMillis milliseconds since 1970
 * @param scalars number by tag
 * @param restartAt the step at which the process began again; empty if it did not
 */
record ScalarEvent(long atMillis, long step, Map<String, Double> scalars, OptionalLong restartAt) {
  private static final int SESSION_START = 1;
  private static final int FLOAT = 1;
  private static final int DOUBLE = 2;
  private static final int INT32 = 3;
  private static final int INT64 = 9;

  /**
   * Reads the bytes of a record.
   *
   * @throws IllegalArgumentException if they are no event
   */
  static ScalarEvent read(byte[] data) {
    ProtobufReader event = new ProtobufReader(data);
    double wallTime = 0;
    long step = 0;
    boolean start = false;
    Map<String, Double> scalars = new LinkedHashMap<>();
    for (int field = event.next(); field != 0; field = event.next()) {
      switch (field) {
        case 1 -> wallTime = event.fixedDouble();
        case 2 -> step = event.int64();
        case 5 -> summary(event.message(), scalars);
        case 7 -> start = status(event.message()) == SESSION_START;
        default -> event.skip();
      }
    }
    OptionalLong restart = start && step > 0 ? OptionalLong.of(step) : OptionalLong.empty();
    return new ScalarEvent(Math.round(wallTime * 1000), step, scalars, restart);
  }

  private static long status(ProtobufReader session) {
    long status = 0;
    for (int field = session.next(); field != 0; field = session.next()) {
      if (field == 1) {
        status = session.int64();
      } else {
        session.skip();
      }
    }
    return status;
  }

  private static void summary(ProtobufReader summary, Map<String, Double> scalars) {
    for (int field = summary.next(); field != 0; field = summary.next()) {
      if (field == 1) {
        value(summary.message(), scalars);
      } else {
        summary.skip();
      }
    }
  }

  private static void value(ProtobufReader value, Map<String, Double> scalars) {
    String tag = "";
    OptionalDouble number = OptionalDouble.empty();
    for (int field = value.next(); field != 0; field = value.next()) {
      switch (field) {
        case 1 -> tag = value.string();
        case 2 -> number = OptionalDouble.of(value.fixedFloat());
        case 8 -> number = tensor(value.message());
        default -> value.skip();
      }
    }
    if (!tag.isEmpty() && number.isPresent()) {
      scalars.put(tag, number.getAsDouble());
    }
  }

  /** The only element; empty for a tensor of more or of what is no number. */
  private static OptionalDouble tensor(ProtobufReader tensor) {
    long type = 0;
    OptionalDouble number = OptionalDouble.empty();
    ByteBuffer content = null;
    for (int field = tensor.next(); field != 0; field = tensor.next()) {
      switch (field) {
        case 1 -> type = tensor.int64();
        case 4 -> content = tensor.bytes();
        case 5 -> number = OptionalDouble.of(firstFloat(tensor));
        case 6 -> number = OptionalDouble.of(firstDouble(tensor));
        case 7, 10 -> number = OptionalDouble.of(firstInteger(tensor));
        default -> tensor.skip();
      }
    }
    return number.isPresent() || content == null ? number : element((int) type, content);
  }

  private static OptionalDouble element(int type, ByteBuffer content) {
    int size = content.remaining();
    if (type == FLOAT && size == Float.BYTES) {
      return OptionalDouble.of(content.getFloat());
    }
    if (type == DOUBLE && size == Double.BYTES) {
      return OptionalDouble.of(content.getDouble());
    }
    if (type == INT32 && size == Integer.BYTES) {
      return OptionalDouble.of(content.getInt());
    }
    return type == INT64 && size == Long.BYTES
        ? OptionalDouble.of((double) content.getLong())
        : OptionalDouble.empty();
  }

  /** Repeated numbers may be packed into one field. */
  private static double firstFloat(ProtobufReader tensor) {
    return tensor.isLengthDelimited()
        ? packed(tensor, Float.BYTES).getFloat()
        : tensor.fixedFloat();
  }

  private static double firstDouble(ProtobufReader tensor) {
    return tensor.isLengthDelimited()
        ? packed(tensor, Double.BYTES).getDouble()
        : tensor.fixedDouble();
  }

  private static double firstInteger(ProtobufReader tensor) {
    return tensor.isLengthDelimited() ? tensor.message().firstVarint() : tensor.int64();
  }

  private static ByteBuffer packed(ProtobufReader tensor, int size) {
    ByteBuffer numbers = tensor.bytes();
    if (numbers.remaining() < size) {
      throw new IllegalArgumentException("no number in a list of numbers");
    }
    return numbers;
  }
}
