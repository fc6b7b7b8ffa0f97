package reidstudio.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormerKeysTest {
  private static final RunConfig DEFAULTS = RunConfig.defaults();

  @TempDir Path folder;
  private final RunConfigCodec codec = new RunConfigCodec();

  @Test
  void aFileOfVersionOneMeansWhatItMeantThen() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("config.json"),
            """
            {"schemaVersion": 1,
             "model": {"width": 64, "heads": 2, "textLayers": 1},
             "loss": {"sdmWeight": 0.25, "sdmForm": "kl-divergence", "temperature": 0.02,
                      "sdmWarmupEpochs": 3},
             "optimizer": {"encoderLearningRate": 0.001, "headLearningRate": 0.01,
                           "weightDecay": 0.5, "warmupShare": 0.1, "finalFactor": 0.2}}
            """);
    RunConfig config = codec.read(file);
    assertThat(config.schemaVersion()).isEqualTo(RunConfig.SCHEMA_VERSION);
    assertThat(config.model().text()).isEqualTo(new TextConfig(TextKind.WORDS, "", 64, 2, 1));
    assertThat(config.loss().sdm())
        .isEqualTo(new SdmConfig(0.25, SdmForm.KL_DIVERGENCE, 0.02, 0, 3, List.of()));
    OptimizerConfig optimizer = config.optimizer();
    assertThat(optimizer.encoder()).isEqualTo(new GroupConfig(0.001, 0.5));
    assertThat(optimizer.adapter()).isEqualTo(optimizer.encoder());
    assertThat(optimizer.fusion()).isEqualTo(optimizer.encoder());
    assertThat(optimizer.head()).isEqualTo(new GroupConfig(0.01, 0.5));
    assertThat(optimizer.schedule()).isEqualTo(new ScheduleConfig(SchedulePace.STEP, 0.1, 0, 0.2));
  }

  @Test
  void aFormerNameTypedByAUserWinsOverTheFileToo() throws IOException {
    Path file = Files.writeString(folder.resolve("new.yaml"), "loss:\n  sdm:\n    weight: 3\n");
    RunConfig config = codec.read(file, Map.of("loss.sdmWeight", "2"), DEFAULTS);
    assertThat(config.loss().sdm().weight()).isEqualTo(2);
  }

  @Test
  void theNewNameWinsOverTheFormerOne() {
    RunConfig config =
        codec.read(
            null,
            Map.of("optimizer.headLearningRate", "1", "optimizer.head.learningRate", "2"),
            DEFAULTS);
    assertThat(config.optimizer().head().learningRate()).isEqualTo(2);
  }

  @Test
  void listsAndFlagsAreReadFromTextAndFromFiles() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("lists.json"),
            "{\"loss\": {\"sdm\": {\"weightSteps\": [0.1, 1]}}, \"compute\": {\"tf32\": true}}");
    RunConfig config =
        codec.read(
            file,
            Map.of("model.weights.frozen", "text, visual.transformer", "compute.precision", "bf16"),
            DEFAULTS);
    assertThat(config.loss().sdm().weightSteps()).containsExactly(0.1, 1.0);
    assertThat(config.model().weights().frozen()).containsExactly("text", "visual.transformer");
    assertThat(config.compute()).isEqualTo(new ComputeConfig(Precision.BF16, true));
    Path written = Files.writeString(folder.resolve("again.json"), codec.toJson(config));
    assertThat(codec.read(written)).isEqualTo(config);
  }
}
