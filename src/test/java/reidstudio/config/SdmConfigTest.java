package reidstudio.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SdmConfigTest {
  @Test
  void theWeightWaitsForTheWarmUpThenClimbsTheStepsAndStays() {
    SdmConfig steps = config(2, .1, .3, .5);
    assertThat(IntStream.rangeClosed(1, 7).mapToDouble(steps::weightAt))
        .containsExactly(0.0, 0.0, .1, .3, .5, .5, .5);
    assertThat(IntStream.rangeClosed(1, 4).mapToDouble(config(0, .1, .3)::weightAt))
        .containsExactly(.1, .3, .3, .3);
  }

  @Test
  void withoutStepsTheWeightIsThereAtOnce() {
    assertThat(IntStream.rangeClosed(1, 3).mapToDouble(config(0)::weightAt))
        .containsExactly(.7, .7, .7);
    assertThat(IntStream.rangeClosed(1, 3).mapToDouble(config(1)::weightAt))
        .containsExactly(0.0, .7, .7);
  }

  @Test
  void theTemperatureReachesItsEndInTheLastEpochAndStays() {
    SdmConfig moving = new SdmConfig(1, SdmForm.CROSS_ENTROPY, .2, .1, 3, List.of());
    assertThat(moving.temperatureAt(1, 5)).isEqualTo(.2);
    assertThat(moving.temperatureAt(3, 5)).isCloseTo(.15, within(1e-12));
    assertThat(moving.temperatureAt(5, 5)).isCloseTo(.1, within(1e-12));
    // a run that goes on beyond its plan
    assertThat(moving.temperatureAt(6, 5)).isCloseTo(.1, within(1e-12));
    assertThat(moving.temperatureAt(1, 1)).isEqualTo(.2);
    assertThat(moving.temperatureAt(1, 2)).isEqualTo(.2);
    assertThat(moving.temperatureAt(2, 2)).isCloseTo(.1, within(1e-12));
  }

  @Test
  void withoutAnEndTheTemperatureStays() {
    SdmConfig fixed = new SdmConfig(1, SdmForm.CROSS_ENTROPY, .2, 0, 0, List.of());
    assertThat(fixed.temperatureAt(1, 5)).isEqualTo(.2);
    assertThat(fixed.temperatureAt(5, 5)).isEqualTo(.2);
  }

  @Test
  void theHeaviestEpochIsTheFirstWithTheLargestWeightThatIsReached() {
    assertThat(config(2, .1, .5, .3).heaviestEpoch(9)).isEqualTo(4);
    assertThat(config(2, .1, .5, .3).heaviestEpoch(3)).isEqualTo(3);
    assertThat(config(1).heaviestEpoch(9)).isEqualTo(2);
    assertThat(config(9).heaviestEpoch(3)).isEqualTo(1);
  }

  private static SdmConfig config(int warmup, Double... steps) {
    return new SdmConfig(.7, SdmForm.CROSS_ENTROPY, .2, 0, warmup, List.of(steps));
  }
}
