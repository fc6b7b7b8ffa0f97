package reidstudio.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reidstudio.config.LoraProjections;
import reidstudio.data.Modality;
import reidstudio.optim.Adam;
import reidstudio.tensor.Parameter;
import reidstudio.tensor.Parameter.Role;

/** Adapters against a plain model whose weights have the update merged into them. */
class AdaptedLayerTest {
  private static final int RANK = 3;
  private static final double ALPHA = 2;

  /** Three pictures of one modality, one of the next; NIR is missing. */
  private static final Map<Modality, long[]> BATCH =
      new EnumMap<>(
          Map.of(
              Modality.VIS, new long[] {1, 2, 3},
              Modality.CP, new long[] {4},
              Modality.SK, new long[] {5, 6}));

  @ParameterizedTest
  @EnumSource(LoraProjections.class)
  void beforeTrainingTheyChangeNothing(LoraProjections projections) {
    try (TinyClip adapted = adapted(projections, 2);
        TinyClip plain = new TinyClip()) {
      copy(adapted, plain);
      float[] features = adapted.model.evaluate(adapted.pictures(BATCH)).items_NxD().toFloatArray();
      float[] expected = plain.model.evaluate(plain.pictures(BATCH)).items_NxD().toFloatArray();
      // not bit for bit: the plain layer has the factor of QuickGELU in its weights
      assertThat(TinyClip.distance(features, expected)).isLessThan(1e-6);
    }
  }

  @ParameterizedTest
  @EnumSource(LoraProjections.class)
  void eachModalityPassesThroughItsOwn(LoraProjections projections) {
    try (TinyClip adapted = adapted(projections, 2);
        TinyClip plain = new TinyClip()) {
      liftAdapters(adapted);
      NDArray features = adapted.model.evaluate(adapted.pictures(BATCH)).items_NxD();
      long row = 0;
      for (Map.Entry<Modality, long[]> part : BATCH.entrySet()) {
        copy(adapted, plain);
        NDArray alone =
            plain.model.evaluate(plain.pictures(part.getKey(), part.getValue())).items_NxD();
        long end = row + part.getValue().length;
        float[] own = features.get(row + ":" + end).toFloatArray();
        assertThat(TinyClip.distance(own, alone.toFloatArray())).as("they act").isGreaterThan(.05);
        merge(adapted, plain, part.getKey());
        NDArray merged =
            plain.model.evaluate(plain.pictures(part.getKey(), part.getValue())).items_NxD();
        assertThat(TinyClip.distance(own, merged.toFloatArray()))
            .as(part.getKey().word())
            .isLessThan(1e-5);
        row = end;
      }
    }
  }

  @Test
  void theySitInTheLastLayersAlone() {
    try (TinyClip adapted = adapted(LoraProjections.ALL, 1)) {
      assertThat(adapters(adapted))
          .hasSize(4 * 4 * 2)
          .allMatch(p -> p.name().startsWith("visual.transformer.resblocks.1."));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"float32", "bf16"})
  void gradientReachesTheModalitiesOfTheBatch(String precision) {
    try (TinyClip tiny = adapted(LoraProjections.ALL, 2, "compute.precision", precision);
        Adam defined = new Adam(tiny.pack, tiny.model.parameters(), tiny.config.optimizer())) {
      liftAdapters(tiny);
      defined.zeroGradients();
      try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
        NDArray features = tiny.model.train(tiny.pictures(BATCH)).items_NxD();
        gradients.backward(features.mul(features).sum());
      }
      for (Parameter adapter : adapters(tiny)) {
        float size = adapter.value().getGradient().abs().sum().getFloat();
        if (adapter.name().contains(".nir.")) {
          assertThat(size).as(adapter.name()).isZero();
        } else {
          assertThat(size).as(adapter.name()).isPositive();
        }
      }
    }
  }

  @Test
  void theFirstGradientIsThatOfBAlone() {
    try (TinyClip tiny = adapted(LoraProjections.MLP, 2);
        Adam defined = new Adam(tiny.pack, tiny.model.parameters(), tiny.config.optimizer())) {
      defined.zeroGradients();
      try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
        NDArray features = tiny.model.train(tiny.pictures(Modality.NIR, 1, 2)).items_NxD();
        gradients.backward(features.mul(features).sum());
      }
      for (Parameter adapter : adapters(tiny)) {
        float size = adapter.value().getGradient().abs().sum().getFloat();
        boolean moves = adapter.name().endsWith(".nir.lora_B");
        assertThat(size > 0).as(adapter.name()).isEqualTo(moves);
      }
    }
  }

  private static TinyClip adapted(LoraProjections projections, int layers, String... more) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "model.lora.rank", Integer.toString(RANK),
                "model.lora.alpha", Double.toString(ALPHA),
                "model.lora.layers", Integer.toString(layers),
                "model.lora.projections", projections == LoraProjections.ALL ? "all" : "mlp",
                "model.lora.freezeBase", "false"));
    settings.addAll(List.of(more));
    return new TinyClip(settings.toArray(String[]::new));
  }

  private static List<Parameter> adapters(TinyClip tiny) {
    return tiny.model.parameters().stream().filter(p -> p.role() == Role.ADAPTER).toList();
  }

  /** Moves every B away from 0. */
  private static void liftAdapters(TinyClip tiny) {
    for (Parameter adapter : adapters(tiny)) {
      if (adapter.name().endsWith("lora_B")) {
        Random random = new Random(adapter.name().hashCode());
        float[] values = new float[(int) adapter.value().size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) (0.2 * random.nextGaussian());
        }
        adapter.value().set(values);
      }
    }
  }

  /** Gives {@code to} all weights of {@code from} but the adapters. */
  private static void copy(TinyClip from, TinyClip to) {
    to.model.parameters().forEach(p -> p.value().set(from.parameter(p.name()).toFloatArray()));
  }

  /** W + alpha / rank * B A in each map of {@code to} that has adapters in {@code from}. */
  private static void merge(TinyClip from, TinyClip to, Modality modality) {
    String end = "." + modality.word() + ".lora_B";
    for (Parameter up : adapters(from)) {
      if (up.name().endsWith(end)) {
        String map = up.name().substring(0, up.name().length() - end.length());
        NDArray weight = to.parameter(map + (map.endsWith("in_proj") ? "_weight" : ".weight"));
        float[] merged = weight.toFloatArray();
        float[] b = up.value().toFloatArray();
        float[] a = from.parameter(up.name().replace("lora_B", "lora_A")).toFloatArray();
        int in = a.length / RANK;
        for (int i = 0; i < merged.length; i++) {
          for (int r = 0; r < RANK; r++) {
            merged[i] += (float) (ALPHA / RANK * b[i / in * RANK + r] * a[r * in + i % in]);
          }
        }
        weight.set(merged);
      }
    }
  }
}
