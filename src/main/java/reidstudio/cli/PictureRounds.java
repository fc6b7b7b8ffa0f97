package reidstudio.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import reidstudio.data.demo.NoisePhotos;
import reidstudio.data.image.PlainImageIo;
import reidstudio.engine.PictureBench;

/** Gathers rounds in which the ways of reading pictures take turns. */
final class PictureRounds {
  /** Threads that the program's own way is timed on. */
  static final List<Integer> THREADS = List.of(1, 2);

  private static final double NANOS = 1e9;
  private static final double MILLIS = 1e3;

  private final NoisePhotos.Drawn drawn;
  private final String target;
  private final List<PlainImageIo.Times> usual = new ArrayList<>();
  private final List<Double> decoding = new ArrayList<>();
  private final Map<Integer, List<Double>> own = new TreeMap<>();

  /**
   * @param target what pictures are made into, in words
   */
  PictureRounds(NoisePhotos.Drawn drawn, String target) {
    this.drawn = drawn;
    this.target = target;
    THREADS.forEach(threads -> own.put(threads, new ArrayList<>()));
  }

  /** Makes a round; one that does not count only warms up. */
  void take(PictureBench bench, boolean counts, Interruption interruption)
      throws IOException, InterruptedException {
    interruption.throwIfRequested();
    PlainImageIo.Times times = bench.usual();
    if (counts) {
      usual.add(times);
    }
    for (int threads : THREADS) {
      interruption.throwIfRequested();
      double seconds = bench.own(threads);
      if (counts) {
        own.get(threads).add(seconds);
      }
    }
    interruption.throwIfRequested();
    double alone = bench.decoding();
    if (counts) {
      decoding.add(alone);
    }
  }

  NoisePhotos.Drawn drawn() {
    return drawn;
  }

  String target() {
    return target;
  }

  int rounds() {
    return usual.size();
  }

  /** Pictures a second of plain ImageIO. */
  double usualRate() {
    return drawn.files().size() / median(usual.stream().map(PictureRounds::seconds).toList());
  }

  /** Pictures a second of the program on {@code threads}. */
  double rate(int threads) {
    return drawn.files().size() / median(own.get(threads));
  }

  /** How many times as fast as plain ImageIO each thread is: the median of the rounds' ratios. */
  double timesUsualPerThread(int threads) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < rounds(); round++) {
      ratios.add(seconds(usual.get(round)) / (own.get(threads).get(round) * threads));
    }
    return median(ratios);
  }

  /** Milliseconds that a part of plain ImageIO takes for a picture. */
  double usualMillis(ToLongFunction<PlainImageIo.Times> part) {
    return MILLIS
        * median(usual.stream().map(times -> part.applyAsLong(times) / NANOS).toList())
        / drawn.files().size();
  }

  /** Milliseconds that the program needs to read, decode and resize a picture. */
  double decodeMillis() {
    return MILLIS * median(decoding) / drawn.files().size();
  }

  private static double seconds(PlainImageIo.Times times) {
    return (times.read() + times.scale() + times.normalise()) / NANOS;
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
