package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PositionTest {
  @Test
  void anEpochIsJudgedByTheMeanOfAllItsBatches() {
    Position first = Position.START.afterBatch(4, false, 1).afterBatch(2, true, 2).afterEpoch();
    assertThat(first)
        .isEqualTo(
            new Position(
                2, 1, 2, 0, 2, 0, Optional.of(new BestEpoch("epoch.loss.total.mean", 3, 1))));
    assertThat(first.isBest()).isTrue();
    Position worse = first.afterBatch(3, true, 3).afterEpoch();
    assertThat(worse.best()).isEqualTo(first.best());
    assertThat(worse.isBest()).as("as good as before").isFalse();
    Position better = worse.afterBatch(1, true, 4).afterBatch(4, true, 5).afterEpoch();
    assertThat(better.best().orElseThrow().value()).isEqualTo(2.5);
    assertThat(better.isBest()).isTrue();
    assertThat(better.afterBatch(1, true, 6).isBest()).as("in the middle of an epoch").isFalse();
  }

  @Test
  void theRankBeforeTheFirstStepStaysWithTheRun() {
    Position start = Position.START.withStartRank(OptionalDouble.of(26.5));
    Position later = start.afterBatch(1, true, 1).afterEpoch().afterEvaluation(0.2);
    assertThat(later.startRank()).hasValue(26.5);
  }

  @Test
  void aMeasuredMapCountsMoreThanAnyLoss() {
    Position first = Position.START.afterBatch(1, true, 1).afterEpoch();
    Position judged = first.afterEvaluation(0.2);
    assertThat(judged.best()).contains(new BestEpoch("eval.map.mean", 0.2, 1));
    assertThat(judged.isBest()).isTrue();
    Position unjudged = judged.afterBatch(0.001, true, 2).afterEpoch();
    assertThat(unjudged.best()).as("a lower loss").isEqualTo(judged.best());
    assertThat(unjudged.isBest()).isFalse();
    assertThat(unjudged.afterEvaluation(0.2).isBest()).as("as good as before").isFalse();
    Position better = unjudged.afterEvaluation(0.3);
    assertThat(better.best()).contains(new BestEpoch("eval.map.mean", 0.3, 2));
    assertThat(better.isBest()).isTrue();
    assertThat(better).isEqualTo(new Position(2, 2, 3, 0, 2, 0, better.best()));
  }
}
