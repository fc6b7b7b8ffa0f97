package reidstudio.tensor.weights;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TensorTreeTest {
  private static final WeightFault FAULT = new WeightFault(Path.of("evil.pt"));
  private static final HostTensor SCALAR = new HostTensor(new float[] {1}, new long[0]);

  @Test
  void dictionariesInsideDictionaries() {
    PickleBytes deep = new PickleBytes();
    for (int i = 0; i < 100_000; i++) {
      deep.code("}").text("a");
    }
    deep.code("}").code("s".repeat(100_000));
    named(deep.stop(), "nested deeper than 64 levels");
    // each of 30 dictionaries holds the one before it twice: 2^30 ways to the first
    PickleBytes bomb = new PickleBytes().code("}").code('q', 0);
    for (int i = 0; i < 30; i++) {
      bomb.code("}(").text("a").code('h', i).text("b").code('h', i).code("u").code('q', i + 1);
    }
    named(bomb.stop(), "more than 1048576 values");
    PickleBytes itself = new PickleBytes().code("}").code('q', 0).text("a").code('h', 0).code("s");
    named(itself.stop(), "nested deeper than 64 levels");
    PickleBytes longName = new PickleBytes().code("}").text("x".repeat(1001)).code("Ns");
    named(longName.stop(), "a name of more than 1000 letters");
  }

  @Test
  void oneNameForTwoTensors() {
    TorchFixture torch = new TorchFixture();
    PickleBytes pickle = new PickleBytes().code("}").text("a.b");
    torch.tensor(pickle, ElementType.F32, SCALAR);
    pickle.code("s").text("a").code("}").text("b");
    torch.tensor(pickle, ElementType.F32, SCALAR);
    named(pickle.code("ss").stop(), "'a.b' is in it twice");
  }

  private static void named(byte[] pickle, String said) {
    assertThatThrownBy(() -> TensorTree.named(new PickleReader(pickle, FAULT).read(), FAULT))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Weights cannot be read from evil.pt")
        .hasMessageContaining(said);
  }
}
