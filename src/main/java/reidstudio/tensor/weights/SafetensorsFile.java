package reidstudio.tensor.weights;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * A file in the safetensors format: the header's length as a little-endian 64-bit number, a JSON
 * header with type, shape and byte range of each array, then the bytes. Values are read by position
 * and not mapped, so that a file of any size can be read and, on Windows, replaced after closing.
 */
final class SafetensorsFile implements WeightFile {
  /** The limit of the reference implementation. */
  private static final long LARGEST_HEADER = 100_000_000;

  private final Path path;
  private final WeightFault fault;
  private final FileChannel file;
  private final SafetensorsHeader header;
  private final long dataStart;

  private SafetensorsFile(Path path, FileChannel file) throws IOException {
    this.path = path;
    this.fault = new WeightFault(path);
    this.file = file;
    long size = file.size();
    if (size < Long.BYTES) {
      throw fault.damaged("it has " + size + " bytes, less than a header's length takes");
    }
    long length = bytes(0, Long.BYTES).getLong();
    if (length < 0 || length > LARGEST_HEADER) {
      throw fault.damaged("its header would take " + Long.toUnsignedString(length) + " bytes");
    }
    if (length > size - Long.BYTES) {
      throw fault.damaged(
          "its header takes " + length + " bytes, but the file ends after " + size + " bytes");
    }
    this.dataStart = Long.BYTES + length;
    this.header =
        SafetensorsHeader.parse(bytes(Long.BYTES, (int) length).array(), size - dataStart, fault);
  }

  static SafetensorsFile open(Path path) throws IOException {
    FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
    try {
      return new SafetensorsFile(path, file);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private ByteBuffer bytes(long from, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    try {
      while (bytes.hasRemaining()) {
        if (file.read(bytes, from + bytes.position()) < 0) {
          throw new EOFException();
        }
      }
    } catch (IOException e) {
      throw fault.unreadable("its header", e);
    }
    return bytes.flip();
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public Set<String> names() {
    return Collections.unmodifiableSet(header.arrays().keySet());
  }

  @Override
  public Entry entry(String name) {
    return array(name).entry();
  }

  @Override
  public float[] read(String name) throws IOException {
    SafetensorsHeader.Array array = array(name);
    return values(name, array, fault.countOf(name, array.entry()));
  }

  @Override
  public float[] numbers(String name) throws IOException {
    SafetensorsHeader.Array array = array(name);
    return values(name, array, fault.countOfNumbers(name, array.entry()));
  }

  private float[] values(String name, SafetensorsHeader.Array array, int count) throws IOException {
    long start = dataStart + array.begin();
    try {
      return array.entry().type().decode((into, at) -> file.read(into, start + at), count);
    } catch (IOException e) {
      throw fault.unreadable("'" + name + "'", e);
    }
  }

  @Override
  public Map<String, String> metadata() {
    return header.metadata();
  }

  private SafetensorsHeader.Array array(String name) {
    SafetensorsHeader.Array array = header.arrays().get(name);
    if (array == null) {
      throw new IllegalArgumentException(path + " has no '" + name + "'");
    }
    return array;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
