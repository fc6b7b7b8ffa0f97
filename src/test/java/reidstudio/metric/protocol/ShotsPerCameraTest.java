package reidstudio.metric.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShotsPerCameraTest {
  // person 1 lies before person 0, camera 4 before camera 1
  private static final Shots POOL =
      new Shots(new int[] {1, 1, 1, 0, 0, 0, 0, 2}, new int[] {4, 1, 1, 2, 2, 2, 3, 3});

  @Test
  void oneOfEachPersonAndCameraInOrder() {
    for (int[] trial : new ShotsPerCamera(1, List.of(1, 2, 4), 10).trials(POOL)) {
      assertThat(trial).hasSize(3);
      assertThat(trial[0]).isIn(3, 4, 5);
      assertThat(trial[1]).isIn(1, 2);
      assertThat(trial[2]).isZero();
    }
  }

  @Test
  void trialsDifferAndComeAgain() {
    ShotsPerCamera draw = new ShotsPerCamera(1, List.of(), 10);
    Set<String> different = new HashSet<>();
    draw.trials(POOL).forEach(trial -> different.add(Arrays.toString(trial)));
    assertThat(different.size()).isBetween(3, 6);
    for (int t = 0; t < 10; t++) {
      assertThat(draw.trials(POOL).get(t)).isEqualTo(draw.trials(POOL).get(t));
    }
  }

  /** Python: random.seed(0); choice of 3, 1, 2 and 1 pictures gives 1, 0, 0, 0. */
  @Test
  void theFirstTrialIsPythons() {
    PythonRandom random = new PythonRandom(0);
    int[] places = {3, 1, 2, 1, 1};
    int[] drawn = Arrays.stream(places).map(random::below).toArray();
    assertThat(new ShotsPerCamera(1, List.of(), 1).trials(POOL).get(0))
        .containsExactly(3 + drawn[0], 6, 1 + drawn[2], 0, 7);
  }

  @Test
  void multiShotTakesAllWhereThereAreFew() {
    int[] trial = new ShotsPerCamera(2, List.of(), 1).trials(POOL).get(0);
    assertThat(trial).hasSize(7).doesNotHaveDuplicates().contains(6, 1, 2, 0, 7);
  }

  @Test
  void theWholeGalleryIsOneTrial() {
    assertThat(new GalleryDraw.Whole().trials(POOL))
        .singleElement()
        .isEqualTo(new int[] {0, 1, 2, 3, 4, 5, 6, 7});
  }
}
