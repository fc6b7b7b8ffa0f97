package reidstudio.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A reader beside the writer sees whole points only, in order, and never fewer than before. */
class SeriesConcurrencyTest {
  private static final int POINTS = 2_000_000;

  @Test
  @Timeout(60)
  void aReaderSeesAConsistentPrefix() throws Exception {
    Timeline timeline = new Timeline();
    Series series = new Series(timeline);
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < POINTS; i++) {
                timeline.append(2L * i + 1, i * 0.5, i * 0.25);
                if (i % 1000 != 500) {
                  series.append(i);
                }
              }
            });

    int before = 0;
    int sizes = 0;
    while (before < POINTS - POINTS / 1000 && !writer.isCompletedExceptionally()) {
      int size = series.size();
      if (size == before) {
        continue;
      }
      // at once, so that a size published too early would be caught
      double last = series.value(size - 1);
      double step = series.x(XAxis.STEP, size - 1);
      if (size < before || step != 2 * last + 1) {
        throw new AssertionError(size + " points after " + before + ", value " + last);
      }
      before = size;
      if (sizes++ % 500 == 0) {
        check(series, size);
      }
    }
    writer.get(10, TimeUnit.SECONDS);
  }

  private static void check(Series series, int size) {
    double last = series.value(size - 1);
    // Each value tells the row that it belongs to, so a torn point would show.
    assertThat(series.x(XAxis.STEP, size - 1)).isEqualTo(2 * last + 1);
    assertThat(series.x(XAxis.EPOCH, size - 1)).isEqualTo(last * 0.5);
    assertThat(series.x(XAxis.SECONDS, size - 1)).isEqualTo(last * 0.25);

    RangeSummary all = new RangeSummary();
    series.summarize(0, size, all);
    assertThat(all.min()).isEqualTo(0.0);
    assertThat(all.max()).isEqualTo(last);
    assertThat(all.nonFinite()).isZero();

    double[] high = {-1};
    series.columns(
        XAxis.STEP,
        0,
        2.0 * POINTS,
        300,
        (column, min, max, first, lastOfColumn, count, nonFinite) -> {
          assertThat(min).isEqualTo(first).isGreaterThan(high[0]);
          assertThat(max).isEqualTo(lastOfColumn);
          high[0] = max;
        });
    assertThat(series.smoothed(0.9).valueAt(size - 1)).isBetween(0.0, last);
  }
}
