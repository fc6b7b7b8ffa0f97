package reidstudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LabelStackerTest {
  @Test
  void labelsWithRoomStayWhereTheyAre() {
    assertThat(LabelStacker.stack(new double[] {80, 20}, 10, 0, 100)).containsExactly(80, 20);
  }

  @Test
  void closeLabelsMoveApartAndKeepTheirOrder() {
    assertThat(LabelStacker.stack(new double[] {50, 52, 48}, 10, 0, 100))
        .containsExactly(58, 68, 48);
  }

  @Test
  void labelsBeyondTheEdgesComeBack() {
    assertThat(LabelStacker.stack(new double[] {-500, 999, 98}, 10, 0, 100))
        .containsExactly(5, 95, 85);
  }

  @Property
  void noTwoLabelsOverlap(
      @ForAll @Size(min = 1, max = 9) @DoubleRange(min = -50, max = 150) double[] wanted) {
    double[] placed = LabelStacker.stack(wanted, 10, 0, 100);
    Arrays.sort(placed);
    for (int i = 1; i < placed.length; i++) {
      assertThat(placed[i] - placed[i - 1]).isGreaterThanOrEqualTo(10 - 1e-9);
    }
    assertThat(placed[0]).isGreaterThanOrEqualTo(5 - 1e-9);
    assertThat(placed[placed.length - 1]).isLessThanOrEqualTo(95 + 1e-9);
  }
}
