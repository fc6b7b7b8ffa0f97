package reidstudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class NiceTicksTest {
  @Test
  void linearTicksAreMultiplesOfOneTwoOrFive() {
    assertThat(NiceTicks.linear(new Range(0, 10), 6).values())
        .containsExactly(0.0, 2.0, 4.0, 6.0, 8.0, 10.0);
    assertThat(NiceTicks.linear(new Range(0.03, 0.98), 6).values())
        .containsExactly(0.2, 0.4, 0.6, 0.8);
    assertThat(NiceTicks.linear(new Range(-1.2e-4, 3.4e-4), 6).values())
        .containsExactly(-1e-4, 0.0, 1e-4, 2e-4, 3e-4);
    assertThat(NiceTicks.linear(new Range(0, 48_000), 5).values())
        .containsExactly(0.0, 20_000.0, 40_000.0);
  }

  @Test
  void aTickOnTheEndOfTheRangeSurvivesRounding() {
    assertThat(NiceTicks.linear(new Range(0.1, 0.3), 3).values()).containsExactly(0.1, 0.2, 0.3);
  }

  @Test
  void aSingleValueGetsOneTick() {
    assertThat(NiceTicks.linear(new Range(7, 7), 5).values()).containsExactly(7.0);
  }

  @Property
  void linearTicksAreFewAscendingAndInside(
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double low,
      @ForAll @Scale(5) @DoubleRange(min = 1e-3, max = 1e7) double span,
      @ForAll @IntRange(min = 2, max = 20) int atMost) {
    Range range = new Range(low, low + span);
    Ticks ticks = NiceTicks.linear(range, atMost);
    assertThat(ticks.values()).hasSizeLessThanOrEqualTo(atMost).isSorted();
    assertThat(ticks.step()).isGreaterThanOrEqualTo(span / (atMost - 1) * (1 - 1e-6));
    assertThat(ticks.step()).isLessThanOrEqualTo(span / (atMost - 1) * 2.5 * (1 + 1e-6));
    double slack = ticks.step() * 1e-6;
    assertThat(ticks.values())
        .allMatch(value -> value >= range.low() - slack && value <= range.high() + slack);
  }

  @Test
  void logTicksGrowCoarserWithTheRange() {
    assertThat(NiceTicks.log(new Range(0.2, 40), 6).values())
        .containsExactly(0.3, 1.0, 3.0, 10.0, 30.0);
    assertThat(NiceTicks.log(new Range(1e-6, 1), 7).values())
        .containsExactly(1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1.0);
    assertThat(NiceTicks.log(new Range(1e-12, 1), 5).values())
        .containsExactly(1e-12, 1e-9, 1e-6, 1e-3, 1.0);
  }

  @Test
  void aLogAxisWithinOneDecadeFallsBackToLinearTicks() {
    assertThat(NiceTicks.log(new Range(2.1, 2.9), 5).values()).containsExactly(2.2, 2.4, 2.6, 2.8);
  }

  @Test
  void durationsAreCountedInSixties() {
    assertThat(NiceTicks.duration(new Range(0, 100), 5).values())
        .containsExactly(0.0, 30.0, 60.0, 90.0);
    assertThat(NiceTicks.duration(new Range(0, 8000), 6).values())
        .containsExactly(0.0, 1800.0, 3600.0, 5400.0, 7200.0);
    assertThat(NiceTicks.duration(new Range(0, 10 * 86_400), 6).values())
        .containsExactly(0.0, 172_800.0, 345_600.0, 518_400.0, 691_200.0, 864_000.0);
  }
}
