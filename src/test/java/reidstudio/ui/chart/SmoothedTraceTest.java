package reidstudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class SmoothedTraceTest {
  private static MinMaxPyramid noise(Random random, int n) {
    MinMaxPyramid trace = new MinMaxPyramid();
    for (int i = 0; i < n; i++) {
      trace.append(i, random.nextInt(50) == 0 ? Double.NaN : random.nextGaussian());
    }
    return trace;
  }

  /** The average written as one weighted sum, without recursion. */
  private static double direct(TraceSnapshot points, int index, double factor) {
    double sum = 0;
    double weights = 0;
    double weight = 1;
    for (int i = index; i >= 0; i--) {
      if (Double.isFinite(points.y(i))) {
        sum += weight * points.y(i);
        weights += weight;
        weight *= factor;
      }
    }
    return sum / weights;
  }

  @Property(tries = 60)
  void equalsTheWeightedSumOverAllPoints(
      @ForAll Random random,
      @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 0.999) double factor) {
    TraceSnapshot points = noise(random, 2 + random.nextInt(900)).snapshot();
    SmoothedTrace smoothed = new SmoothedTrace();
    smoothed.follow(points, factor);
    for (int probe = 0; probe < 20; probe++) {
      int index = random.nextInt(points.size());
      double expected = direct(points, index, factor);
      if (Double.isNaN(expected)) {
        assertThat(smoothed.valueAt(points, index)).isNaN();
      } else {
        assertThat(smoothed.valueAt(points, index)).isCloseTo(expected, within(1e-9));
      }
    }
  }

  @Property(tries = 30)
  void growingStepByStepEqualsAllAtOnce(@ForAll Random random) {
    MinMaxPyramid trace = new MinMaxPyramid();
    SmoothedTrace growing = new SmoothedTrace();
    for (int i = 0; i < 500; i++) {
      trace.append(i, random.nextDouble());
      if (random.nextInt(7) == 0) {
        growing.follow(trace.snapshot(), 0.9);
      }
    }
    TraceSnapshot points = trace.snapshot();
    growing.follow(points, 0.9);
    SmoothedTrace atOnce = new SmoothedTrace();
    atOnce.follow(points, 0.9);
    for (int i = 0; i < 500; i++) {
      assertThat(growing.valueAt(points, i)).isEqualTo(atOnce.valueAt(points, i));
    }
  }

  @Test
  void theFirstPointsAreNotDrawnTowardsZero() {
    MinMaxPyramid trace = new MinMaxPyramid();
    trace.append(0, 6);
    trace.append(1, 4);
    SmoothedTrace smoothed = new SmoothedTrace();
    smoothed.follow(trace.snapshot(), 0.99);
    assertThat(smoothed.valueAt(trace.snapshot(), 0)).isCloseTo(6, within(1e-12));
    // (0.99 * 6 + 4) / 1.99
    assertThat(smoothed.valueAt(trace.snapshot(), 1)).isCloseTo(4.994974874, within(1e-9));
  }

  @Test
  void anotherFactorStartsOver() {
    TraceSnapshot points = noise(new Random(3), 300).snapshot();
    SmoothedTrace smoothed = new SmoothedTrace();
    smoothed.follow(points, 0.5);
    smoothed.follow(points, 0.95);
    assertThat(smoothed.valueAt(points, 299)).isCloseTo(direct(points, 299, 0.95), within(1e-9));
  }

  @Test
  void withoutSmoothingTheValueIsTheRawOne() {
    TraceSnapshot points = noise(new Random(3), 100).snapshot();
    SmoothedTrace smoothed = new SmoothedTrace();
    smoothed.follow(points, 0);
    assertThat(smoothed.valueAt(points, 77)).isEqualTo(points.y(77));
  }
}
