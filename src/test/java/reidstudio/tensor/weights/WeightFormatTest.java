package reidstudio.tensor.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightFormatTest {
  @TempDir Path folder;

  @Test
  void whatIsNoWeightFileIsNamedForWhatItIs() throws IOException {
    refused("", "it has 0 bytes. The file is damaged: copy or download it again.");
    refused("<!DOCTYPE html><html>", "it is a page of a web site");
    refused("version https://git-lfs.github.com/spec/v1\noid sha256:0", "'git lfs pull'");
    refused("GGUF and so on", "it is neither safetensors nor an archive of torch.save");
    refused("{\"a\": 1}", "it is neither safetensors nor");
    // what torch.save(..., _use_new_zipfile_serialization=False) begins with
    refused(
        "\u0080\u0002\u008a\nl\u00fc\u009cF\u00f9 j\u00a8P\u0019.\u0080\u0002M\u00e9\u0003.",
        "the form of before PyTorch 1.6");
  }

  @Test
  void aFolderOrNothingAtAll() throws IOException {
    Path nothing = folder.resolve("nothing.pt");
    said(nothing, "there is no such file. Correct the path.");
    said(folder, "it is a folder. Give the path of the file inside it.");
  }

  @Test
  void anyByteMayBeWrongAndOnlyAnIoExceptionComes() throws IOException {
    Map<String, HostTensor> one = Map.of("w.v", new HostTensor(new float[] {1, 2}, new long[] {2}));
    Path file = folder.resolve("changed");
    TorchFixture torch = new TorchFixture().packed().entry("byteorder", "little");
    requireIoExceptions(torch.write(file, torch.stateDict(ElementType.F16, one)));
    requireIoExceptions(SafetensorsBytes.write(file, ElementType.F32, one));
  }

  private static void requireIoExceptions(Path file) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    int refused = 0;
    for (int at = 0; at < whole.length; at++) {
      for (int change : new int[] {1, 0xff}) {
        byte[] changed = whole.clone();
        changed[at] ^= (byte) change;
        Files.write(file, changed);
        try (WeightFile weights = WeightFile.open(file)) {
          for (String name : weights.names()) {
            weights.read(name);
          }
        } catch (IOException e) {
          refused++;
          assertThat(e).hasMessageContaining(file.toString()).hasMessageNotContaining("(null)");
        }
      }
    }
    assertThat(refused).isPositive();
  }

  private void refused(String latin1, String why) throws IOException {
    Path file = folder.resolve("file.bin");
    Files.write(file, latin1.getBytes(StandardCharsets.ISO_8859_1));
    said(file, why);
  }

  private static void said(Path file, String why) {
    assertThatThrownBy(() -> WeightFile.open(file).close())
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("Weights cannot be read from " + file + ": ")
        .hasMessageContaining(why);
  }
}
