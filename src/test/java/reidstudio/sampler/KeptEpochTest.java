package reidstudio.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptEpochTest {
  private final List<Integer> drawn = new ArrayList<>();

  private final EpochPlan plan =
      new EpochPlan() {
        @Override
        public List<int[]> epoch(int epoch) {
          drawn.add(epoch);
          return List.of(new int[] {epoch, 1}, new int[] {epoch, 2});
        }

        @Override
        public int size() {
          return 2;
        }
      };

  @Test
  void theSameEpochIsDrawnOnce() {
    BatchSampler sampler = new PkSampler(plan, 1, 2) {};
    for (int place = 0; place < sampler.size(); place++) {
      assertThat(sampler.epoch(3).get(place)).containsExactly(3, place + 1);
    }
    assertThat(sampler.epoch(4).get(0)).containsExactly(4, 1);
    assertThat(sampler.epoch(3).get(0)).containsExactly(3, 1);
    assertThat(drawn).containsExactly(3, 4, 3);
  }

  @Test
  void whoChangesABatchChangesItsOwn() {
    EpochPlan kept = new KeptEpoch(plan);
    kept.epoch(0).get(1)[0] = 99;
    assertThat(kept.epoch(0).get(1)).containsExactly(0, 2);
  }
}
