package reidstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import reidstudio.store.Series;
import reidstudio.store.Timeline;

class MeanRateTest {
  private final Timeline timeline = new Timeline();
  private final Series rate = new Series(timeline);

  /** 32 items in 4 s, then 32 items in 1 s: 64 items in 5 s, and not the mean of 8 and 32. */
  @Test
  void slowStepsCountByTheirLength() {
    timeline.append(1, 0, 4);
    rate.append(8);
    timeline.append(2, 0, 5);
    rate.append(32);

    assertThat(new MeanRate(rate).value()).isEqualTo(12.8);
  }

  @Test
  void withoutAStepThereIsNoRate() {
    assertThat(new MeanRate(rate).value()).isNaN();
  }
}
