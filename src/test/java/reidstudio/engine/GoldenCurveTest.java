package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import reidstudio.config.RunConfig;
import reidstudio.event.MetricKey;
import reidstudio.model.ReidModel;
import reidstudio.objective.LossMix;
import reidstudio.optim.Adam;
import reidstudio.optim.WarmupCosine;
import reidstudio.tensor.OperatorPack;

/**
 * The first 200 losses of a fixed seed, against those of the day on which they were written down. A
 * change here means that the mathematics of a run has changed: model, losses, neck, optimizer or
 * schedule.
 *
 * <p>Where that was meant, take over the new curve, which every run of this test leaves in {@code
 * target/golden-losses.txt}, to {@code src/test/resources/reidstudio/engine/golden-losses.txt}, and
 * say in the commit why it changed.
 */
class GoldenCurveTest {
  private static final int STEPS = 200;
  private static final double TOLERANCE = 1e-4;

  @Test
  void theFirstLossesAreThoseWrittenDown() throws IOException {
    double[] losses = losses();
    Path left = Path.of("target", "golden-losses.txt");
    Files.write(
        left,
        Arrays.stream(losses).mapToObj(l -> String.format(Locale.ROOT, "%.6f", l)).toList(),
        StandardCharsets.UTF_8);
    List<Double> golden = golden();
    assertThat(golden).hasSize(STEPS);
    for (int i = 0; i < STEPS; i++) {
      double expected = golden.get(i);
      assertThat(losses[i])
          .as("loss of step %d; all losses are in %s", i + 1, left)
          .isCloseTo(expected, within(TOLERANCE * Math.abs(expected)));
    }
    assertThat(golden.get(19)).as("cross-entropy learns").isLessThan(golden.get(0) * 0.9);
    assertThat(mean(golden, 180, 200)).as("both learn").isLessThan(mean(golden, 20, 40) * 0.5);
  }

  private static double mean(List<Double> losses, int from, int to) {
    return losses.subList(from, to).stream().mapToDouble(loss -> loss).average().orElseThrow();
  }

  private static double[] losses() {
    RunConfig config = SmallRun.tiny("loss.sdm.warmupEpochs", "1");
    double[] losses = new double[STEPS];
    try (OperatorPack pack = OperatorPack.load(Device.cpu());
        ReidModel model = new ReidModel(pack, config, MadeUpBatches.PEOPLE, MadeUpBatches.WORDS);
        Adam optimizer = new Adam(pack, model.parameters(), config.optimizer())) {
      TrainStep step =
          new TrainStep(pack, model, optimizer, new LossMix(config.loss(), config.epochs()));
      WarmupCosine schedule = new WarmupCosine(STEPS, 5, 0, 0.01);
      MadeUpBatches batches = new MadeUpBatches(config.data(), 20);
      for (int i = 0; i < STEPS; i++) {
        // SDM joins in the second of three epochs.
        StepResult result = step.run(batches.next(), 1 + i / 20, schedule.factor(i + 1));
        losses[i] = result.values().get(MetricKey.TOTAL_LOSS);
      }
    }
    return losses;
  }

  private static List<Double> golden() throws IOException {
    try (InputStream in = GoldenCurveTest.class.getResourceAsStream("golden-losses.txt")) {
      assertThat(in).as("golden-losses.txt").isNotNull();
      List<Double> losses = new ArrayList<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .forEach(line -> losses.add(Double.valueOf(line)));
      return losses;
    }
  }
}
