package reidstudio.tensor.weights;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** Named arrays in a file that stays open; an array's bytes are read when it is asked for. */
public interface WeightFile extends AutoCloseable {
  /**
   * Opens a safetensors file or an archive of {@code torch.save} or {@code torch.jit.save},
   * recognised by its content. Everything but the arrays' values is checked here.
   *
   * @throws IOException with one sentence for the user, which names the file
   */
  static WeightFile open(Path path) throws IOException {
    return new WeightFormat(path).open();
  }

  /** The file. */
  Path path();

  /** All names, in the order of the file. */
  Set<String> names();

  /**
   * Type and shape of an array.
   *
   * @throws IllegalArgumentException for a name the file does not have
   */
  Entry entry(String name);

  /**
   * The values of an array as float32, in row-major order.
   *
   * @throws IOException if the bytes cannot be read, are damaged, or are whole numbers of more than
   *     one element, which are no weights
   * @throws IllegalArgumentException for a name the file does not have
   */
  float[] read(String name) throws IOException;

  /**
   * As {@link #read}, but whole numbers of any count are taken as well, as labels are; beyond 2^24
   * they are rounded.
   */
  float[] numbers(String name) throws IOException;

  /** As {@link #read}, with the shape. */
  default HostTensor tensor(String name) throws IOException {
    return new HostTensor(read(name), entry(name).shape());
  }

  /** What the file says about itself in words; empty for an archive of PyTorch. */
  Map<String, String> metadata();

  @Override
  void close() throws IOException;

  /**
   * What is known of an array before it is read.
   *
   * @param type how its numbers are stored
   * @param shape its lengths; empty for a scalar
   */
  record Entry(ElementType type, long[] shape) {
    public Entry {
      shape = shape.clone();
    }

    @Override
    public long[] shape() {
      return shape.clone();
    }

    /** The number of elements. */
    public long size() {
      return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    @Override
    public String toString() {
      return type + Arrays.toString(shape);
    }
  }
}
