package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.config.ModelConfig;

class StepBenchTest {
  @TempDir Path folder;

  @Test
  void aRoundTimesEveryPhaseOfARealStep() throws IOException {
    try (StepBench bench = new StepBench(BenchModel.COMPACT, BenchModel.COMPACT.config(), 8)) {
      StepBench.Round first = bench.round(1);
      // ln 400 and an SDM of 2 identities that knows nothing yet
      assertThat(first.loss()).isBetween(Math.log(400), Math.log(400) + 1.5);
      assertThat(first.forward()).isPositive();
      assertThat(first.backward()).isPositive();
      assertThat(first.optimizer()).isPositive();
      bench.round(8);
      StepBench.Round later = bench.round(3);
      assertThat(later.loss()).as("the weights have moved").isLessThan(first.loss());
      assertThat(later.stepSeconds())
          .isCloseTo((later.forward() + later.backward() + later.optimizer()) / 3, within(1e-12));
      assertThat(bench.items()).isEqualTo(10);
      Path weights = folder.resolve("w.safetensors");
      Path batch = folder.resolve("b.safetensors");
      bench.export(weights, batch);
      assertThat(Files.size(weights)).isGreaterThan(4 * bench.parameters());
      assertThat(Files.size(batch)).isGreaterThan(8L * 3 * 96 * 48 * 4);
    }
  }

  @Test
  void theLargeModelIsClipsOwnShape() {
    ModelConfig model = BenchModel.VIT_B_16.config().model();
    assertThat(model.heads() * ModelConfig.CLIP_HEAD_WIDTH).isEqualTo(model.width());
    assertThat(model.text().heads() * ModelConfig.CLIP_HEAD_WIDTH).isEqualTo(model.text().width());
  }
}
