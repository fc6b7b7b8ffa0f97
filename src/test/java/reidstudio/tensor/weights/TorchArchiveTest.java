package reidstudio.tensor.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TorchArchiveTest {
  @TempDir Path folder;
  private final TorchFixture torch = new TorchFixture();

  private static Map<String, HostTensor> tensors() {
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    tensors.put("net.1.weight", new HostTensor(new float[] {1, -2, 3, 4}, new long[] {2, 2}));
    tensors.put("net.0.bias", new HostTensor(new float[] {5, 6, 7}, new long[] {3}));
    tensors.put("scale", new HostTensor(new float[] {8}, new long[0]));
    tensors.put("empty", new HostTensor(new float[0], new long[] {2, 0}));
    return tensors;
  }

  @ParameterizedTest
  @EnumSource(names = {"F16", "BF16", "F32", "F64"})
  void aStateDict(ElementType type) throws IOException {
    Map<String, HostTensor> tensors = tensors();
    try (WeightFile file = WeightFile.open(write(torch.stateDict(type, tensors)))) {
      assertThat(file.names()).containsExactlyElementsOf(tensors.keySet());
      requireSame(file, type, tensors);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aModuleOfTorchScriptPackedOrNot(boolean isPacked) throws IOException {
    Map<String, HostTensor> tensors = tensors();
    if (isPacked) {
      torch.packed();
    }
    torch.entry("constants.pkl", "no pickle: it is not read").entry("byteorder", "little");
    try (WeightFile file = WeightFile.open(write(torch.module(ElementType.F16, tensors)))) {
      requireSame(file, ElementType.F16, tensors);
    }
  }

  private static void requireSame(
      WeightFile file, ElementType type, Map<String, HostTensor> tensors) throws IOException {
    assertThat(file.names()).containsExactlyInAnyOrderElementsOf(tensors.keySet());
    assertThat(file.metadata()).isEmpty();
    for (String name : tensors.keySet()) {
      assertThat(file.entry(name).type()).isEqualTo(type);
      assertThat(file.entry(name).shape()).isEqualTo(tensors.get(name).shape());
      assertThat(file.read(name)).as(name).isEqualTo(tensors.get(name).values());
    }
    assertThatThrownBy(() -> file.read("missing")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCheckpointWithOtherThingsInIt() throws IOException {
    PickleBytes pickle = new PickleBytes().code("}(").text("epoch").number(3).text("model");
    pickle.global("collections", "OrderedDict").code(")R").text("w");
    torch.tensor(pickle, ElementType.F32, new HostTensor(new float[] {1}, new long[] {1}));
    pickle.code("s").text("moments").code("}").number(0);
    // a parameter wraps its tensor
    pickle.global("torch._utils", "_rebuild_parameter").code("(");
    torch.tensor(pickle, ElementType.F32, new HostTensor(new float[] {2}, new long[] {1}));
    pickle.code(0x88).global("collections", "OrderedDict").code(")RtR").code("s");
    pickle.text("rest").code("](").number(-5).number(1L << 40).number(70_000).code("N");
    pickle.code('G', 0x3f, 0xf8, 0, 0, 0, 0, 0, 0).code("e").code("u");
    try (WeightFile file = WeightFile.open(write(pickle.stop()))) {
      assertThat(file.names()).containsExactly("model.w", "moments.0");
      assertThat(file.read("model.w")).containsExactly(1);
      assertThat(file.read("moments.0")).containsExactly(2);
    }
  }

  @Test
  void aStorageThatIsMissingOrAnotherByteOrder() throws IOException {
    refused(write(sixHalves()), "lacks 'some name/data/0'");
    torch.storage(ElementType.F16, 1, 2, 3, 4, 5, 6);
    torch.entry("byteorder", "big");
    refused(write(sixHalves()), "the byte order 'big'");
  }

  private static byte[] sixHalves() {
    PickleBytes pickle = new PickleBytes().code("}").text("w");
    TorchFixture.tensor(pickle, "HalfStorage", 0, 6, 0, new long[] {6}, new long[] {1});
    return pickle.code("s").stop();
  }

  @Test
  void aFlippedBitIsFoundByTheChecksum() throws IOException {
    torch.storage(ElementType.F32, 1, 2);
    Path path = write(torch.stateDict(ElementType.F32, tensors()));
    byte[] bytes = Files.readAllBytes(path);
    // 3.0f occurs once
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\0\0@@");
    bytes[at] ^= 1;
    Files.write(path, bytes);
    try (WeightFile file = WeightFile.open(path)) {
      assertThat(file.read("net.0.bias")).containsExactly(5, 6, 7);
      assertThatThrownBy(() -> file.read("net.1.weight"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("do not have their checksum")
          .hasMessageContaining(path.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCopyThatBrokeOff(boolean isPacked) throws IOException {
    if (isPacked) {
      torch.packed();
    }
    byte[] whole = Files.readAllBytes(write(torch.stateDict(ElementType.F32, tensors())));
    for (int length = 4; length < whole.length; length += 37) {
      refused(
          Files.write(path(), java.util.Arrays.copyOf(whole, length)),
          "its table of contents cannot be read");
    }
  }

  @Test
  void zipFilesThatTorchDidNotWrite() throws IOException {
    refused(zip("readme.txt"), "a zip file without NAME/data.pkl");
    refused(zip("data.pkl"), "a zip file without NAME/data.pkl");
    refused(zip("a/b/data.pkl"), "a zip file without NAME/data.pkl");
    refused(zip("a/data.pkl", "b/data.pkl"), "more than one data.pkl");
    refused(zip("a/data.pkl"), "its data.pkl breaks off");
  }

  private Path zip(String... names) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path()))) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.closeEntry();
      }
    }
    return path();
  }

  private Path path() {
    return folder.resolve("weights.pt");
  }

  private Path write(byte[] pickle) throws IOException {
    return torch.write(path(), pickle);
  }

  private static void refused(Path path, String said) {
    assertThatThrownBy(() -> WeightFile.open(path).close())
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("Weights cannot be read from " + path + ": ")
        .hasMessageContaining(said);
  }
}
