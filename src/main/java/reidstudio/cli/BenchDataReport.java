package reidstudio.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import reidstudio.data.image.PlainImageIo;
import reidstudio.engine.IndexBench;

/** What {@code bench data} measured, as a document and as text. */
final class BenchDataReport {
  private final Document document = new Document();
  private final StringBuilder text = new StringBuilder();

  /** Adds the rounds over pictures. */
  void pictures(PictureRounds rounds) {
    int count = rounds.drawn().files().size();
    double read = rounds.usualMillis(PlainImageIo.Times::read);
    double scale = rounds.usualMillis(PlainImageIo.Times::scale);
    double normalise = rounds.usualMillis(PlainImageIo.Times::normalise);
    document
        .whole("pictures", count)
        .text("sizes", rounds.drawn().sizes())
        .whole("bytes", rounds.drawn().bytes())
        .whole("rounds", rounds.rounds())
        .text("target", rounds.target())
        .object(
            "imageIo",
            new Document()
                .number("picturesPerSecond", rounds.usualRate())
                .number("readMs", read)
                .number("scaleMs", scale)
                .number("normaliseMs", normalise))
        .objects(
            "pipeline", PictureRounds.THREADS.stream().map(on -> pipeline(rounds, on)).toList())
        .number("decodeMs", rounds.decodeMillis());
    line(
        "%d JPEG files of quality 0.9, %.1f kB each, %s; to %s; medians of %d rounds",
        count,
        rounds.drawn().bytes() / 1000.0 / count,
        rounds.drawn().sizes(),
        rounds.target(),
        rounds.rounds());
    line(
        "ImageIO, 1 thread     %7.0f pictures/s; of %.2f ms: read %.2f, scale %.2f, normalise"
            + " %.2f; varies nothing",
        rounds.usualRate(), read + scale + normalise, read, scale, normalise);
    for (int threads : PictureRounds.THREADS) {
      line(
          "pipeline, %d thread%s  %8.0f pictures/s; %.2f times ImageIO for each thread",
          threads,
          threads == 1 ? " " : "s",
          rounds.rate(threads),
          rounds.timesUsualPerThread(threads));
    }
    line("of which reading, decoding and resizing %.2f ms a picture", rounds.decodeMillis());
  }

  private static ObjectNode pipeline(PictureRounds rounds, int threads) {
    return new Document()
        .whole("threads", threads)
        .number("picturesPerSecond", rounds.rate(threads))
        .number("timesImageIoPerThread", rounds.timesUsualPerThread(threads))
        .tree();
  }

  /** Adds reading of a folder with {@code files} pictures. */
  void index(int files, IndexBench.Result result) {
    Map<String, Integer> train = new TreeMap<>();
    result.train().forEach((modality, count) -> train.put(modality.word(), count.intValue()));
    document.object(
        "index",
        new Document()
            .whole("pictures", files)
            .wholes("train", train)
            .whole("gallery", result.gallery())
            .whole("queries", result.queries())
            .number("readSeconds", result.readSeconds())
            .text("sampler", result.sampler())
            .whole("batches", result.batches())
            .number("planSeconds", result.planSeconds()));
    line(
        "A folder of %d pictures (one small picture for each modality, a file for each name), items"
            + " to train on %s, gallery %d, queries %d:",
        files, train, result.gallery(), result.queries());
    line("read in %.2f s, every file's first and last bytes included", result.readSeconds());
    line(
        "an epoch of %d batches planned in %.3f s (%s)",
        result.batches(), result.planSeconds(), result.sampler());
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  ObjectNode document() {
    return document.tree();
  }

  String text() {
    return text.toString();
  }
}
