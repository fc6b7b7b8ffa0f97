package reidstudio.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import reidstudio.event.MetricKey;
import reidstudio.event.StepMetrics;

/**
 * Reads some lines of a metric log, equally far from each other, so that a log of any length costs
 * the same.
 */
final class CourseSample {
  private static final int POINTS = 60;

  /** Own choice: a step with all that this program measures takes about 1.2 kB. */
  private static final int LINE = 4096;

  private final StepLine stepLine;
  private final MetricKey key;
  private final ByteBuffer piece = ByteBuffer.allocate(LINE);

  CourseSample(StepLine stepLine, MetricKey key) {
    this.stepLine = stepLine;
    this.key = key;
  }

  /** At most {@value #POINTS} values of {@code metrics}, whose last step is {@code steps}. */
  Sketch of(Path metrics, long steps) throws IOException {
    if (Files.notExists(metrics)) {
      return Sketch.empty();
    }
    List<StepMetrics> found = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(metrics, StandardOpenOption.READ)) {
      long size = channel.size();
      for (int i = 0; i < POINTS; i++) {
        line(channel, size * i / POINTS).flatMap(this::step).ifPresent(found::add);
      }
    }
    return new Sketch(course(found), steps);
  }

  /** Steps that a resumed run has undone stand in front of the steps that count. */
  private List<Double> course(List<StepMetrics> found) {
    List<Double> backwards = new ArrayList<>();
    long next = Long.MAX_VALUE;
    for (int i = found.size() - 1; i >= 0; i--) {
      StepMetrics step = found.get(i);
      double value = step.value(key);
      if (step.step() < next && Double.isFinite(value)) {
        backwards.add(value);
      }
      next = Math.min(next, step.step());
    }
    Collections.reverse(backwards);
    return backwards;
  }

  /** The first line that begins at or behind {@code from}; empty if it is too long. */
  private Optional<String> line(FileChannel channel, long from) throws IOException {
    long start = from;
    if (from > 0) {
      int end = lineEnd(read(channel, from - 1));
      if (end < 0) {
        return Optional.empty();
      }
      start = from + end;
    }
    int end = lineEnd(read(channel, start));
    return end < 0
        ? Optional.empty()
        : Optional.of(new String(piece.array(), 0, end, StandardCharsets.UTF_8));
  }

  private int read(FileChannel channel, long from) throws IOException {
    piece.clear();
    while (piece.hasRemaining() && channel.read(piece, from + piece.position()) >= 0) {
      // until all is there
    }
    return piece.position();
  }

  private int lineEnd(int length) {
    for (int i = 0; i < length; i++) {
      if (piece.array()[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private Optional<StepMetrics> step(String line) {
    try {
      return Optional.of(stepLine.read("", line).metrics());
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
