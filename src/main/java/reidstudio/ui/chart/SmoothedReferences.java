package reidstudio.ui.chart;

import java.util.IdentityHashMap;
import java.util.List;

/**
 * Smooths the lines that series are compared with exactly like the series, so that the two differ
 * only where the values do. Keeps the averages from one frame to the next.
 */
final class SmoothedReferences {
  private final IdentityHashMap<Reference, SmoothedTrace> averages = new IdentityHashMap<>();

  /** The references as they are to be drawn with a smoothing of {@code factor}. */
  List<Reference> of(List<Reference> references, double factor) {
    averages.keySet().removeIf(known -> references.stream().noneMatch(now -> now == known));
    return references.stream().map(reference -> smooth(reference, factor)).toList();
  }

  private Reference smooth(Reference reference, double factor) {
    if (!(reference instanceof Reference.Expected expected)) {
      return reference;
    }
    TraceSnapshot points = expected.line().snapshot();
    SmoothedTrace average = averages.computeIfAbsent(expected, known -> new SmoothedTrace());
    average.follow(points, factor);
    return new Reference.Expected(
        expected.label(), new Average(points, average), expected.tone(), expected.explanation());
  }

  /** The average of {@code points}; of use until the next frame. */
  private record Average(TraceSnapshot points, SmoothedTrace average)
      implements TraceSource, TraceSnapshot {
    @Override
    public long version() {
      return points.size();
    }

    @Override
    public TraceSnapshot snapshot() {
      return this;
    }

    @Override
    public int size() {
      return points.size();
    }

    @Override
    public double x(int index) {
      return points.x(index);
    }

    @Override
    public double y(int index) {
      return average.valueAt(points, index);
    }

    @Override
    public void extent(int from, int to, Extent into) {
      points.extent(from, to, into);
    }
  }
}
