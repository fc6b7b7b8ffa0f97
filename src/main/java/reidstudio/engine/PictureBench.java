package reidstudio.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import reidstudio.batch.BatchAssembler;
import reidstudio.batch.BatchSource;
import reidstudio.batch.PictureReader;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.data.Item;
import reidstudio.data.Modality;
import reidstudio.data.image.ImageDecoder;
import reidstudio.data.image.PlainImageIo;
import reidstudio.data.image.Rgb;
import reidstudio.data.text.Vocabulary;
import reidstudio.data.text.WordTokenizer;

/**
 * Times the way from picture files to what a training step is given: decoded, resized to 384 x 128,
 * flipped, cropped, erased and normalised, in batches made ahead by worker threads, with nothing
 * remembered; and the way that is usual with the JDK, which varies nothing.
 *
 * <p>Thread: one at a time.
 */
public final class PictureBench {
  private static final int BATCH = 32;
  private static final double NANOS = 1e9;

  private final List<Path> files;
  private final RunConfig config;
  private final BatchAssembler assembler;
  private final PlainImageIo plain;
  private final ImageDecoder decoder;
  private double sum;

  /** Over {@code files}, at least two. */
  public PictureBench(List<Path> files) {
    this.files = List.copyOf(files);
    this.config = config();
    int width = config.data().imageWidth();
    int height = config.data().imageHeight();
    this.plain = new PlainImageIo(width, height);
    this.decoder = new ImageDecoder(width, height);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      items.add(new Item.Picture(i, Modality.VIS, files.get(i), "picture " + i));
    }
    this.assembler =
        new BatchAssembler(
            items,
            new PictureReader(config.data()),
            new WordTokenizer(Vocabulary.of(List.of())),
            config);
  }

  /** Sizes and variation as published recipes have them. */
  private static RunConfig config() {
    return new RunConfigCodec()
        .read(
            null,
            Map.of(
                "data.imageHeight", "384",
                "data.imageWidth", "128",
                "data.flip", "0.5",
                "data.padding", "10",
                "data.erasing", "0.5",
                "data.cacheMebibytes", "0",
                "model.patch", "16"),
            RunConfig.defaults());
  }

  /** The size and the variation in words. */
  public String target() {
    return "[3, %d, %d], flip %s, padding %d and crop, erasing %s"
        .formatted(
            config.data().imageHeight(),
            config.data().imageWidth(),
            config.data().flip(),
            config.data().padding(),
            config.data().erasing());
  }

  /** Times of the usual way for all files, on the calling thread. */
  public PlainImageIo.Times usual() throws IOException {
    PlainImageIo.Times times = new PlainImageIo.Times(0, 0, 0);
    for (Path file : files) {
      float[] out =
          new float[Rgb.CHANNELS * config.data().imageHeight() * config.data().imageWidth()];
      times = times.plus(plain.read(file, out));
      sum += out[0];
    }
    return times;
  }

  /** Seconds for all files by the program's own way, on {@code threads} worker threads. */
  public double own(int threads) throws InterruptedException {
    List<int[]> plan = new ArrayList<>();
    for (int first = 0; first < files.size(); first += BATCH) {
      plan.add(IntStream.range(first, Math.min(files.size(), first + BATCH)).toArray());
    }
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    long start = System.nanoTime();
    try (BatchSource batches = new BatchSource(plan, 1, assembler, workers)) {
      while (batches.hasNext()) {
        sum += batches.next().pixels().get(Modality.VIS).floats().get(0);
      }
      return (System.nanoTime() - start) / NANOS;
    } finally {
      workers.shutdownNow();
    }
  }

  /** Seconds for all files to be read, decoded and resized, on the calling thread. */
  public double decoding() throws IOException {
    long start = System.nanoTime();
    for (Path file : files) {
      sum += decoder.decode(file).sample(0, 0, 0);
    }
    return (System.nanoTime() - start) / NANOS;
  }

  /** Of numbers that were made, so that making them is no dead code. */
  public double checksum() {
    return sum;
  }
}
