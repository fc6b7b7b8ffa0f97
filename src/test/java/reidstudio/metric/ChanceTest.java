package reidstudio.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChanceTest {
  @Test
  void oneMatchOfThreeByHand() {
    // rank 1, 2 or 3: AP 1, 1/2 or 1/3
    assertThat(new Chance(3).averagePrecision(1)).isCloseTo(11.0 / 18, within(1e-12));
    assertThat(new Chance(3).cmc(1, 4)).containsExactly(new double[] {1 / 3., 2 / 3., 1, 1}, EXACT);
    assertThat(new Chance(1).averagePrecision(1)).isEqualTo(1);
  }

  private static final org.assertj.core.data.Offset<Double> EXACT = within(1e-12);

  /** Every set of places of the matches is equally likely. */
  @ParameterizedTest
  @CsvSource({"5, 2", "6, 3", "7, 1", "4, 4", "8, 5"})
  void isTheMeanOverAllOrders(int gallery, int matches) {
    double precisions = 0;
    double[] found = new double[gallery];
    int orders = 0;
    for (int places = 0; places < 1 << gallery; places++) {
      if (Integer.bitCount(places) == matches) {
        precisions += averagePrecision(places, gallery, matches);
        for (int rank = Integer.numberOfTrailingZeros(places); rank < gallery; rank++) {
          found[rank]++;
        }
        orders++;
      }
    }
    Chance chance = new Chance(gallery);
    assertThat(chance.averagePrecision(matches)).isCloseTo(precisions / orders, EXACT);
    double[] cmc = chance.cmc(matches, gallery);
    for (int rank = 0; rank < gallery; rank++) {
      assertThat(cmc[rank]).isCloseTo(found[rank] / orders, EXACT);
    }
  }

  private static double averagePrecision(int places, int gallery, int matches) {
    double sum = 0;
    int seen = 0;
    for (int rank = 1; rank <= gallery; rank++) {
      if (((places >> (rank - 1)) & 1) == 1) {
        seen++;
        sum += (double) seen / rank;
      }
    }
    return sum / matches;
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> new Chance(0)).hasMessageContaining("0 items");
    Chance chance = new Chance(4);
    assertThatThrownBy(() -> chance.averagePrecision(0)).hasMessageContaining("0 matches");
    assertThatThrownBy(() -> chance.cmc(5, 3)).hasMessageContaining("5 matches");
  }
}
