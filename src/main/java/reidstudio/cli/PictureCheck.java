package reidstudio.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import reidstudio.config.DataConfig;
import reidstudio.data.DataReport;
import reidstudio.data.Dataset;
import reidstudio.data.Item;
import reidstudio.data.ProgressListener;
import reidstudio.data.SkipLog;
import reidstudio.data.SkipReason;
import reidstudio.data.TestSplit;
import reidstudio.data.image.ImageDecoder;

/**
 * Decodes every picture of a data set, training and test. Reading a folder looks only at the ends
 * of its files; damage between them shows here, before it shows in a run.
 */
final class PictureCheck {
  private final ImageDecoder decoder =
      new ImageDecoder(DataConfig.defaults().imageWidth(), DataConfig.defaults().imageHeight());

  /**
   * The report of {@code dataset} with what cannot be decoded added to it.
   *
   * @throws java.util.concurrent.CancellationException if the listener asks for it
   */
  DataReport report(Dataset dataset, ProgressListener progress) {
    SkipLog log = new SkipLog(dataset.report());
    Collection<Item.Picture> pictures = pictures(dataset);
    AtomicInteger done = new AtomicInteger();
    pictures.parallelStream()
        .forEach(
            picture -> {
              progress.throwIfCancelled();
              check(picture, log);
              progress.progress(done.incrementAndGet(), pictures.size());
            });
    return log.report();
  }

  private void check(Item.Picture picture, SkipLog log) {
    try {
      decoder.decode(picture.file());
    } catch (IOException e) {
      String reason = String.valueOf(e.getMessage());
      String detail = reason.substring(reason.lastIndexOf(": ") + 1).strip();
      log.add(SkipReason.UNDECODABLE, picture.name(), detail);
    }
  }

  /** A picture may be in the gallery and in many queries. */
  private static Collection<Item.Picture> pictures(Dataset dataset) {
    Map<Path, Item.Picture> pictures = new TreeMap<>();
    Stream.concat(dataset.trainItems().stream(), testItems(dataset.test()))
        .filter(Item.Picture.class::isInstance)
        .map(Item.Picture.class::cast)
        .forEach(picture -> pictures.put(picture.file(), picture));
    return List.copyOf(pictures.values());
  }

  private static Stream<Item> testItems(TestSplit test) {
    return Stream.concat(
            test.gallery().stream(),
            test.settings().stream().flatMap(setting -> setting.queries().stream()))
        .flatMap(entry -> entry.items().stream());
  }
}
