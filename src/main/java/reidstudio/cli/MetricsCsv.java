package reidstudio.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import reidstudio.event.MetricKey;
import reidstudio.store.RunTrace;
import reidstudio.store.Series;
import reidstudio.store.XAxis;

/**
 * All metrics of a run as comma-separated values: step, epoch, seconds, then one column for each
 * metric. A metric that was not measured at a step leaves its cell empty.
 */
final class MetricsCsv {
  private final List<MetricKey> keys;
  private final List<Series> series;

  MetricsCsv(RunTrace trace) {
    this.keys = List.copyOf(trace.keys());
    this.series = keys.stream().map(trace::series).toList();
  }

  List<String> columns() {
    List<String> columns = new ArrayList<>(List.of("step", "epoch", "seconds"));
    keys.forEach(key -> columns.add(key.name()));
    return columns;
  }

  /**
   * Writes the table.
   *
   * @return rows written, without the header
   * @throws IOException with one sentence for the user
   */
  long write(Path file) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      writer.write(String.join(",", columns()) + "\n");
      return writeRows(writer);
    } catch (NoSuchFileException e) {
      throw new IOException(
          "There is no folder " + file.getParent() + " to write " + file.getFileName() + " in.", e);
    } catch (IOException e) {
      throw new IOException(
          "%s cannot be written (%s); choose another file or free space."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** All series are sorted by step, so one cursor for each is enough. */
  private long writeRows(Writer writer) throws IOException {
    int[] cursors = new int[series.size()];
    long rows = 0;
    for (int next = earliest(cursors); next >= 0; next = earliest(cursors)) {
      writer.write(row(next, cursors) + "\n");
      rows++;
    }
    return rows;
  }

  /** The series whose next point has the smallest step; -1 if there is no point left. */
  private int earliest(int[] cursors) {
    int best = -1;
    for (int i = 0; i < cursors.length; i++) {
      boolean has = cursors[i] < series.get(i).size();
      if (has && (best < 0 || step(i, cursors) < step(best, cursors))) {
        best = i;
      }
    }
    return best;
  }

  private double step(int which, int[] cursors) {
    return series.get(which).x(XAxis.STEP, cursors[which]);
  }

  /** The cells of the step at which series {@code which} is; cursors at that step move on. */
  private String row(int which, int[] cursors) {
    double step = step(which, cursors);
    Series first = series.get(which);
    int at = cursors[which];
    List<String> cells = new ArrayList<>();
    cells.add(Long.toString((long) step));
    cells.add(Double.toString(first.x(XAxis.EPOCH, at)));
    cells.add(Double.toString(first.x(XAxis.SECONDS, at)));
    for (int i = 0; i < cursors.length; i++) {
      boolean measured = cursors[i] < series.get(i).size() && step(i, cursors) == step;
      cells.add(measured ? Double.toString(series.get(i).value(cursors[i]++)) : "");
    }
    return String.join(",", cells);
  }
}
