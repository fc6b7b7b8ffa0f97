package reidstudio.tensor.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClipWeightsTest {
  @TempDir Path folder;
  private final ClipFixture clip = new ClipFixture();

  @Test
  void theFixtureHasNoNumberTwice() {
    float[] all = new float[0];
    for (HostTensor tensor : clip.model().values()) {
      int old = all.length;
      all = Arrays.copyOf(all, old + tensor.values().length);
      System.arraycopy(tensor.values(), 0, all, old, tensor.values().length);
    }
    assertThat(all).doesNotHaveDuplicates();
    for (float value : all) {
      assertThat(Math.abs(value)).isLessThanOrEqualTo(2048);
    }
  }

  @Test
  void openAisArchiveInHalfPrecision() throws IOException {
    TorchFixture torch = new TorchFixture();
    Path file = path("ViT.pt");
    torch.write(file, torch.module(ElementType.F16, clip.openAi()));
    requireModel(file, "OpenAI");
  }

  @Test
  void openAisNamesInSafetensors() throws IOException {
    requireModel(
        SafetensorsBytes.write(path("oa.safetensors"), ElementType.F32, clip.openAi()), "OpenAI");
  }

  @Test
  void huggingFacesSafetensors() throws IOException {
    requireModel(
        SafetensorsBytes.write(path("hf.safetensors"), ElementType.F32, clip.huggingFace()),
        "Hugging Face");
  }

  @Test
  void huggingFacesStateDict() throws IOException {
    TorchFixture torch = new TorchFixture();
    Path file = path("pytorch_model.bin");
    torch.write(file, torch.stateDict(ElementType.F16, clip.huggingFace()));
    requireModel(file, "Hugging Face");
  }

  private void requireModel(Path file, String origin) throws IOException {
    try (ClipWeights weights = ClipWeights.open(file)) {
      assertThat(weights.origin()).isEqualTo(origin);
      assertThat(weights.unexpected()).isEmpty();
      assertThat(weights.names()).containsExactlyInAnyOrderElementsOf(clip.model().keySet());
      for (Map.Entry<String, HostTensor> expected : clip.model().entrySet()) {
        String name = expected.getKey();
        HostTensor read = weights.read(name);
        assertThat(read.shape()).as(name).isEqualTo(expected.getValue().shape());
        assertThat(weights.shape(name)).as(name).isEqualTo(expected.getValue().shape());
        assertThat(read.values()).as(name).isEqualTo(expected.getValue().values());
      }
      assertThatThrownBy(() -> weights.read("visual.proj"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aFileOfThePictureEncoderAlone() throws IOException {
    Map<String, HostTensor> vision = clip.huggingFace();
    vision.keySet().removeIf(name -> !name.startsWith("vision_model."));
    Path file = SafetensorsBytes.write(path("v.safetensors"), ElementType.F32, vision);
    try (ClipWeights weights = ClipWeights.open(file)) {
      assertThat(weights.names())
          .contains("visual.ln_post.bias")
          .noneMatch(n -> n.contains("text"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "visual.layer1.0.conv1.weight",
    "visual.transformer.resblocks.0.attn.q_proj.weight",
    "visual.transformer.resblocks.00.ln_1.weight",
    "visual.transformer.resblocks.0.ln_3.weight",
    "module.visual.conv1.weight",
    "vision_model.pre_layernorm.weight",
    "visual.proj.weight",
    "text_model.encoder.layers.0.layer_norm1.weight",
    "Visual.conv1.weight",
    "visual.token_embedding.weight",
    "xtransformer.resblocks.0.ln_1.weight",
  })
  void aNameThatMeansNothingIsReported(String name) throws IOException {
    Map<String, HostTensor> tensors = clip.openAi();
    tensors.put(name, new HostTensor(new float[] {1, 2}, new long[] {2}));
    Path file = SafetensorsBytes.write(path("x.safetensors"), ElementType.F32, tensors);
    try (ClipWeights weights = ClipWeights.open(file)) {
      assertThat(weights.unexpected()).containsExactly(name);
      assertThat(weights.names()).containsExactlyInAnyOrderElementsOf(clip.model().keySet());
    }
  }

  @Test
  void aMissingPartOfAttentionIsAnError() throws IOException {
    Map<String, HostTensor> tensors = clip.huggingFace();
    tensors.remove("vision_model.encoder.layers.3.self_attn.k_proj.weight");
    refused(tensors, "'visual.transformer.resblocks.3.attn.in_proj_weight' is made of 3 parts");
  }

  @Test
  void aPartOfAnotherShapeIsAnError() throws IOException {
    Map<String, HostTensor> tensors = clip.huggingFace();
    HostTensor odd = new HostTensor(new float[] {1}, new long[0]);
    tensors.put("vision_model.encoder.layers.3.self_attn.v_proj.bias", odd);
    refused(tensors, "'vision_model.encoder.layers.3.self_attn.v_proj.bias' of shape []");
    Map<String, HostTensor> flat = clip.openAi();
    flat.put("text_projection", odd);
    refused(flat, "'text_projection' of shape [] cannot be (a part of) 'text.proj.weight'");
  }

  @Test
  void aFileOfAnotherModelIsAnError() throws IOException {
    HostTensor some = new HostTensor(new float[] {1}, new long[] {1});
    refused(Map.of("layer1.0.conv1.weight", some), "none of its 1 arrays, such as 'layer1.0.conv1");
    refused(Map.of("logit_scale", some), "none of its 1 arrays");
    refused(Map.of(), "none of its 0 arrays,");
  }

  private void refused(Map<String, HostTensor> tensors, String said) throws IOException {
    Path file = SafetensorsBytes.write(path("bad.safetensors"), ElementType.F32, tensors);
    assertThatThrownBy(() -> ClipWeights.open(file).close())
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("Weights cannot be read from " + file + ": ")
        .hasMessageContaining(said);
  }

  private Path path(String name) {
    return folder.resolve(name);
  }
}
