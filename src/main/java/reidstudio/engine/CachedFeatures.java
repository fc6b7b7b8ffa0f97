package reidstudio.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reidstudio.tensor.OperatorPack;

/**
 * Features of an earlier evaluation where they are kept, in the same order and batches, so that
 * scores are the same bit for bit; else new ones, which are remembered to be kept.
 */
final class CachedFeatures implements FeatureSource {
  private static final Logger LOG = LoggerFactory.getLogger(CachedFeatures.class);

  /** An evaluation may not need much more memory only because its features are kept. */
  private static final int SHARE_OF_MEMORY = 8;

  /** Tells the key as it is now. */
  interface Keying {
    String key() throws IOException;
  }

  private final FeatureCache cache;
  private final FeatureSource made;
  private final int batchSize;
  private final Optional<String> key;
  private final List<String> warnings = new ArrayList<>();
  private final List<float[]> rows;
  private final boolean stored;
  private final long mostBytes = Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY;

  private int next;
  private long bytes;
  private boolean complete = true;

  /**
   * @param made for features that are not kept
   * @param keying fails if no key can be told; then nothing is kept
   * @param features how many there are in all
   * @param batchSize of {@code made}
   */
  CachedFeatures(
      FeatureCache cache, FeatureSource made, Keying keying, int features, int batchSize) {
    this.cache = cache;
    this.made = made;
    this.batchSize = batchSize;
    this.key = key(keying);
    List<float[]> found = key.filter(cache::has).map(k -> read(k, features)).orElse(List.of());
    this.stored = !found.isEmpty();
    this.rows = stored ? found : new ArrayList<>();
  }

  private static Optional<String> key(Keying keying) {
    try {
      return Optional.of(keying.key());
    } catch (IOException e) {
      LOG.info("features are not kept, for a test picture or the checkpoint cannot be read", e);
      return Optional.empty();
    }
  }

  private List<float[]> read(String found, int features) {
    try {
      return cache.read(found, features);
    } catch (IOException e) {
      warnings.add(
          "The kept features %s cannot be used (%s); they are made anew."
              .formatted(cache.file(found), DurableFile.reason(e)));
      return List.of();
    }
  }

  /** Whether no feature needs to be made. */
  boolean isStored() {
    return stored;
  }

  @Override
  public boolean run(List<EncodingPlan.Piece> pieces, Receiver receiver)
      throws EvaluationException, InterruptedException {
    if (!stored) {
      return made.run(pieces, new Remembering(receiver));
    }
    for (EncodingPlan.Piece piece : pieces) {
      if (!replay(piece, receiver)) {
        return false;
      }
    }
    return true;
  }

  private boolean replay(EncodingPlan.Piece piece, Receiver receiver)
      throws EvaluationException, InterruptedException {
    int items = piece.items().length;
    for (int from = 0; from < items; from += batchSize) {
      if (!receiver.proceed(Math.min(batchSize, items - from))) {
        return false;
      }
    }
    List<EncodingPlan.Target> targets = piece.targets();
    for (int from = 0; from < targets.size(); from += batchSize) {
      List<EncodingPlan.Target> some =
          targets.subList(from, Math.min(targets.size(), from + batchSize));
      receiver.features(some, rows.subList(next, next + some.size()).toArray(float[][]::new));
      next += some.size();
      if (!receiver.proceed(0)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Keeps what was made, after an evaluation that came to its end. What changed meanwhile has
   * another key now, and nobody knows which of both the features belong to.
   *
   * @param again the key once more
   * @return warnings, in sentences
   */
  List<String> keep(Keying again, OperatorPack pack) {
    if (!stored && complete && !rows.isEmpty() && key.isPresent() && key.equals(key(again))) {
      try {
        cache.write(key.get(), rows, pack);
      } catch (IOException e) {
        warnings.add(
            "The features cannot be kept as %s (%s); the next evaluation makes them anew."
                .formatted(cache.file(key.get()), DurableFile.reason(e)));
      }
    }
    return warnings;
  }

  private final class Remembering implements Receiver {
    private final Receiver receiver;

    Remembering(Receiver receiver) {
      this.receiver = receiver;
    }

    @Override
    public void features(List<EncodingPlan.Target> targets, float[][] features)
        throws EvaluationException {
      for (float[] row : features) {
        bytes += (long) row.length * Float.BYTES;
      }
      if (bytes > mostBytes) {
        forget();
      }
      if (complete) {
        rows.addAll(List.of(features));
      }
      receiver.features(targets, features);
    }

    @Override
    public void unreadable(List<EncodingPlan.Target> targets, List<String> dropped) {
      forget();
      receiver.unreadable(targets, dropped);
    }

    @Override
    public boolean proceed(int items) throws InterruptedException {
      return receiver.proceed(items);
    }

    private void forget() {
      complete = false;
      rows.clear();
    }
  }
}
