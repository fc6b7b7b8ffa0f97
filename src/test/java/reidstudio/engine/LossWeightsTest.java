package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import reidstudio.config.ItcConfig;
import reidstudio.config.LossConfig;
import reidstudio.config.NormConfig;
import reidstudio.config.QueryMix;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.config.SdmConfig;
import reidstudio.config.SdmForm;
import reidstudio.config.TripletConfig;
import reidstudio.event.MetricKey;
import reidstudio.model.ReidModel;
import reidstudio.objective.LossMix;
import reidstudio.optim.Adam;
import reidstudio.tensor.OperatorPack;

/** The weight that is multiplied is the weight that is logged, whatever the configuration. */
class LossWeightsTest {
  private static final int ROUNDS = 40;
  private static final int EPOCHS = 6;

  private static final Map<MetricKey, MetricKey> TERMS =
      Map.of(
          MetricKey.CE_LOSS, MetricKey.CE_WEIGHT,
          MetricKey.SDM_LOSS, MetricKey.SDM_WEIGHT,
          MetricKey.ITC_LOSS, MetricKey.ITC_WEIGHT,
          MetricKey.TRIPLET_LOSS, MetricKey.TRIPLET_WEIGHT,
          MetricKey.NORM_PENALTY, MetricKey.NORM_WEIGHT);

  private final SplittableRandom random = new SplittableRandom(6);

  @Test
  void theTotalIsTheSumOfWhatIsPublished() {
    RunConfig config = config();
    MadeUpBatches batches = new MadeUpBatches(config.data(), 3);
    try (OperatorPack pack = OperatorPack.load(Device.cpu());
        ReidModel model = new ReidModel(pack, config, MadeUpBatches.PEOPLE, MadeUpBatches.WORDS);
        Adam optimizer = new Adam(pack, model.parameters(), config.optimizer())) {
      for (int round = 0; round < ROUNDS; round++) {
        LossConfig loss = loss();
        int epoch = random.nextInt(1, EPOCHS + 1);
        Map<MetricKey, Double> seen =
            new TrainStep(pack, model, optimizer, new LossMix(loss, EPOCHS))
                .run(batches.next(loss.mix()), epoch, 1)
                .values();
        double sum = 0;
        for (Map.Entry<MetricKey, MetricKey> term : TERMS.entrySet()) {
          assertThat(seen.containsKey(term.getKey())).isEqualTo(seen.containsKey(term.getValue()));
          sum += seen.getOrDefault(term.getKey(), 0.0) * seen.getOrDefault(term.getValue(), 0.0);
        }
        assertThat(seen.get(MetricKey.TOTAL_LOSS))
            .as(loss.toString())
            .isCloseTo(sum, within(1e-4 * Math.max(1, sum)));
        assertThat(seen.get(MetricKey.SDM_WEIGHT)).isEqualTo(loss.sdm().weightAt(epoch));
        assertThat(seen.get(MetricKey.SDM_TEMPERATURE))
            .isEqualTo(loss.sdm().temperatureAt(epoch, EPOCHS));
        assertThat(seen.containsKey(MetricKey.ITC_LOSS)).isEqualTo(loss.itc().weight() > 0);
        assertThat(seen.containsKey(MetricKey.ITC_PAIRS)).isEqualTo(loss.itc().weight() > 0);
        assertThat(seen.containsKey(MetricKey.TRIPLET_LOSS)).isEqualTo(loss.triplet().weight() > 0);
        assertThat(seen.containsKey(MetricKey.NORM_PENALTY)).isEqualTo(loss.norm().weight() > 0);
      }
    }
  }

  private LossConfig loss() {
    List<Double> steps = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      steps.add(random.nextDouble(0, 2));
    }
    return new LossConfig(
        random.nextDouble(0.1, 2),
        0.1,
        random.nextBoolean() ? QueryMix.COMBINATIONS : QueryMix.SINGLE_AND_FUSED,
        new SdmConfig(
            weight(),
            random.nextBoolean() ? SdmForm.CROSS_ENTROPY : SdmForm.KL_DIVERGENCE,
            random.nextDouble(0.05, 1),
            random.nextBoolean() ? 0 : random.nextDouble(0.05, 1),
            random.nextInt(4),
            steps),
        new ItcConfig(weight(), random.nextDouble(0.05, 1)),
        new TripletConfig(weight(), 0.3, random.nextBoolean()),
        new NormConfig(weight(), 10, 3));
  }

  /** Often 0. */
  private double weight() {
    return random.nextBoolean() ? 0 : random.nextDouble(0.1, 3);
  }

  private static RunConfig config() {
    return new RunConfigCodec()
        .read(
            null,
            Map.ofEntries(
                Map.entry("device", "cpu"),
                Map.entry("data.imageHeight", "24"),
                Map.entry("data.imageWidth", "24"),
                Map.entry("data.captionTokens", "8"),
                Map.entry("model.width", "16"),
                Map.entry("model.heads", "2"),
                Map.entry("model.imageLayers", "1"),
                Map.entry("model.text.width", "16"),
                Map.entry("model.text.heads", "2"),
                Map.entry("model.text.layers", "1"),
                Map.entry("model.embedding", "32")),
            RunConfig.defaults());
  }
}
