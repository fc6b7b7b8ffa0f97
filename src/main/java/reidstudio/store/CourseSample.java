package reidstudio.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import reidstudio.event.MetricKey;

/**
 * Reads some lines of a metric log, equally far from each other, so that a log of any length costs
 * the same.
 */
final class CourseSample {
  private static final int POINTS = 60;

  /**
   * Own choice: a step with all that this program measures takes about 1.2 kB, and a place may be
   * in the middle of one.
   */
  private static final int PIECE = 8192;

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER).build();

  private final MetricKey key;
  private final ByteBuffer piece = ByteBuffer.allocate(PIECE);

  CourseSample(MetricKey key) {
    this.key = key;
  }

  /** At most {@value #POINTS} values of {@code metrics}, whose last step is {@code steps}. */
  Sketch of(Path metrics, long steps) throws IOException {
    if (Files.notExists(metrics)) {
      return Sketch.empty();
    }
    List<Point> found = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(metrics, StandardOpenOption.READ)) {
      long size = channel.size();
      for (int i = 0; i < POINTS; i++) {
        point(channel, size * i / POINTS).ifPresent(found::add);
      }
    }
    return new Sketch(course(found), steps);
  }

  /** Steps that a resumed run has undone stand in front of the steps that count. */
  private List<Double> course(List<Point> found) {
    List<Double> backwards = new ArrayList<>();
    long next = Long.MAX_VALUE;
    for (int i = found.size() - 1; i >= 0; i--) {
      Point point = found.get(i);
      if (point.step() < next && Double.isFinite(point.value())) {
        backwards.add(point.value());
      }
      next = Math.min(next, point.step());
    }
    Collections.reverse(backwards);
    return backwards;
  }

  /** Of the first line that begins at or behind {@code from}; empty if it is too long. */
  private Optional<Point> point(FileChannel channel, long from) throws IOException {
    int start = 0;
    int length = read(channel, Math.max(0, from - 1));
    if (from > 0) {
      start = lineEnd(0, length) + 1;
      if (start == 0) {
        return Optional.empty();
      }
    }
    int end = lineEnd(start, length);
    return end < 0 ? Optional.empty() : point(start, end - start);
  }

  private int read(FileChannel channel, long from) throws IOException {
    piece.clear();
    while (piece.hasRemaining() && channel.read(piece, from + piece.position()) >= 0) {
      // until all is there
    }
    return piece.position();
  }

  private int lineEnd(int from, int length) {
    for (int i = from; i < length; i++) {
      if (piece.array()[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** Reads no further than it must: most of a line is of no interest. */
  private Optional<Point> point(int start, int length) {
    try (JsonParser in = JSON.createParser(piece.array(), start, length)) {
      long step = 0;
      double value = Double.NaN;
      in.nextToken();
      while ((step == 0 || Double.isNaN(value)) && in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        boolean number = in.nextToken().isNumeric();
        if (number && name.equals("step")) {
          step = in.getLongValue();
        } else if (number && name.equals(key.name())) {
          value = in.getDoubleValue();
        } else {
          in.skipChildren();
        }
      }
      return step > 0 ? Optional.of(new Point(step, value)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** NaN where the step has no finite value. */
  private record Point(long step, double value) {}
}
