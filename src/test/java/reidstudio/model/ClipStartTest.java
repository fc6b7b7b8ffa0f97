package reidstudio.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reidstudio.config.RunConfig;
import reidstudio.data.Modality;
import reidstudio.tensor.Parameter;
import reidstudio.tensor.Parameter.Origin;
import reidstudio.tensor.Parameter.Role;
import reidstudio.tensor.weights.ClipWeights;
import reidstudio.tensor.weights.SafetensorsWriter;

/** Models that start from a file as OpenAI names it, made of the weights of another model. */
class ClipStartTest {
  private static final String[] FROM_FILE = {
    "seed", "77",
    "model.weights.pretrained", "clip.safetensors",
    "model.lora.rank", "2",
    "model.lora.layers", "1"
  };

  @TempDir private Path folder;
  private TinyClip source;
  private final Map<String, NDArray> arrays = new LinkedHashMap<>();

  @BeforeEach
  void build() {
    source = new TinyClip();
    arrays.putAll(OpenAiNames.of(source.model));
    // trained on squares of 3 x 3 patches and 77 tokens; the first ten are the source's
    int width = source.config.model().text().width();
    NDArray longer = source.scope.create(SmallModel.floats(67 * width, 4), new Shape(67, width));
    arrays.put("positional_embedding", arrays.get("positional_embedding").concat(longer, 0));
    arrays.put("visual.positional_embedding", positions(10));
  }

  private NDArray positions(int rows) {
    return source.scope.create(SmallModel.floats(rows * 128, 5), new Shape(rows, 128));
  }

  @AfterEach
  void close() {
    source.close();
  }

  @Test
  void theEncodersAreThoseOfTheFile() throws IOException {
    try (ClipWeights file = file()) {
      ClipStart start = new ClipStart(file, config());
      try (ReidModel model = model(start, config())) {
        for (Parameter parameter : model.parameters()) {
          String name = parameter.name();
          if (parameter.role() != Role.ENCODER) {
            assertThat(parameter.origin()).as(name).isEqualTo(Origin.RANDOM);
          } else {
            assertThat(parameter.origin()).as(name).isEqualTo(Origin.PRETRAINED);
            String own = name.replaceFirst("\\.(nir|cp|sk)\\.", ".vis.");
            if (!own.equals("visual.vis.positional_embedding")) {
              assertThat(parameter.value().toFloatArray())
                  .as(name)
                  .containsExactly(source.parameter(own).toFloatArray());
            }
          }
        }
        // 12 arrays in each of 4 layers, proj and ln_post of each tower, 2 tables of text, and
        // what each of 4 modalities has of its own: kernel, class token, positions, norm
        assertThat(start.finish()).isEqualTo(new ClipStart.Loaded(48 + 6 + 2 + 20, 61, 0));
      }
    }
  }

  @Test
  void positionsAreResizedToThePictures() throws IOException {
    try (ClipWeights file = file()) {
      try (ReidModel model = model(new ClipStart(file, config()), config())) {
        float[] table = arrays.get("visual.positional_embedding").toFloatArray();
        float[] fitted = model.state().get("visual.nir.positional_embedding").get(1).toFloatArray();
        // 3 x 3 to 4 x 2: the first centre lies at row -0.125, column 0.25
        for (int w = 0; w < fitted.length; w++) {
          float left = table[128 + w];
          float right = table[256 + w];
          assertThat(fitted[w]).isCloseTo(left + 0.25f * (right - left), within(1e-5f));
        }
      }
    }
  }

  @Test
  void aTableOfTheSamePicturesStaysAsItIs() throws IOException {
    arrays.put("visual.positional_embedding", positions(9)); // 4 x 2 patches, not a square
    try (ClipWeights file = file();
        ReidModel model = model(new ClipStart(file, config()), config())) {
      assertThat(model.state().get("visual.sk.positional_embedding").toFloatArray())
          .containsExactly(positions(9).toFloatArray());
    }
  }

  @Test
  void theSelfTestPassesFromFileToFeature() throws IOException {
    try (ClipWeights file = file()) {
      ClipStart start = new ClipStart(file, config());
      try (ReidModel model = model(start, config())) {
        for (Modality modality : Modality.values()) {
          if (modality.isImage()) {
            ClipSelfTest.Agreement agreement =
                new ClipSelfTest(config(), start::plain).run(model, source.scope, modality);
            assertThat(agreement.image()).isCloseTo(1, within(1e-6));
            assertThat(agreement.text().orElseThrow()).isCloseTo(1, within(1e-6));
          }
        }
      }
    }
  }

  @Test
  void anEncoderOverWordsLeavesTheCaptionsOfTheFile() throws IOException {
    String[] settings =
        Stream.concat(Stream.of(FROM_FILE), Stream.of("model.text.kind", "words"))
            .toArray(String[]::new);
    RunConfig words = TinyClip.config(settings);
    try (ClipWeights file = file()) {
      ClipStart start = new ClipStart(file, words);
      try (ReidModel model = model(start, words)) {
        assertThat(model.parameters())
            .filteredOn(p -> p.name().startsWith("text."))
            .isNotEmpty()
            .allMatch(p -> p.origin() == Origin.RANDOM);
        assertThat(start.finish().left()).isEqualTo(29);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "model.patch, 4, 'visual.conv1.weight', model.patch=8",
    "model.embedding, 32, 'visual.proj.weight', model.embedding=64",
    "model.text.layers, 1, 'text.transformer.resblocks.1.ln_1.weight', model.text.layers=2",
    "model.imageLayers, 1, 'visual.transformer.resblocks.1.ln_1.weight', model.imageLayers=2",
    "model.imageLayers, 3, 'visual.transformer.resblocks.2.ln_1.weight', model.imageLayers=2"
  })
  void otherSizesAreRefusedWithTheSettingToChange(
      String key, String value, String named, String advice) throws IOException {
    RunConfig other = TinyClip.config("model.weights.pretrained", "clip.safetensors", key, value);
    try (ClipWeights file = file()) {
      assertThatThrownBy(() -> start(file, other))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("clip.safetensors ")
          .hasMessageContaining(named)
          .hasMessageContaining(advice);
    }
  }

  @Test
  void anotherVocabularyIsRefused() throws IOException {
    try (ClipWeights file = file()) {
      ClipStart start = new ClipStart(file, config());
      assertThatThrownBy(() -> new ReidModel(source.pack, config(), 5, 51, start))
          .hasMessageContaining("'text.token_embedding.weight' as [50, 64]")
          .hasMessageContaining("[51, 64]");
    }
  }

  @Test
  void captionsLongerThanTheFileKnowsAreRefused() throws IOException {
    arrays.put("positional_embedding", arrays.get("positional_embedding").get(":9"));
    try (ClipWeights file = file()) {
      assertThatThrownBy(() -> start(file, config()))
          .hasMessageContaining("9 tokens")
          .hasMessageContaining("data.captionTokens is 10");
    }
  }

  @Test
  void whatTheFileLacksIsNamed() throws IOException {
    arrays.remove("ln_final.bias");
    try (ClipWeights file = file()) {
      assertThatThrownBy(() -> start(file, config()))
          .hasMessageContaining("lacks parameters of the model (1, the first 'text.ln_post.bias')");
    }
  }

  @Test
  void whatIsNothingOfClipsIsNamed() throws IOException {
    arrays.put("classifier.weight", source.scope.zeros(new Shape(2, 2)));
    arrays.put("logit_scale", source.scope.zeros(new Shape(1)));
    try (ClipWeights file = file()) {
      assertThatThrownBy(() -> start(file, config()))
          .hasMessageContaining("holds arrays that are nothing of CLIP's (1,")
          .hasMessageContaining("'classifier.weight'");
    }
  }

  private void start(ClipWeights file, RunConfig config) {
    ClipStart start = new ClipStart(file, config);
    model(start, config).close();
    start.finish();
  }

  private ReidModel model(ClipStart start, RunConfig config) {
    return new ReidModel(source.pack, config, TinyClip.CLASSES, TinyClip.WORDS, start);
  }

  private static RunConfig config() {
    return TinyClip.config(FROM_FILE);
  }

  private ClipWeights file() throws IOException {
    Path path = folder.resolve("clip.safetensors");
    try (FileChannel out =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      new SafetensorsWriter().write(out, arrays, Map.of());
    }
    return ClipWeights.open(path);
  }
}
