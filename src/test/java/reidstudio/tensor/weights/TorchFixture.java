package reidstudio.tensor.weights;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes archives as {@code torch.save} and {@code torch.jit.save} do, from their description. */
final class TorchFixture {
  private static final String ROOT = "some name/";

  private final List<byte[]> storages = new ArrayList<>();
  private final Map<String, byte[]> others = new LinkedHashMap<>();
  private boolean isPacked;

  /** Storages are packed, as by a zip program; torch does not pack. */
  TorchFixture packed() {
    isPacked = true;
    return this;
  }

  /** A further entry of the archive. */
  TorchFixture entry(String name, String content) {
    others.put(name, content.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  /** Adds a storage; its number is that of the storages before it. */
  int storage(ElementType type, float... values) {
    storages.add(bytes(type, values));
    return storages.size() - 1;
  }

  /** Numbers as they lie in a file; halves must be whole numbers that a half holds. */
  static byte[] bytes(ElementType type, float... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      switch (type) {
        case F64 -> bytes.putDouble(value);
        case F32 -> bytes.putFloat(value);
        case BF16 -> bytes.putShort((short) (Float.floatToIntBits(value) >>> 16));
        case F16 -> bytes.putShort(half(value));
        case I64 -> bytes.putLong((long) value);
        case I32 -> bytes.putInt((int) value);
        default -> throw new IllegalArgumentException(type.name());
      }
    }
    return bytes.array();
  }

  private static short half(float value) {
    if (value == 0) {
      return 0;
    }
    int sign = value < 0 ? 0x8000 : 0;
    int exponent = Math.getExponent(value);
    int fraction = Math.round((Math.abs(value) / Math.scalb(1f, exponent) - 1) * 1024);
    return (short) (sign | ((exponent + 15) << 10) | fraction);
  }

  /** Pushes a view of a storage that has {@code size} elements. */
  static void tensor(
      PickleBytes to, String type, int storage, long size, long offset, long[] shape, long[] step) {
    to.global("torch._utils", "_rebuild_tensor_v2").code("(");
    to.code("(").text("storage").global("torch", type).text(Integer.toString(storage)).text("cpu");
    to.number(size).code("tQ").number(offset).numbers(shape).numbers(step).code(0x89);
    to.global("collections", "OrderedDict").code(")RtR");
  }

  /** Adds a storage of its own and pushes a tensor over it. */
  void tensor(PickleBytes to, ElementType type, HostTensor values) {
    String name =
        switch (type) {
          case F32 -> "FloatStorage";
          case F16 -> "HalfStorage";
          case BF16 -> "BFloat16Storage";
          case F64 -> "DoubleStorage";
          case I64 -> "LongStorage";
          case I32 -> "IntStorage";
          default -> throw new IllegalArgumentException(type.name());
        };
    long[] shape = values.shape();
    long[] steps = new long[shape.length];
    long step = 1;
    for (int i = shape.length - 1; i >= 0; i--) {
      steps[i] = step;
      step *= shape[i];
    }
    int storage = storage(type, values.values());
    tensor(to, name, storage, values.values().length, 0, shape, steps);
  }

  /** A state dict, as {@code torch.save(model.state_dict(), file)} writes it. */
  byte[] stateDict(ElementType type, Map<String, HostTensor> tensors) {
    PickleBytes pickle = new PickleBytes().global("collections", "OrderedDict").code(")R");
    pickle.code('q', 0).code("(");
    tensors.forEach((name, values) -> tensor(pickle.text(name), type, values));
    // torch.save adds versions of the modules, with the dictionary in the memo
    pickle.code("u").code("}").text("_metadata").code('h', 0).code("sb");
    return pickle.stop();
  }

  /** A module, as {@code torch.jit.save} writes it: an object for each dotted part of a name. */
  byte[] module(ElementType type, Map<String, HostTensor> tensors) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tensors.forEach((name, values) -> plant(tree, List.of(name.split("\\.")), values));
    PickleBytes pickle = new PickleBytes();
    object(pickle, type, "__torch__", tree);
    return pickle.stop();
  }

  @SuppressWarnings("unchecked") // a name that is both tensor and module is a mistake of the test
  private static void plant(Map<String, Object> tree, List<String> way, HostTensor values) {
    if (way.size() == 1) {
      tree.put(way.get(0), values);
    } else {
      Object below = tree.computeIfAbsent(way.get(0), key -> new LinkedHashMap<>());
      plant((Map<String, Object>) below, way.subList(1, way.size()), values);
    }
  }

  private void object(PickleBytes to, ElementType type, String module, Map<String, Object> tree) {
    to.global(module, "Module").code(")").code(0x81).code("}(");
    to.text("training").code(0x89).text("_is_full_backward_hook").code("N");
    tree.forEach(
        (name, value) -> {
          to.text(name);
          if (value instanceof HostTensor tensor) {
            tensor(to, type, tensor);
          } else if (value instanceof Map<?, ?> below) {
            @SuppressWarnings("unchecked")
            Map<String, Object> part = (Map<String, Object>) below;
            object(to, type, "__torch__.torch.nn.modules.___torch_mangle_1", part);
          }
        });
    to.code("ub");
  }

  /** Writes the archive. */
  Path write(Path file, byte[] pickle) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      add(zip, ROOT + "data.pkl", pickle);
      for (int i = 0; i < storages.size(); i++) {
        add(zip, ROOT + "data/" + i, storages.get(i));
      }
      add(zip, ROOT + "version", "3\n".getBytes(StandardCharsets.US_ASCII));
      for (Map.Entry<String, byte[]> other : others.entrySet()) {
        add(zip, ROOT + other.getKey(), other.getValue());
      }
    }
    return file;
  }

  private void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    if (!isPacked) {
      CRC32 sum = new CRC32();
      sum.update(content);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(content.length);
      entry.setCrc(sum.getValue());
    }
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
