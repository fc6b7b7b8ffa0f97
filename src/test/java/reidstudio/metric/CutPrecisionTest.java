package reidstudio.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static reidstudio.metric.CutPrecision.PER_HIT;
import static reidstudio.metric.CutPrecision.PER_MATCH;
import static reidstudio.metric.CutPrecision.PER_REACHABLE;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CutPrecisionTest {
  private static final Offset<Double> EXACT = within(1e-12);

  /** Ranks of the worked example: {1, 3}, {1, 4} and {4}; with ties for the matches {1, 2}. */
  @Test
  void theWorkedExampleCutAfterTwoItems() {
    CutTally tally = new CutTally(2);
    tally.add(new int[] {1, 3});
    tally.add(new int[] {1, 4});
    tally.add(new int[] {4});
    assertThat(tally.means().get(PER_HIT)).as("the third finds none").isEqualTo(1);
    assertThat(tally.means().get(PER_REACHABLE)).isCloseTo(1 / 3.0, EXACT);
    assertThat(tally.means().get(PER_MATCH)).isCloseTo(1 / 3.0, EXACT);
    CutTally lucky = new CutTally(2);
    lucky.add(new int[] {1, 2});
    lucky.add(new int[] {1, 4});
    lucky.add(new int[] {4});
    assertThat(lucky.means().get(PER_REACHABLE)).isCloseTo(.5, EXACT);
  }

  @Test
  void theThreeFormsDiffer() {
    int[] ranks = {1, 4, 5, 9};
    double sum = 1 + 2 / 4.0;
    assertThat(PER_HIT.of(ranks, 4).getAsDouble()).isCloseTo(sum / 2, EXACT);
    assertThat(PER_REACHABLE.of(ranks, 4).getAsDouble()).isCloseTo(sum / 4, EXACT);
    assertThat(PER_REACHABLE.of(ranks, 3).getAsDouble()).isCloseTo(1 / 3.0, EXACT);
    assertThat(PER_MATCH.of(ranks, 3).getAsDouble()).isCloseTo(1 / 4.0, EXACT);
  }

  @Test
  void withoutAHitOneFormLeavesTheQueryOut() {
    int[] ranks = {7};
    assertThat(PER_HIT.of(ranks, 6)).isEmpty();
    assertThat(PER_REACHABLE.of(ranks, 6)).hasValue(0);
    assertThat(PER_MATCH.of(ranks, 6)).hasValue(0);
  }

  /** A cut behind the last item cuts nothing: every form is the usual average precision. */
  @Test
  void aCutBehindTheEndChangesNothing() {
    int[] ranks = {2, 3, 11};
    double whole = RankTally.averagePrecision(ranks);
    for (CutPrecision form : CutPrecision.values()) {
      assertThat(form.of(ranks, 50).getAsDouble()).as(form.name()).isCloseTo(whole, EXACT);
    }
  }
}
