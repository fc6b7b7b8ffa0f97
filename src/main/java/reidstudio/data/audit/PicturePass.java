package reidstudio.data.audit;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import reidstudio.data.DataReport;
import reidstudio.data.Dataset;
import reidstudio.data.Item;
import reidstudio.data.ProgressListener;
import reidstudio.data.SkipLog;
import reidstudio.data.SkipReason;
import reidstudio.data.image.ImageDecoder;

/**
 * Reads every picture of a data set once, training and test, on all cores: decodes it and compares
 * its content with others. Reading a folder looks only at the ends of its files; damage between
 * them shows here, before it shows in a run. At any time there is one picture a core in memory.
 */
final class PicturePass {
  /** How often progress is told; a person sees no more. */
  private static final int TOLD = 200;

  private final ProgressListener progress;

  PicturePass(ProgressListener progress) {
    this.progress = progress;
  }

  /**
   * What was found.
   *
   * @param report that of the data set with what cannot be decoded added to it
   */
  record Result(DataReport report, Copies copies) {}

  /**
   * Goes through all pictures of {@code dataset}.
   *
   * @throws java.util.concurrent.CancellationException if the listener asks for it
   */
  Result over(Dataset dataset) {
    SkipLog log = new SkipLog(dataset.report());
    CopySearch copies = CopySearch.in(dataset);
    Collection<Item.Picture> pictures = pictures(dataset);
    int total = pictures.size();
    int stride = Math.max(1, total / TOLD);
    AtomicInteger done = new AtomicInteger();
    progress.progress(0, total);
    pictures.parallelStream()
        .forEach(
            picture -> {
              progress.throwIfCancelled();
              check(picture, log, copies);
              int now = done.incrementAndGet();
              if (now % stride == 0 || now == total) {
                progress.progress(now, total);
              }
            });
    return new Result(log.report(), copies.result());
  }

  private static void check(Item.Picture picture, SkipLog log, CopySearch copies) {
    try {
      byte[] content = ImageDecoder.bytes(picture.file());
      copies.take(picture.file(), content);
      ImageDecoder.check(content);
    } catch (NoSuchFileException e) {
      log.add(SkipReason.MISSING_FILE, picture.name(), "");
    } catch (IOException e) {
      log.add(SkipReason.UNDECODABLE, picture.name(), String.valueOf(e.getMessage()));
    }
  }

  /** A picture may be in the gallery and in many queries. */
  private static Collection<Item.Picture> pictures(Dataset dataset) {
    Map<Path, Item.Picture> pictures = new TreeMap<>();
    Stream.concat(
            dataset.trainItems().stream(),
            dataset.test().entries().flatMap(entry -> entry.items().stream()))
        .filter(Item.Picture.class::isInstance)
        .map(Item.Picture.class::cast)
        .forEach(picture -> pictures.put(picture.file(), picture));
    return List.copyOf(pictures.values());
  }
}
