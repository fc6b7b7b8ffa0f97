package reidstudio.tensor.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TorchTensorTest {
  @TempDir Path folder;
  private final TorchFixture torch = new TorchFixture();

  /** Six numbers in one storage, seen in different ways. */
  @ParameterizedTest
  @CsvSource({
    "0, 2 3, 3 1, 1 2 3 4 5 6",
    "0, 3 2, 1 3, 1 4 2 5 3 6",
    "1, 2 2, 3 1, 2 3 5 6",
    "3, 3, 1, 4 5 6",
    "1, 2, 4, 2 6",
    "2, 2 1, 3 99, 3 6",
    "4, 2 3, 1 0, 5 5 5 6 6 6",
    "0, 3 1 2, 1 6 3, 1 4 2 5 3 6",
    "5, '', '', 6",
    "6, 0, 1, ''",
  })
  void viewsWithStridesAndOffsets(long offset, String shape, String strides, String expected)
      throws IOException {
    torch.storage(ElementType.F16, 1, 2, 3, 4, 5, 6);
    try (WeightFile file =
        WeightFile.open(write(view(6, offset, numbers(shape), numbers(strides))))) {
      float[] values = file.read("w");
      assertThat(String.join(" ", floats(values))).isEqualTo(expected);
    }
  }

  private static byte[] view(long size, long offset, long[] shape, long[] strides) {
    PickleBytes pickle = new PickleBytes().code("}").text("w");
    TorchFixture.tensor(pickle, "HalfStorage", 0, size, offset, shape, strides);
    return pickle.code("s").stop();
  }

  private static long[] numbers(String words) {
    return Stream.of(words.split(" "))
        .filter(word -> !word.isEmpty())
        .mapToLong(Long::parseLong)
        .toArray();
  }

  private static Iterable<String> floats(float[] values) {
    return java.util.stream.IntStream.range(0, values.length)
        .mapToObj(i -> Integer.toString((int) values[i]))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "6, 0, 2 3, 4 1, 'w' reaches beyond the end of its storage",
    "6, 1, 6, 1, 'w' reaches beyond the end of its storage",
    "7, 0, 6, 1, 7 numbers of type F16 should be in it",
    "4611686018427387905, 0, 6, 1, 'w' has a size beyond all numbers",
    "6, 0, 4294967296 4294967296, 1 1, 'w' has a size beyond all numbers",
    "6, 0, 2 2, 4611686018427387904 4611686018427387904, 'w' has a size beyond all numbers",
    "6, 9223372036854775807, 2, 1, 'w' has a size beyond all numbers",
    "6, 0, 2 3, 1, its data.pkl describes a tensor in an unknown way",
    "6, -1, 2, 1, its data.pkl describes a tensor in an unknown way",
    "6, 0, -2, 1, its data.pkl gives a tensor a shape that is none",
    "6, 2, 2, -1, its data.pkl gives a tensor a shape that is none",
  })
  void viewsOfWhatIsNotThere(long size, long offset, String shape, String strides, String said)
      throws IOException {
    torch.storage(ElementType.F16, 1, 2, 3, 4, 5, 6);
    Path file = write(view(size, offset, numbers(shape), numbers(strides)));
    assertThatThrownBy(() -> WeightFile.open(file).close())
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(said);
  }

  @Test
  void aSmallFileDoesNotAskForAllMemory() throws IOException {
    torch.storage(ElementType.F16, 1);
    try (WeightFile file =
        WeightFile.open(write(view(1, 0, new long[] {1 << 30}, new long[] {0})))) {
      assertThatThrownBy(() -> file.read("w"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("'w' repeats 1 numbers to 1073741824");
    }
  }

  private Path write(byte[] pickle) throws IOException {
    return torch.write(folder.resolve("weights.pt"), pickle);
  }
}
