package reidstudio.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HeadReachTest {
  /** 0.798 sqrt(512) sqrt(512) times the sum of rates. */
  @Test
  void ratesMoveALogitByWidthAndMagnitude() {
    double root = Math.sqrt(512);
    assertThat(HeadReach.of(root, root, 7.5e-3).logit()).isCloseTo(3.0639, within(1e-4));
  }

  @Test
  void whatIsMissingBringsItToWhatWasEnough() {
    HeadReach little = new HeadReach(3.072);
    assertThat(little.isHopeless()).isFalse();
    assertThat(little.isTight()).isTrue();
    assertThat(little.missingFactor()).isEqualTo(7); // 20 / 3.072 = 6.5
    HeadReach hardlyAny = new HeadReach(0.03072);
    assertThat(hardlyAny.isHopeless()).isTrue();
    assertThat(hardlyAny.missingFactor()).isEqualTo(652); // 651.04
    assertThat(new HeadReach(20).isTight()).isFalse();
    assertThat(new HeadReach(19.9).missingFactor()).as("twice at least").isEqualTo(2);
  }

  @Test
  void whatIsNotKnownIsNoFault() {
    HeadReach unknown = new HeadReach(Double.NaN);
    assertThat(unknown.isHopeless() || unknown.isTight()).isFalse();
    assertThat(unknown.isEnoughToLeaveChance(1_000)).isFalse();
  }

  @Test
  void aHeadIsDoubtedAfterFarAndManyUpdatesOnly() {
    assertThat(new HeadReach(100).isEnoughToLeaveChance(150)).isTrue();
    assertThat(new HeadReach(99).isEnoughToLeaveChance(10_000)).isFalse();
    assertThat(new HeadReach(1_000).isEnoughToLeaveChance(149)).isFalse();
  }
}
