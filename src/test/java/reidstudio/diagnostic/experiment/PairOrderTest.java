package reidstudio.diagnostic.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairOrderTest {
  private static final float[] EAST = {1, 0};
  private static final float[] NORTH = {0, 1};
  private static final float[] BETWEEN = {0.6f, 0.8f};

  /**
   * Same: east-between 0.6. Different: east-north 0 and between-north 0.8, so one of two is right.
   */
  @Test
  void theAreaCountsPairsByHand() {
    PairOrder pairs =
        PairOrder.within(new PairOrder.Rows(List.of(EAST, BETWEEN, NORTH), List.of(1, 1, 2)));
    assertThat(pairs.samePairs()).isEqualTo(1);
    assertThat(pairs.area()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void equalSimilaritiesCountHalf() {
    PairOrder pairs =
        PairOrder.within(new PairOrder.Rows(List.of(EAST, EAST, EAST, EAST), List.of(1, 1, 2, 2)));
    assertThat(pairs.samePairs()).isEqualTo(2);
    assertThat(pairs.area()).isCloseTo(0.5, within(1e-12));
  }

  /** Same: east-east 1 and north-between 0.8; different: east-between 0.6 and north-east 0. */
  @Test
  void betweenTwoSetsEveryPairIsOneOfBoth() {
    PairOrder pairs =
        PairOrder.between(
            new PairOrder.Rows(List.of(EAST, NORTH), List.of(1, 2)),
            new PairOrder.Rows(List.of(EAST, BETWEEN), List.of(1, 2)));
    assertThat(pairs.samePairs()).isEqualTo(2);
    assertThat(pairs.area()).isCloseTo(1, within(1e-12));
  }

  @Test
  void withoutPairsOfBothKindsNothingIsKnown() {
    assertThat(PairOrder.within(new PairOrder.Rows(List.of(EAST, NORTH), List.of(1, 2))).isKnown())
        .isFalse();
  }
}
