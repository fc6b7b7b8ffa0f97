package reidstudio.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmoothedSeriesTest {
  private final Timeline timeline = new Timeline();
  private final Series series = new Series(timeline);

  @Test
  void threePointsByHand() {
    append(1, 2, 4);
    SmoothedSeries line = series.smoothed(0.5);
    assertThat(line.valueAt(0)).isEqualTo(1.0);
    // (0.5 * 0.5 * 1 + 0.5 * 2) / 0.75
    assertThat(line.valueAt(1)).isCloseTo(5.0 / 3, within(1e-15));
    // (0.125 * 1 + 0.25 * 2 + 0.5 * 4) / 0.875
    assertThat(line.valueAt(2)).isCloseTo(3.0, within(1e-15));
  }

  @Test
  void aConstantIsItsOwnAverageFromTheFirstPointOn() {
    for (int i = 0; i < 300; i++) {
      append(2.5);
    }
    for (int i = 0; i < 300; i++) {
      assertThat(series.smoothed(0.99).valueAt(i)).isCloseTo(2.5, within(1e-12));
    }
  }

  @Test
  void valuesThatAreNotFiniteLeaveTheAverageAsItWas() {
    append(Double.NaN, 3, Double.POSITIVE_INFINITY, Double.NaN);
    SmoothedSeries line = series.smoothed(0.9);
    assertThat(line.valueAt(0)).isNaN();
    assertThat(line.valueAt(1)).isCloseTo(3, within(1e-15));
    assertThat(line.valueAt(3)).isCloseTo(3, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 0.9, 0.999})
  void agreesWithTheWeightedMeanWhileTheSeriesGrows(double factor) {
    SplittableRandom random = new SplittableRandom(1);
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      double value = i % 29 == 3 ? Double.NaN : random.nextDouble();
      values.add(value);
      append(value);
      if (i % 37 == 0 || i % 64 == 63) {
        assertThat(series.smoothed(factor).valueAt(i))
            .isCloseTo(weightedMean(values, factor), within(1e-12));
      }
    }
    assertThat(series.smoothed(factor).valueAt(130))
        .isCloseTo(weightedMean(values.subList(0, 131), factor), within(1e-12));
  }

  @Test
  void anotherFactorGivesAnotherLineAndTheSameOneTheSame() {
    append(1, 5);
    SmoothedSeries line = series.smoothed(0.5);
    assertThat(series.smoothed(0.5)).isSameAs(line);
    assertThat(series.smoothed(0).valueAt(1)).isEqualTo(5.0);
    assertThatThrownBy(() -> series.smoothed(1)).hasMessageContaining("0 to less than 1");
  }

  @Test
  void theLineReachesBeyondBothEdgesAndKeepsItsPointsWhileTheSeriesGrows() {
    for (int i = 0; i < 1000; i++) {
      append(i);
    }
    List<Double> before = places(200.5, 400.5, 20);
    assertThat(before.get(0)).isEqualTo(200.0);
    assertThat(before.get(before.size() - 1)).isEqualTo(401.0);
    assertThat(before).isSorted().doesNotHaveDuplicates().hasSizeBetween(20, 42);
    append(1, 2, 3);
    assertThat(places(200.5, 400.5, 20)).isEqualTo(before);
  }

  @Test
  void aRangeWithFewPointsGetsThemAll() {
    append(1, 2, 3);
    assertThat(places(-10, 10, 100)).containsExactly(1.0, 2.0, 3.0);
    assertThat(places(50, 60, 100)).containsExactly(3.0);
  }

  private List<Double> places(double from, double to, int about) {
    List<Double> places = new ArrayList<>();
    series.smoothed(0.6).points(XAxis.STEP, from, to, about, (x, y) -> places.add(x));
    return places;
  }

  /** Debiased EMA as a mean with the weights f^(age), which is another way to say the same. */
  private static double weightedMean(List<Double> values, double factor) {
    double sum = 0;
    double weights = 0;
    double weight = 1;
    for (int i = values.size() - 1; i >= 0; i--) {
      if (Double.isFinite(values.get(i))) {
        sum += weight * values.get(i);
        weights += weight;
        weight *= factor;
      }
    }
    return sum / weights;
  }

  private void append(double... values) {
    for (double value : values) {
      int step = timeline.size() + 1;
      timeline.append(step, step / 10.0, step);
      series.append(value);
    }
  }
}
