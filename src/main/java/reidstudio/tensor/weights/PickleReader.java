package reidstudio.tensor.weights;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the part of pickle's protocol 2 that PyTorch writes. Its instructions are those of Python's
 * {@code pickletools}; any other instruction, and any name that {@link TorchGlobal} lacks, ends the
 * reading. Nothing is executed: the result is made of maps, lists, {@link PickleTuple}s, strings,
 * numbers, booleans, null, {@link TorchTensor}s and {@link ScriptObject}s.
 */
final class PickleReader {
  private static final int STOP = '.';
  private static final int PROTOCOL = 2;

  private final ByteBuffer bytes;
  private final WeightFault fault;
  private final PickleStack stack;
  private final PickleObjects objects;

  PickleReader(byte[] pickle, WeightFault fault) {
    this.bytes = ByteBuffer.wrap(pickle).order(ByteOrder.LITTLE_ENDIAN);
    this.fault = fault;
    this.stack = new PickleStack(fault);
    this.objects = new PickleObjects(fault);
  }

  /**
   * The value that the pickle describes.
   *
   * @throws IOException for a damaged pickle, and for one that is not plain weights
   */
  Object read() throws IOException {
    try {
      for (int code = unsigned(); code != STOP; code = unsigned()) {
        execute(code);
      }
      return stack.pop();
    } catch (BufferUnderflowException e) {
      throw fault.damaged("its data.pkl breaks off", e);
    }
  }

  private void execute(int code) throws IOException {
    switch (code) {
      case 0x80 -> requireProtocol(unsigned());
      case 'N' -> stack.push(null);
      case 0x88 -> stack.push(true);
      case 0x89 -> stack.push(false);
      case 'K' -> stack.push((long) unsigned());
      case 'M' -> stack.push((long) (bytes.getShort() & 0xffff));
      case 'J' -> stack.push((long) bytes.getInt());
      case 0x8a -> stack.push(wholeNumber(unsigned()));
      case 'G' -> stack.push(Double.longBitsToDouble(Long.reverseBytes(bytes.getLong())));
      case 'X' -> stack.push(text(bytes.getInt()));
      case '}' -> stack.push(new LinkedHashMap<>());
      case ']' -> stack.push(new ArrayList<>());
      case ')' -> stack.push(new PickleTuple(List.of()));
      case '(' -> stack.mark();
      case 't' -> stack.push(new PickleTuple(stack.popToMark()));
      case 0x85, 0x86, 0x87 -> stack.push(new PickleTuple(stack.pop(code - 0x84)));
      case 's' -> setItems(stack.pop(2));
      case 'u' -> setItems(stack.popToMark());
      case 'a' -> append(stack.pop(1));
      case 'e' -> append(stack.popToMark());
      case 'q' -> stack.remember(unsigned());
      case 'r' -> stack.remember(bytes.getInt());
      case 'h' -> stack.recall(unsigned());
      case 'j' -> stack.recall(bytes.getInt());
      case 'c' -> stack.push(objects.global(line(), line()));
      case 'Q' -> stack.push(objects.storage(stack.pop()));
      case 'R' -> construct(objects::reduce);
      case 0x81 -> construct(objects::newObject);
      case 'b' -> build();
      default -> throw fault.unsafe("its data.pkl uses " + instruction(code));
    }
  }

  private String instruction(int code) {
    boolean isPrintable = code > ' ' && code < 0x7f;
    return "the pickle instruction %s at byte %d, which weights do not need"
        .formatted(
            isPrintable ? "'" + (char) code + "'" : "0x%02x".formatted(code), bytes.position() - 1);
  }

  private void requireProtocol(int protocol) throws IOException {
    if (protocol != PROTOCOL) {
      throw fault.refused(
          "its pickle has protocol "
              + protocol
              + ". Save it again with torch.save and its usual protocol 2");
    }
  }

  private int unsigned() {
    return bytes.get() & 0xff;
  }

  /** A whole number in {@code length} bytes, lowest first, with its sign in the last one. */
  private long wholeNumber(int length) throws IOException {
    if (length > Long.BYTES) {
      throw fault.damaged("its data.pkl has a whole number of " + length + " bytes");
    }
    long value = 0;
    for (int i = 0; i < length; i++) {
      value |= (long) unsigned() << (Byte.SIZE * i);
    }
    int unused = Long.SIZE - Byte.SIZE * length;
    return length == 0 ? 0 : value << unused >> unused;
  }

  private String text(int length) {
    if (length < 0 || length > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] utf8 = new byte[length];
    bytes.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private String line() {
    int start = bytes.position();
    int length = 0;
    while (bytes.get() != '\n') {
      length++;
    }
    bytes.position(start);
    String line = text(length);
    bytes.get();
    return line;
  }

  private void setItems(List<Object> keysAndValues) throws IOException {
    if (!(stack.top() instanceof Map<?, ?> target) || keysAndValues.size() % 2 != 0) {
      throw fault.damaged("its data.pkl sets items of what is no dictionary");
    }
    @SuppressWarnings("unchecked") // maps on the stack are all made here, for any object
    Map<Object, Object> map = (Map<Object, Object>) target;
    for (int i = 0; i < keysAndValues.size(); i += 2) {
      Object key = keysAndValues.get(i);
      // a container as a key would be hashed through all that it holds
      if (!(key instanceof String || key instanceof Long)) {
        throw fault.damaged("its data.pkl has a key that is neither a word nor a number");
      }
      map.put(key, keysAndValues.get(i + 1));
    }
  }

  private void append(List<Object> items) throws IOException {
    if (!(stack.top() instanceof List<?> target)) {
      throw fault.damaged("its data.pkl appends to what is no list");
    }
    @SuppressWarnings("unchecked") // as above
    List<Object> list = (List<Object>) target;
    list.addAll(items);
  }

  /** What makes an object from a name and its arguments. */
  private interface Constructor {
    Object make(Object callable, Object arguments) throws IOException;
  }

  private void construct(Constructor constructor) throws IOException {
    List<Object> both = stack.pop(2);
    stack.push(constructor.make(both.get(0), both.get(1)));
  }

  private void build() throws IOException {
    Object state = stack.pop();
    objects.build(stack.top(), state);
  }
}
