package reidstudio.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import reidstudio.data.Modality;

class ModalityDropoutTest {
  private static int left(boolean[] masked) {
    return (int) IntStream.range(0, masked.length).filter(i -> !masked[i]).count();
  }

  @Property
  void theAnchorIsNeverDroppedAndTwoItemsStay(
      @ForAll @DoubleRange(max = 1) double rate,
      @ForAll @Size(max = 40) List<Modality> planned,
      @ForAll long seed) {
    boolean[] masked = new ModalityDropout(rate).mask(planned, seed);
    assertThat(masked).hasSize(planned.size());
    assertThat(IntStream.range(0, masked.length).filter(i -> masked[i]).mapToObj(planned::get))
        .doesNotContain(Modality.VIS);
    assertThat(left(masked)).isGreaterThanOrEqualTo(Math.min(2, planned.size()));
  }

  @Property
  void allButTheAnchorGoesIfAllIsToGo(
      @ForAll @Size(min = 2, max = 20) List<Modality> planned, @ForAll long seed) {
    int visible = Collections.frequency(planned, Modality.VIS);
    assertThat(left(new ModalityDropout(1).mask(planned, seed))).isEqualTo(Math.max(2, visible));
    assertThat(left(new ModalityDropout(0).mask(planned, seed))).isEqualTo(planned.size());
  }

  @Property
  void theSameSeedDropsTheSame(
      @ForAll @DoubleRange(max = 1) double rate,
      @ForAll @Size(max = 40) List<Modality> planned,
      @ForAll long seed) {
    assertThat(new ModalityDropout(rate).mask(planned, seed))
        .isEqualTo(new ModalityDropout(rate).mask(planned, seed));
  }

  /** Within four standard deviations of a binomial count, over seeds as batches have them. */
  @Test
  void asManyAreDroppedAsTheRateSays() {
    List<Modality> planned =
        List.of(Modality.VIS, Modality.NIR, Modality.SK, Modality.VIS, Modality.CP, Modality.TEXT);
    int batches = 20_000;
    for (double rate : new double[] {0.05, 0.3, 0.5, 0.8}) {
      int[] dropped = new int[planned.size()];
      int bothFirst = 0;
      for (int batch = 0; batch < batches; batch++) {
        boolean[] masked = new ModalityDropout(rate).mask(planned, 42 + 10_007L * batch);
        for (int i = 0; i < masked.length; i++) {
          dropped[i] += masked[i] ? 1 : 0;
        }
        bothFirst += masked[1] && masked[2] ? 1 : 0;
      }
      for (int i : new int[] {1, 2, 4, 5}) {
        assertThat((double) dropped[i]).isCloseTo(batches * rate, within(bound(batches, rate)));
      }
      assertThat(dropped[0] + dropped[3]).isZero();
      // one item's fate is not another's
      assertThat((double) bothFirst)
          .isCloseTo(batches * rate * rate, within(bound(batches, rate * rate)));
    }
  }

  private static double bound(int trials, double probability) {
    return 4 * Math.sqrt(trials * probability * (1 - probability));
  }
}
