package reidstudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OutliersTest {
  private final MinMaxPyramid trace = new MinMaxPyramid();

  private Range shown() {
    TraceSnapshot points = trace.snapshot();
    Extent all = new Extent();
    points.extent(0, points.size(), all);
    return Outliers.without(points, 0, points.size(), new Range(all.min(), all.max()));
  }

  private void noise(int count, int every, double spike) {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < count; i++) {
      trace.append(i, i % every == every - 1 ? spike : random.nextDouble());
    }
  }

  @Test
  void aFewSpikesAreCutOff() {
    noise(10_000, 5_000, 800);
    assertThat(shown().high()).isBetween(1.0, 2.0);
    assertThat(shown().low()).isBetween(0.0, 0.01);
  }

  @Test
  void whatOccursOftenIsNoOutlier() {
    noise(10_000, 100, 800);
    assertThat(shown().high()).isEqualTo(800);
  }

  @Test
  void aSteadyFallAndFewPointsAreShownWhole() {
    for (int i = 0; i < 1000; i++) {
      trace.append(i, 1000 - i);
    }
    assertThat(shown()).isEqualTo(new Range(1, 1000));
  }

  @Test
  void aFlatLineKeepsItsOnlySpike() {
    for (int i = 0; i < 1000; i++) {
      trace.append(i, i == 500 ? 7 : 1);
    }
    assertThat(shown()).as("there is no spread to judge it by").isEqualTo(new Range(1, 7));
  }
}
