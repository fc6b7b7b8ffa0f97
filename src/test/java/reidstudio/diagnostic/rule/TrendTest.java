package reidstudio.diagnostic.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TrendTest {
  private static Windows of(double... medians) {
    Windows windows = new Windows(1);
    for (double median : medians) {
      windows.add(median);
    }
    return windows;
  }

  @Test
  void aStraightLineHasItsSlopeAndNoError() {
    Trend trend = Trend.of(of(9, 9, 5, 4, 3, 2), 4);
    assertThat(trend.slope()).isCloseTo(-1, within(1e-12));
    assertThat(trend.error()).isCloseTo(0, within(1e-12));
  }

  @Test
  void slopeAndErrorByHand() {
    // times -1.5 -0.5 0.5 1.5, values -1 1 -1 1 around 2: slope 2/5, squares left 4 - 0.8 = 3.2
    Trend trend = Trend.of(of(1, 3, 1, 3), 4);
    assertThat(trend.slope()).isCloseTo(0.4, within(1e-12));
    assertThat(trend.error()).isCloseTo(Math.sqrt(3.2 / 2 / 5), within(1e-12));
    assertThat(trend.isFlatter(1.6, 2)).isTrue();
    assertThat(trend.isFlatter(1.5, 2)).isFalse();
  }
}
