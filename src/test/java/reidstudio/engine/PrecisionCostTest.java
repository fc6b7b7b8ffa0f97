package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reidstudio.config.ComputeConfig;
import reidstudio.config.Precision;
import reidstudio.tensor.OperatorPack;

class PrecisionCostTest {
  private static OperatorPack pack;

  @BeforeAll
  static void load() {
    pack = OperatorPack.load(Device.cpu());
  }

  @AfterAll
  static void unload() {
    pack.close();
  }

  @Test
  void theWarningSaysHowMuchAndWhatToDo() {
    assertThat(new PrecisionCost(11.62).sentence())
        .hasValueSatisfying(
            text -> assertThat(text).contains("11.6 times").contains("compute.precision=float32"));
  }

  @Test
  void whatCostsNoMoreIsNotTold() {
    assertThat(new PrecisionCost(0.6).sentence()).isEmpty();
    assertThat(new PrecisionCost(1.2).sentence()).isEmpty();
  }

  /** What comes out depends on the processor; that it is a ratio of two real times does not. */
  @Test
  void measuresAndLeavesNothingBehind() {
    int before = pack.manager().getManagedArrays().size();
    assertThat(PrecisionCost.measure(pack).times()).isPositive().isFinite();
    assertThat(pack.manager().getManagedArrays()).hasSize(before);
  }

  @Test
  void float32IsNotMeasured() {
    assertThat(PrecisionCost.warning(new ComputeConfig(Precision.FLOAT32, false), pack)).isEmpty();
  }
}
