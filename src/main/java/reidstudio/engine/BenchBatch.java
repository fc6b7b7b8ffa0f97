package reidstudio.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import reidstudio.batch.HostBatch;
import reidstudio.batch.PixelBlock;
import reidstudio.batch.QueryGroups;
import reidstudio.config.DataConfig;
import reidstudio.config.QueryMix;
import reidstudio.data.Modality;

/**
 * A batch of random pixels and words: each identity has one picture of every image modality and one
 * caption, and everything but the visible picture is fused.
 */
final class BenchBatch {
  private static final int CAPTION_WORDS = 30;
  private static final int FIRST_WORD = 4;

  private final DataConfig data;
  private final int words;
  private final SplittableRandom random;

  BenchBatch(DataConfig data, int words, long seed) {
    this.data = data;
    this.words = words;
    this.random = new SplittableRandom(seed);
  }

  /**
   * A batch with {@code pictures}, a multiple of the image modalities, and a quarter of captions.
   */
  HostBatch of(int pictures) {
    int identities = pictures / 4;
    List<Integer> labels = new ArrayList<>();
    List<Modality> modalities = new ArrayList<>();
    List<String> names = new ArrayList<>();
    Map<Modality, PixelBlock> pixels = new EnumMap<>(Modality.class);
    List<int[]> captions = new ArrayList<>();
    for (Modality modality : Modality.values()) {
      for (int i = 0; i < identities; i++) {
        labels.add(i);
        modalities.add(modality);
        names.add(modality.word() + " of " + i);
        if (!modality.isImage()) {
          captions.add(caption());
        }
      }
      if (modality.isImage()) {
        pixels.put(modality, noise(identities * 3 * data.imageHeight() * data.imageWidth()));
      }
    }
    return new HostBatch(
        labels,
        modalities,
        names,
        pixels,
        data.imageHeight(),
        data.imageWidth(),
        captions,
        QueryGroups.of(QueryMix.SINGLE_AND_FUSED, labels, modalities),
        List.of(),
        List.of(),
        0);
  }

  private PixelBlock noise(int count) {
    PixelBlock block = new PixelBlock(count);
    for (int i = 0; i < count; i++) {
      block.floats().put(i, (float) random.nextGaussian());
    }
    return block;
  }

  private int[] caption() {
    int[] tokens = new int[Math.min(CAPTION_WORDS, data.captionTokens())];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = random.nextInt(FIRST_WORD, words);
    }
    return tokens;
  }
}
