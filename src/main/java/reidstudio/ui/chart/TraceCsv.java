package reidstudio.ui.chart;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/**
 * Writes series as comma-separated values (RFC 4180): one row per x, one column per series, blank
 * where a series has no point. Numbers are written so that reading them gives the same double.
 */
final class TraceCsv {
  private final List<TraceSeries> series;
  private final List<TraceSnapshot> points;
  private final int[] next;
  private final int[] end;

  /** Will write the points within {@code range}, or all of them. */
  TraceCsv(List<TraceSeries> series, Optional<Range> range) {
    this.series = series;
    points = series.stream().map(s -> s.source().snapshot()).toList();
    next = new int[series.size()];
    end = new int[series.size()];
    for (int s = 0; s < end.length; s++) {
      TraceSnapshot all = points.get(s);
      next[s] = range.map(r -> all.firstAtOrAfter(r.low(), 0)).orElse(0);
      end[s] = range.map(r -> all.firstAtOrAfter(Math.nextUp(r.high()), 0)).orElseGet(all::size);
    }
  }

  void write(Writer out, String xName) throws IOException {
    out.write(quoted(xName));
    for (TraceSeries each : series) {
      out.write(',');
      out.write(quoted(each.name()));
    }
    out.write("\r\n");
    for (double x = smallestX(); Double.isFinite(x); x = smallestX()) {
      writeRow(out, x);
    }
  }

  private double smallestX() {
    double smallest = Double.POSITIVE_INFINITY;
    for (int s = 0; s < next.length; s++) {
      if (next[s] < end[s]) {
        smallest = Math.min(smallest, points.get(s).x(next[s]));
      }
    }
    return smallest;
  }

  /** A series with two points at one x gets a second row. */
  private void writeRow(Writer out, double x) throws IOException {
    out.write(TidyNumber.exact(x));
    for (int s = 0; s < next.length; s++) {
      out.write(',');
      if (next[s] < end[s] && points.get(s).x(next[s]) == x) {
        out.write(TidyNumber.exact(points.get(s).y(next[s])));
        next[s]++;
      }
    }
    out.write("\r\n");
  }

  private static String quoted(String text) {
    boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
