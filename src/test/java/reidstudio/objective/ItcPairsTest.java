package reidstudio.objective;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ItcPairsTest {
  @Test
  void theJthQueryGetsTheJthGalleryRowOfItsIdentityStartingOver() {
    // visible rows 0 to 3, others 4 to 10
    int[] labels = {5, 7, 5, 8, 5, 7, 5, 9, 5, 7, 9};
    ItcPairs pairs = ItcPairs.of(labels, new int[] {4, 5, 6, 7, 8, 9, 10}, new int[] {0, 1, 2, 3});
    assertThat(pairs.queries()).containsExactly(4, 5, 6, 8, 9);
    assertThat(pairs.gallery()).containsExactly(0, 1, 2, 0, 1);
    assertThat(pairs.unpaired()).isEqualTo(2);
  }

  @Test
  void anEmptySideLeavesNoPair() {
    int[] labels = {1, 1};
    ItcPairs noGallery = ItcPairs.of(labels, new int[] {0, 1}, new int[0]);
    assertThat(noGallery.queries()).isEmpty();
    assertThat(noGallery.gallery()).isEmpty();
    assertThat(noGallery.unpaired()).isEqualTo(2);
    ItcPairs noQuery = ItcPairs.of(labels, new int[0], new int[] {0, 1});
    assertThat(noQuery.queries()).isEmpty();
    assertThat(noQuery.unpaired()).isZero();
  }
}
