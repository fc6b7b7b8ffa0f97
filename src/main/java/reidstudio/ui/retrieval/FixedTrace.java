package reidstudio.ui.retrieval;

import reidstudio.ui.chart.Extent;
import reidstudio.ui.chart.TraceSnapshot;
import reidstudio.ui.chart.TraceSource;

/**
 * A curve that never changes, of so few points that each may be looked at.
 *
 * @param xs ascending
 * @param ys as many
 */
record FixedTrace(double[] xs, double[] ys) implements TraceSource, TraceSnapshot {
  @Override
  public long version() {
    return 0;
  }

  @Override
  public TraceSnapshot snapshot() {
    return this;
  }

  @Override
  public int size() {
    return xs.length;
  }

  @Override
  public double x(int index) {
    return xs[index];
  }

  @Override
  public double y(int index) {
    return ys[index];
  }

  @Override
  public void extent(int from, int to, Extent into) {
    for (int i = from; i < to; i++) {
      into.add(ys[i]);
    }
  }
}
