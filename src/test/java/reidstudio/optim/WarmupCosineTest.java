package reidstudio.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarmupCosineTest {
  @ParameterizedTest
  @CsvSource({
    "1, 0.05", // first of 20 warm-up steps
    "10, 0.5",
    "20, 1", // peak
    "40, 0.868198", // a quarter of the decay: 0.1 + 0.9 * (1 + cos 45 degrees) / 2
    "60, 0.55", // half: 0.1 + 0.9 / 2
    "100, 0.1", // last
    "101, 0.1"
  })
  void matchesTheValuesByHand(long step, double expected) {
    assertThat(new WarmupCosine(100, 20, 0, 0.1).factor(step)).isCloseTo(expected, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 0", "1, 1, 0.5", "7, 3, 0", "100, 20, 0.1", "50, 50, 0.1", "50, 0, 1"})
  void risesToOneAndNeverRisesAgain(long total, long warmup, double last) {
    WarmupCosine schedule = new WarmupCosine(total, warmup, 0, last);
    for (long step = 1; step < total; step++) {
      double now = schedule.factor(step);
      double next = schedule.factor(step + 1);
      assertThat(now).isBetween(0.0, 1.0);
      if (step < warmup) {
        assertThat(next).isGreaterThan(now);
      } else {
        assertThat(next).isLessThanOrEqualTo(now);
      }
    }
    assertThat(schedule.factor(total)).isCloseTo(warmup == total ? 1 : last, within(1e-12));
  }

  @Test
  void aWarmUpThatIsLongerThanTheRunIsRefused() {
    assertThatThrownBy(() -> new WarmupCosine(10, 11, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("11")
        .hasMessageContaining("10");
    assertThatThrownBy(() -> new WarmupCosine(0, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
