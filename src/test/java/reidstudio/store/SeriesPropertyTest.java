package reidstudio.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The pyramid against a look at every point. */
class SeriesPropertyTest {
  /** A step of the run: how far it is from the one before, and whether the metric was measured. */
  record Tick(int gap, double seconds, boolean measured, double value) {}

  record Column(
      int column, double min, double max, double first, double last, int count, int nonFinite) {}

  @Provide
  Arbitrary<List<Tick>> ticks() {
    Arbitrary<Double> values =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(20, Arbitraries.doubles().between(-1e3, 1e3)),
            net.jqwik.api.Tuple.of(
                2,
                Arbitraries.of(
                    Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0)));
    return Combinators.combine(
            Arbitraries.integers().between(1, 3),
            Arbitraries.doubles().between(0, 2),
            Arbitraries.integers().between(0, 9).map(i -> i > 0),
            values)
        .as(Tick::new)
        .list()
        .ofMinSize(0)
        .ofMaxSize(700);
  }

  @Property(tries = 300)
  void columnsAgreeWithALookAtEveryPoint(
      @ForAll("ticks") List<Tick> ticks,
      @ForAll XAxis axis,
      @ForAll @IntRange(min = 1, max = 90) int columns,
      @ForAll @IntRange(min = -20, max = 900) int from,
      @ForAll @IntRange(min = 0, max = 900) int length) {
    Series series = series(ticks);
    double to = from + length;
    List<Column> found = new ArrayList<>();

    int points =
        series.columns(
            axis,
            from,
            to,
            columns,
            (c, min, max, first, last, count, nonFinite) ->
                found.add(new Column(c, min, max, first, last, count, nonFinite)));

    List<Column> expected = bruteForce(series, axis, from, to, columns);
    assertThat(found).isEqualTo(expected);
    assertThat(points).isEqualTo(expected.stream().mapToInt(Column::count).sum());
  }

  @Property(tries = 300)
  void anyRangeIsSummedUp(
      @ForAll("ticks") List<Tick> ticks,
      @ForAll @IntRange(min = 0, max = 700) int a,
      @ForAll @IntRange(min = 0, max = 700) int b) {
    Series series = series(ticks);
    int from = Math.min(Math.min(a, b), series.size());
    int to = Math.min(Math.max(a, b), series.size());
    RangeSummary summary = new RangeSummary();
    series.summarize(from, to, summary);
    RangeSummary expected = new RangeSummary();
    for (int i = from; i < to; i++) {
      expected.add(series.value(i));
    }
    assertThat(summary).usingRecursiveComparison().isEqualTo(expected);
  }

  @Property(tries = 300)
  void theNearestPointIsFound(
      @ForAll("ticks") List<Tick> ticks,
      @ForAll XAxis axis,
      @ForAll @IntRange(min = -50, max = 3000) int tenths) {
    Series series = series(ticks);
    double x = tenths / 2.0;
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < series.size(); i++) {
      best = Math.min(best, Math.abs(series.x(axis, i) - x));
    }
    double distance =
        series
            .nearest(axis, x, 0)
            .map(reading -> Math.abs(place(reading, axis) - x))
            .orElse(Double.POSITIVE_INFINITY);
    assertThat(distance).isEqualTo(best);
  }

  private static double place(Reading reading, XAxis axis) {
    return switch (axis) {
      case STEP -> (double) reading.step();
      case EPOCH -> reading.epoch();
      case SECONDS -> reading.seconds();
    };
  }

  private static List<Column> bruteForce(
      Series series, XAxis axis, double from, double to, int columns) {
    List<Column> result = new ArrayList<>();
    for (int c = 0; c < columns; c++) {
      double low = c == 0 ? from : from + (to - from) * ((double) c / columns);
      double high = from + (to - from) * ((double) (c + 1) / columns);
      List<Double> values = new ArrayList<>();
      for (int i = 0; i < series.size(); i++) {
        double x = series.x(axis, i);
        boolean inside = c + 1 == columns ? x >= low && x <= to : x >= low && x < high;
        if (inside) {
          values.add(series.value(i));
        }
      }
      if (!values.isEmpty()) {
        result.add(
            new Column(
                c,
                values.stream()
                    .filter(Double::isFinite)
                    .mapToDouble(v -> v)
                    .min()
                    .orElse(Double.POSITIVE_INFINITY),
                values.stream()
                    .filter(Double::isFinite)
                    .mapToDouble(v -> v)
                    .max()
                    .orElse(Double.NEGATIVE_INFINITY),
                values.get(0),
                values.get(values.size() - 1),
                values.size(),
                (int) values.stream().filter(v -> !Double.isFinite(v)).count()));
      }
    }
    return result;
  }

  private static Series series(List<Tick> ticks) {
    Timeline timeline = new Timeline();
    Series series = new Series(timeline);
    long step = 0;
    double seconds = 0;
    for (Tick tick : ticks) {
      step += tick.gap();
      seconds += tick.seconds();
      timeline.append(step, step / 7.0, seconds);
      if (tick.measured()) {
        series.append(tick.value());
      }
    }
    return series;
  }
}
