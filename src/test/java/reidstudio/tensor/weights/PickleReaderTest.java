package reidstudio.tensor.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PickleReaderTest {
  private static final Path FILE = Path.of("evil.pt");

  @TempDir Path folder;

  @Test
  void plainDataIsRead() throws IOException {
    PickleBytes pickle = new PickleBytes().code("}").code('q', 7).code("(").text("é");
    pickle.number(200).text("b").number(60_000).text("c").number(-3).text("d").number(1L << 50);
    pickle.text("e").code(0x8a, 2).little(2, -300).text("f").code(0x8a, 0);
    pickle.text("g").code("N").text("h").code(0x88).text("i").code(0x89);
    pickle.text("j").code('G', 0xbf, 0xf0, 0, 0, 0, 0, 0, 0);
    pickle.text("k").code("]").code('r', 0, 1, 0, 0).number(1).code("a(").number(2).number(3);
    pickle.code("e").text("l").code('j', 0, 1, 0, 0).text("m").number(9).code(0x85).code("u");
    pickle.number(4).text("n").code("s");
    Object read = read(pickle.stop());
    assertThat(read).isInstanceOf(Map.class);
    Map<?, ?> map = (Map<?, ?>) read;
    assertThat(map.get("é")).isEqualTo(200L);
    assertThat(map.get("b")).isEqualTo(60_000L);
    assertThat(map.get("c")).isEqualTo(-3L);
    assertThat(map.get("d")).isEqualTo(1L << 50);
    assertThat(map.get("e")).isEqualTo(-300L);
    assertThat(map.get("f")).isEqualTo(0L);
    assertThat(map.containsKey("g")).isTrue();
    assertThat(map.get("g")).isNull();
    assertThat(map.get("h")).isEqualTo(true);
    assertThat(map.get("i")).isEqualTo(false);
    assertThat(map.get("j")).isEqualTo(-1.0);
    assertThat(map.get("k")).isEqualTo(List.of(1L, 2L, 3L));
    assertThat(map.get("l")).isSameAs(map.get("k"));
    assertThat(map.get("m")).isEqualTo(new PickleTuple(List.of(9L)));
    assertThat(map.get(4L)).isEqualTo("n");
  }

  @Test
  void typedContainersOfTorchScriptArePlain() throws IOException {
    PickleBytes pickle = new PickleBytes().global("torch.jit._pickle", "build_intlist");
    pickle.code("](").number(1).number(2).code("e").code(0x85).code("R");
    assertThat(read(pickle.stop())).isEqualTo(List.of(1L, 2L));
    PickleBytes tagged = new PickleBytes().global("torch.jit._pickle", "restore_type_tag");
    tagged.code("}").text("Dict[str, int]").code(0x86).code("R");
    assertThat(read(tagged.stop())).isEqualTo(Map.of());
  }

  /** What runs a command when Python loads it. */
  @ParameterizedTest
  @CsvSource({
    "os, system",
    "posix, system",
    "nt, system",
    "builtins, eval",
    "__builtin__, exec",
    "subprocess, Popen",
    "torch, load",
    "torch.storage, _load_from_bytes",
    "torch._utils, exec",
    "__torch__x, Module",
    "collections, namedtuple",
    "functools, partial",
  })
  void aFunctionIsRefusedByNameAndNotRun(String module, String name) {
    Path witness = folder.resolve("witness");
    byte[] pickle =
        new PickleBytes().global(module, name).text("touch " + witness).code(0x85).code("R").stop();
    assertThatThrownBy(() -> read(pickle))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Weights cannot be read from evil.pt")
        .hasMessageContaining("'" + module + "." + name + "'")
        .hasMessageContaining("Nothing of it was run");
    assertThat(Files.exists(witness)).isFalse();
  }

  /** Instructions of Python that torch does not write, each with the room for an argument. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "i", "o", "P", "0", "1", "2", "d", "l", "F", "I", "L", "S", "T", "U", "V", "p", "g", "B",
        "C", "\u0082", "\u0083", "\u0084", "\u008b", "\u008c", "\u008d", "\u0092", "\u0093",
        "\u0094", "\u0095", "\u0000", "\u00ff"
      })
  void anyOtherInstructionIsRefused(String code) {
    byte[] pickle = new PickleBytes().code(code).code("os\nsystem\n0000").stop();
    assertThatThrownBy(() -> read(pickle))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the pickle instruction")
        .hasMessageContaining("at byte 2");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 4, 5})
  void anotherProtocolIsRefused(int protocol) {
    assertThatThrownBy(() -> read(new byte[] {(byte) 0x80, (byte) protocol, 'N', '.'}))
        .hasMessageContaining("protocol " + protocol);
  }

  @Test
  void aPickleThatBreaksOffAnywhere() throws IOException {
    byte[] whole = new TorchFixture().stateDict(ElementType.F32, Map.of("w", scalar()));
    assertThat(read(whole)).isInstanceOf(Map.class);
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> read(part)).hasMessageContaining("its data.pkl breaks off");
    }
  }

  private static HostTensor scalar() {
    return new HostTensor(new float[] {1}, new long[0]);
  }

  @Test
  void anyByteMayBeWrongAndOnlyAnIoExceptionComes() {
    byte[] whole = new TorchFixture().module(ElementType.F32, Map.of("a.b", scalar()));
    for (int at = 0; at < whole.length; at++) {
      for (int value : "\0\1.(){tubsRQNKcqhj]ae\u0081\u0085\u0087\u008a\u00ff".chars().toArray()) {
        byte[] changed = whole.clone();
        changed[at] = (byte) value;
        try {
          TensorTree.named(read(changed), new WeightFault(FILE));
        } catch (IOException e) {
          assertThat(e).hasMessageContaining("evil.pt");
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    ".,takes a value that is not there",
    "t,ends a group that never began",
    "N(s,takes a value that is not there",
    "NNa,appends to what is no list",
    ")Na,appends to what is no list",
    "NNNs,sets items of what is no dictionary",
    "}(Nu,sets items of what is no dictionary",
    "}NNs,a key that is neither a word nor a number",
    "}))s,a key that is neither a word nor a number",
    "NN\u0081,makes an object of what is no class",
    "NNR,calls what is no function",
    "NNb,gives a state to what has none",
    "NQ,describes a storage in an unknown way",
    "h7,recalls value 55",
    "\u008a\u0009123456789,a whole number of 9 bytes",
    "X\u00ff\u00ff\u00ff\u00ff,breaks off",
    "X\u00ff\u00ff\u00ff\u007f,breaks off",
    "cno line end,breaks off",
  })
  void nonsense(String letters, String said) {
    assertThatThrownBy(() -> read(new PickleBytes().code(letters).stop()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(said);
  }

  @Test
  void limits() {
    assertThatThrownBy(() -> read(new PickleBytes().code("(".repeat(1000)).stop()))
        .hasMessageContaining("nested deeper than 256 levels");
    assertThatThrownBy(() -> read(new PickleBytes().code("N".repeat((1 << 20) + 1)).stop()))
        .hasMessageContaining("more than 1048576 values at a time");
    PickleBytes remembering = new PickleBytes().code("N");
    for (int i = 0; i <= 1 << 20; i++) {
      remembering.code('r').little(Integer.BYTES, i);
    }
    assertThatThrownBy(() -> read(remembering.stop()))
        .hasMessageContaining("remembers more than 1048576 values");
  }

  private static Object read(byte[] pickle) throws IOException {
    return new PickleReader(pickle, new WeightFault(FILE)).read();
  }
}
