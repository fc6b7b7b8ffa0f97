package reidstudio.ui.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import reidstudio.store.Series;
import reidstudio.store.Timeline;
import reidstudio.store.XAxis;
import reidstudio.ui.chart.Extent;
import reidstudio.ui.chart.TraceSnapshot;

class SeriesSourceTest {
  private final Timeline timeline = new Timeline();
  private final Series series = new Series(timeline);

  private void append(int step, double value) {
    timeline.append(step, step / 10.0, step * 0.5);
    series.append(value);
  }

  @Test
  void everyAxisHasItsOwnX() {
    append(4, 1);
    assertThat(new SeriesSource(series, XAxis.STEP, 1).snapshot().x(0)).isEqualTo(4);
    assertThat(new SeriesSource(series, XAxis.EPOCH, 1).snapshot().x(0)).isEqualTo(0.4);
    assertThat(new SeriesSource(series, XAxis.SECONDS, 1).snapshot().x(0)).isEqualTo(2);
  }

  @Test
  void aSnapshotDoesNotGrow() {
    append(1, 1);
    SeriesSource source = new SeriesSource(series, XAxis.STEP, 1);
    TraceSnapshot before = source.snapshot();
    long version = source.version();
    append(2, 2);
    assertThat(before.size()).isEqualTo(1);
    assertThat(source.version()).isNotEqualTo(version);
    assertThat(source.snapshot().size()).isEqualTo(2);
  }

  @Test
  void extentsAreThoseOfTheScaledPoints() {
    RandomGenerator random = new SplittableRandom(3);
    for (int step = 1; step <= 500; step++) {
      append(step, step % 50 == 0 ? Double.NaN : random.nextDouble());
    }
    TraceSnapshot snapshot = new SeriesSource(series, XAxis.STEP, 100).snapshot();
    Extent fast = new Extent();
    snapshot.extent(37, 451, fast);
    Extent slow = new Extent();
    for (int i = 37; i < 451; i++) {
      slow.add(snapshot.y(i));
    }
    assertThat(fast.min()).isCloseTo(slow.min(), within(1e-12));
    assertThat(fast.max()).isCloseTo(slow.max(), within(1e-12));
    assertThat(fast.nonFinite()).isEqualTo(slow.nonFinite()).isEqualTo(9);
  }

  @Test
  void noPointsHaveNoExtent() {
    Extent nothing = new Extent();
    new SeriesSource(series, XAxis.STEP, 100).snapshot().extent(0, 0, nothing);
    assertThat(nothing.hasFinite()).isFalse();
  }
}
