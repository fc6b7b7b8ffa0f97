package reidstudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MinMaxPyramidTest {
  @Provide
  Arbitrary<List<Double>> values() {
    Arbitrary<Double> finite = Arbitraries.doubles().between(-1e9, 1e9);
    Arbitrary<Double> odd =
        Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.0);
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(20, finite), net.jqwik.api.Tuple.of(1, odd))
        .list()
        .ofMinSize(1)
        .ofMaxSize(6000);
  }

  @Property(tries = 100)
  void everyRangeAgreesWithALookAtEveryPoint(
      @ForAll("values") List<Double> values, @ForAll Random random) {
    MinMaxPyramid pyramid = new MinMaxPyramid();
    for (int i = 0; i < values.size(); i++) {
      pyramid.append(Math.floor(i / 3.0), values.get(i));
    }
    TraceSnapshot points = pyramid.snapshot();
    for (int probe = 0; probe < 40; probe++) {
      int from = random.nextInt(values.size() + 1);
      int to = from + random.nextInt(values.size() - from + 1);
      Extent quick = new Extent();
      points.extent(from, to, quick);
      Extent slow = new Extent();
      values.subList(from, to).forEach(slow::add);
      assertThat(quick.min()).isEqualTo(slow.min());
      assertThat(quick.max()).isEqualTo(slow.max());
      assertThat(quick.nonFinite()).isEqualTo(slow.nonFinite());
    }
  }

  @Property(tries = 50)
  void aSingleSpikeIsNeverLost(@ForAll Random random) {
    int n = 1 + random.nextInt(70_000);
    int spike = random.nextInt(n);
    MinMaxPyramid pyramid = new MinMaxPyramid();
    for (int i = 0; i < n; i++) {
      pyramid.append(i, i == spike ? 1e6 : random.nextDouble());
    }
    Columns columns = new Columns();
    columns.scan(
        pyramid.snapshot(), new AxisMap(AxisScale.LINEAR, new Range(0, n), 0, 300), 300, 300);
    int expected = (int) (spike * 300L / n);
    assertThat(columns.max(expected)).isEqualTo(1e6);
  }

  @Test
  void aSnapshotDoesNotSeeLaterPoints() {
    MinMaxPyramid pyramid = new MinMaxPyramid();
    pyramid.append(1, 5);
    TraceSnapshot before = pyramid.snapshot();
    for (int i = 0; i < 5000; i++) {
      pyramid.append(2 + i, 100);
    }
    Extent extent = new Extent();
    before.extent(0, 5001, extent);
    assertThat(before.size()).isEqualTo(1);
    assertThat(extent.max()).isEqualTo(5);
    assertThat(pyramid.snapshot().size()).isEqualTo(5001);
  }

  @Test
  void aReaderOnAnotherThreadSeesOnlyCompletePoints() {
    MinMaxPyramid pyramid = new MinMaxPyramid();
    int n = 400_000;
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < n; i++) {
                pyramid.append(i, i + 1);
              }
            });
    int size = 0;
    while (size < n) {
      TraceSnapshot points = pyramid.snapshot();
      size = points.size();
      Extent extent = new Extent();
      points.extent(0, size, extent);
      // y grows by one from 1, so a cell read too early would show as a zero or a gap at the end.
      assertThat(extent.min()).isEqualTo(size == 0 ? Double.POSITIVE_INFINITY : 1);
      assertThat(extent.max()).isEqualTo(size == 0 ? Double.NEGATIVE_INFINITY : size);
    }
    writer.join();
  }

  @Test
  void findsTheNearestPointOfUnevenSteps() {
    MinMaxPyramid pyramid = new MinMaxPyramid();
    double[] xs = {0, 1, 1, 4, 10};
    for (double x : xs) {
      pyramid.append(x, 0);
    }
    TraceSnapshot points = pyramid.snapshot();
    assertThat(points.nearest(-5)).isEqualTo(0);
    assertThat(points.nearest(2.4)).isEqualTo(2);
    assertThat(points.nearest(2.5)).isEqualTo(2);
    assertThat(points.nearest(2.6)).isEqualTo(3);
    assertThat(points.nearest(99)).isEqualTo(4);
    assertThat(points.firstAtOrAfter(1, 0)).isEqualTo(1);
    assertThat(new MinMaxPyramid().snapshot().nearest(0)).isEqualTo(-1);
  }

  @Test
  void xMayNotGoBackOrBeMissing() {
    MinMaxPyramid pyramid = new MinMaxPyramid();
    pyramid.append(5, 0);
    assertThatThrownBy(() -> pyramid.append(4, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("start a new trace");
    assertThatThrownBy(() -> pyramid.append(Double.NaN, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(pyramid.size()).isEqualTo(1);
  }
}
