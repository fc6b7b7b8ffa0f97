package reidstudio.ui.curves;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChartArrangementTest {
  private static final List<String> KEYS = List.of("a", "b", "c", "d");

  @Test
  void aMovedChartTakesThePlaceOfTheOther() {
    ChartArrangement forth = ChartArrangement.CUSTOMARY.moved("a", "c", KEYS);
    assertThat(forth.shown(KEYS)).containsExactly("b", "c", "a", "d");
    assertThat(forth.moved("a", "b", KEYS).shown(KEYS)).containsExactly("a", "b", "c", "d");
    assertThat(forth.moved("d", "b", KEYS).shown(KEYS)).containsExactly("d", "b", "c", "a");
  }

  @Test
  void chartsThatAreNotThereNowKeepTheirPlaces() {
    ChartArrangement all = ChartArrangement.CUSTOMARY.moved("d", "a", KEYS);
    ChartArrangement few = all.moved("c", "b", List.of("b", "c"));
    assertThat(few.shown(List.of("b", "c"))).containsExactly("c", "b");
    assertThat(few.shown(KEYS)).containsExactly("d", "a", "c", "b");
    assertThat(few.shown(List.of("x", "b"))).containsExactly("b", "x");
  }

  @Test
  void aHiddenChartKeepsItsPlaceForLater() {
    ChartArrangement without = ChartArrangement.CUSTOMARY.with("b", false);
    assertThat(without.shown(KEYS)).containsExactly("a", "c", "d");
    assertThat(without.hidden()).isEqualTo(Set.of("b"));
    assertThat(without.with("b", true)).isEqualTo(ChartArrangement.CUSTOMARY);
  }
}
