package reidstudio.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static reidstudio.data.Modality.CP;
import static reidstudio.data.Modality.NIR;
import static reidstudio.data.Modality.SK;
import static reidstudio.data.Modality.TEXT;
import static reidstudio.data.Modality.VIS;

import org.junit.jupiter.api.Test;
import reidstudio.data.Modality;

class PairingStatisticsTest {
  /** The vector of reid-domain 4.8. */
  @Test
  void workedVector() {
    PairingStatistics batch =
        PairingStatistics.of(
            new int[] {10, 10, 11, 11, 12, 12, 13, 13},
            new Modality[] {VIS, NIR, VIS, VIS, TEXT, SK, VIS, CP});
    assertThat(batch.identities()).isEqualTo(4);
    assertThat(batch.pairable()).isEqualTo(2);
    assertThat(batch.pairableRatio()).isEqualTo(0.5);
    assertThat(batch.coverage()).isEqualTo(0.5);
    assertThat(batch.validQueryRows()).isEqualTo(2);
    assertThat(batch.validGalleryRows()).isEqualTo(2);
    assertThat(batch.queryPositives()).containsExactly(1, 0, 0, 1);
    assertThat(batch.galleryPositives()).containsExactly(1, 0, 0, 1);
  }

  @Test
  void countsPositivesPerRow() {
    PairingStatistics batch =
        PairingStatistics.of(new int[] {5, 5, 5, 5, 6}, new Modality[] {VIS, VIS, VIS, TEXT, NIR});
    assertThat(batch.queryPositives()).containsExactly(3, 0);
    assertThat(batch.galleryPositives()).containsExactly(1, 1, 1);
    assertThat(batch.validQueryRows()).isEqualTo(1);
    assertThat(batch.validGalleryRows()).isEqualTo(3);
    assertThat(batch.coverage()).isEqualTo(0.5);
  }

  @Test
  void anEmptyBatchHasNothingToPair() {
    PairingStatistics batch = PairingStatistics.of(new int[0], new Modality[0]);
    assertThat(batch.pairableRatio()).isZero();
    assertThat(batch.coverage()).isZero();
  }
}
