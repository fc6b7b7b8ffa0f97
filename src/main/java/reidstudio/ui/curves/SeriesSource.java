package reidstudio.ui.curves;

import reidstudio.store.RangeSummary;
import reidstudio.store.Series;
import reidstudio.store.XAxis;
import reidstudio.ui.chart.Extent;
import reidstudio.ui.chart.TraceSnapshot;
import reidstudio.ui.chart.TraceSource;

/**
 * A stored series as a chart's source, over one axis and with every value multiplied by a factor.
 * Nothing is copied: the points of a series never change, so a snapshot is its size.
 *
 * @param factor above 0; 100 turns a share into percent
 */
public record SeriesSource(Series series, XAxis axis, double factor) implements TraceSource {
  public SeriesSource {
    if (!(factor > 0)) {
      throw new IllegalArgumentException("factor is " + factor + ", it would swap min and max");
    }
  }

  @Override
  public long version() {
    return series.version();
  }

  @Override
  public TraceSnapshot snapshot() {
    return new Prefix(series, axis, factor, series.size(), new RangeSummary());
  }

  /** The first {@code size} points. */
  private record Prefix(Series series, XAxis axis, double factor, int size, RangeSummary summary)
      implements TraceSnapshot {
    @Override
    public double x(int index) {
      return series.x(axis, index);
    }

    @Override
    public double y(int index) {
      return series.value(index) * factor;
    }

    @Override
    public void extent(int from, int to, Extent into) {
      summary.clear();
      series.summarize(from, to, summary);
      into.add(summary.min() * factor, summary.max() * factor, summary.nonFinite());
    }
  }
}
