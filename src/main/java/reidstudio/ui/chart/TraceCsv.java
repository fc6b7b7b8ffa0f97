package reidstudio.ui.chart;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Writes series as comma-separated values (RFC 4180): one row per x, one column per series, blank
 * where a series has no point. Numbers are written so that reading them gives the same double.
 */
public final class TraceCsv {
  private final String xName;
  private final List<TraceSeries> series;
  private final List<TraceSnapshot> points;
  private final int[] first;
  private final int[] end;

  /**
   * Takes note of the points there are now.
   *
   * @param xName heading of the x column
   * @param range limits of x, both included; empty for all points
   */
  public TraceCsv(String xName, List<TraceSeries> series, Optional<Range> range) {
    this.xName = xName;
    this.series = List.copyOf(series);
    points = series.stream().map(s -> s.source().snapshot()).toList();
    first = new int[series.size()];
    end = new int[series.size()];
    for (int s = 0; s < end.length; s++) {
      TraceSnapshot all = points.get(s);
      first[s] = range.map(r -> all.firstAtOrAfter(r.low(), 0)).orElse(0);
      end[s] = range.map(r -> all.firstAtOrAfter(Math.nextUp(r.high()), 0)).orElseGet(all::size);
    }
  }

  /**
   * Writes everything to {@code file} in UTF-8, replacing it. Takes about a second for a million
   * points; any thread will do.
   *
   * @throws IOException if the file cannot be written
   */
  public void write(Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      write(out);
    }
  }

  void write(Writer out) throws IOException {
    out.write(quoted(xName));
    for (TraceSeries each : series) {
      out.write(',');
      out.write(quoted(each.name()));
    }
    out.write("\r\n");
    int[] next = first.clone();
    for (double x = smallestX(next); Double.isFinite(x); x = smallestX(next)) {
      writeRow(out, x, next);
    }
  }

  private double smallestX(int[] next) {
    double smallest = Double.POSITIVE_INFINITY;
    for (int s = 0; s < next.length; s++) {
      if (next[s] < end[s]) {
        smallest = Math.min(smallest, points.get(s).x(next[s]));
      }
    }
    return smallest;
  }

  /** A series with two points at one x gets a second row. */
  private void writeRow(Writer out, double x, int[] next) throws IOException {
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
