package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
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
}
