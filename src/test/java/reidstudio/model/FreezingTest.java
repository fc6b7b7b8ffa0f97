package reidstudio.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.Parameter;
import reidstudio.tensor.Parameter.Role;
import reidstudio.tensor.StartValues;

class FreezingTest {
  /** As if a file had all of the encoders. */
  private static final StartValues FILE =
      (name, shape) ->
          name.contains(".lora_") || !name.matches("(visual|text)\\..*")
              ? Optional.empty()
              : Optional.of(new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)]);

  private OperatorPack pack;

  @BeforeEach
  void load() {
    pack = OperatorPack.load(Device.cpu());
  }

  @AfterEach
  void close() {
    pack.close();
  }

  @ParameterizedTest
  @CsvSource({"mlp, 4", "all, 8"})
  void whatAdaptersStandInForIsFrozen(String projections, int arrays) {
    List<String> frozen =
        frozen(
            FILE,
            "model.lora.rank",
            "2",
            "model.lora.layers",
            "1",
            "model.lora.projections",
            projections);
    assertThat(frozen)
        .hasSize(arrays)
        .allMatch(name -> name.startsWith("visual.transformer.resblocks.1."))
        .noneMatch(name -> name.contains(".ln_"));
  }

  @Test
  void withoutFreezeBaseEverythingTrains() {
    assertThat(
            frozen(
                FILE,
                "model.lora.rank",
                "2",
                "model.lora.layers",
                "2",
                "model.lora.freezeBase",
                "false"))
        .isEmpty();
  }

  @Test
  void adaptersTrainInsideOfWhatIsFrozen() {
    String[] settings = {
      "model.weights.frozen", "visual.transformer", "model.lora.rank", "2", "model.lora.layers", "2"
    };
    try (ReidModel model = model(FILE, settings)) {
      assertThat(model.parameters())
          .filteredOn(p -> p.name().startsWith("visual.transformer"))
          .allMatch(p -> p.isTrained() == (p.role() == Role.ADAPTER));
    }
  }

  @Test
  void namesAreBeginnings() {
    assertThat(frozen(FILE, "model.weights.frozen", "text.,visual.nir"))
        .isNotEmpty()
        .allMatch(name -> name.startsWith("text.") || name.startsWith("visual.nir."))
        .contains("text.proj.weight", "visual.nir.conv1.weight");
  }

  @Test
  void randomOnesAreRefused() {
    assertThatThrownBy(
            () -> frozen(StartValues.RANDOM, "model.lora.rank", "2", "model.lora.layers", "2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("8 parameters are frozen and random")
        .hasMessageContaining("visual.transformer.resblocks.0.mlp.c_fc.weight")
        .hasMessageContaining("model.weights.frozenAtRandom");
    assertThatThrownBy(() -> frozen(FILE, "model.weights.frozen", "visual,fusion"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("first fusion");
  }

  @Test
  void randomOnesMayBeAskedFor() {
    assertThat(
            frozen(
                StartValues.RANDOM,
                "model.weights.frozen",
                "fusion",
                "model.weights.frozenAtRandom",
                "fusion"))
        .isNotEmpty()
        .allMatch(name -> name.startsWith("fusion."));
  }

  @ParameterizedTest
  @CsvSource({"feature_mixture, feature_mixture", "'visual,Text', Text"})
  void aNameThatFreezesNothingIsRefused(String frozen, String wrong) {
    assertThatThrownBy(() -> frozen(FILE, "model.weights.frozen", frozen))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + wrong + "'");
  }

  private List<String> frozen(StartValues start, String... settings) {
    try (ReidModel model = model(start, settings)) {
      return model.parameters().stream().filter(p -> !p.isTrained()).map(Parameter::name).toList();
    }
  }

  private ReidModel model(StartValues start, String... settings) {
    return new ReidModel(pack, TinyClip.config(settings), TinyClip.CLASSES, TinyClip.WORDS, start);
  }
}
