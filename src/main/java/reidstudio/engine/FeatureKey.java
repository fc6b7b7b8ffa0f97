package reidstudio.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import reidstudio.config.RunConfig;
import reidstudio.data.Item;

/**
 * Tells features apart that were made in different ways: SHA-256 of all that features depend on,
 * the bytes of every picture included. Equal keys mean equal features, in the same order.
 */
final class FeatureKey {
  /** To be raised when the program makes other features of the same weights and pictures. */
  private static final String FORM = "2";

  private final RunConfig config;
  private final String device;
  private final List<String> words;

  /**
   * @param device on which features are made; others round in another way
   * @param words the vocabulary by number
   */
  FeatureKey(RunConfig config, String device, List<String> words) {
    this.config = config;
    this.device = device;
    this.words = words;
  }

  /**
   * The key of all features of {@code task} by the weights of a checkpoint.
   *
   * @param checkpoint SHA-256 of its file
   * @throws IOException if a picture cannot be read
   * @throws CancellationException if {@code cancelled} says so
   */
  String of(String checkpoint, RetrievalTask task, BooleanSupplier cancelled) throws IOException {
    Sha256 sum = new Sha256(Channels.newChannel(OutputStream.nullOutputStream()));
    put(sum, FORM);
    put(sum, String.valueOf(FeatureKey.class.getPackage().getImplementationVersion()));
    put(sum, checkpoint);
    put(sum, device);
    put(sum, config.compute().toString());
    put(sum, config.model().toString());
    put(sum, config.data().imageHeight() + "x" + config.data().imageWidth());
    put(sum, config.data().normalisation().toString());
    put(sum, "tokens " + config.data().captionTokens());
    put(sum, "batch " + config.evaluation().batchSize());
    put(sum, "words " + words.size());
    for (String word : words) {
      put(sum, word);
    }
    for (Item item : task.items()) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException("interrupted");
      }
      put(sum, item);
    }
    EncodingPlan plan = new EncodingPlan(task.items());
    put(sum, plan.gallery(task));
    put(sum, plan.queries(task));
    return sum.hex();
  }

  private static void put(Sha256 sum, Item item) throws IOException {
    put(sum, item.modality().word());
    if (item instanceof Item.Picture picture) {
      put(sum, picture.file().toString());
      put(sum, Sha256.of(Files.readAllBytes(picture.file())));
    } else if (item instanceof Item.Caption caption) {
      put(sum, caption.text());
    }
  }

  private static void put(Sha256 sum, List<EncodingPlan.Piece> pieces) throws IOException {
    put(sum, "pieces " + pieces.size());
    for (EncodingPlan.Piece piece : pieces) {
      put(sum, Arrays.toString(piece.items()));
      for (EncodingPlan.Target target : piece.targets()) {
        put(sum, target.set() + Arrays.toString(target.entry().items()));
      }
    }
  }

  /** With its length, so that no two lists of texts are the same bytes. */
  private static void put(Sha256 sum, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    sum.write(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    sum.write(ByteBuffer.wrap(bytes));
  }
}
