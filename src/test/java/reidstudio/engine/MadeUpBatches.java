package reidstudio.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import reidstudio.batch.HostBatch;
import reidstudio.batch.PixelBlock;
import reidstudio.batch.QueryGroups;
import reidstudio.config.DataConfig;
import reidstudio.config.QueryMix;
import reidstudio.data.Modality;

/**
 * Batches straight from a seeded generator, so that nothing depends on an image codec: each person
 * is a pattern of pixels and two words, each item the pattern under noise.
 */
final class MadeUpBatches {
  static final int PEOPLE = 8;
  static final int WORDS = 4 + 2 * PEOPLE;

  private static final int IN_BATCH = 4;
  private static final float NOISE = 0.5f;

  private final DataConfig data;
  private final Random random;
  private final float[][] patterns = new float[PEOPLE][];

  MadeUpBatches(DataConfig data, long seed) {
    this.data = data;
    this.random = new Random(seed);
    for (int person = 0; person < PEOPLE; person++) {
      patterns[person] = new float[3 * data.imageHeight() * data.imageWidth()];
      for (int i = 0; i < patterns[person].length; i++) {
        patterns[person][i] = (float) random.nextGaussian();
      }
    }
  }

  /** Four people with an item of each modality; a person's other items are one group. */
  HostBatch next() {
    return next(QueryMix.SINGLE_AND_FUSED);
  }

  /** Four people with an item of each modality. */
  HostBatch next(QueryMix mix) {
    int first = random.nextInt(PEOPLE);
    List<Integer> labels = new ArrayList<>();
    List<Modality> modalities = new ArrayList<>();
    List<String> names = new ArrayList<>();
    Map<Modality, PixelBlock> pixels = new EnumMap<>(Modality.class);
    List<int[]> captions = new ArrayList<>();
    for (Modality modality : Modality.values()) {
      int[] people = new int[IN_BATCH];
      for (int i = 0; i < IN_BATCH; i++) {
        people[i] = (first + i) % PEOPLE;
        labels.add(people[i]);
        modalities.add(modality);
        names.add(modality.word() + " of " + people[i]);
        if (!modality.isImage()) {
          captions.add(caption(people[i]));
        }
      }
      if (modality.isImage()) {
        pixels.put(modality, pictures(people));
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
        QueryGroups.of(mix, labels, modalities),
        List.of(),
        List.of(),
        0);
  }

  private PixelBlock pictures(int[] people) {
    int size = patterns[0].length;
    float[] values = new float[people.length * size];
    for (int i = 0; i < values.length; i++) {
      values[i] = patterns[people[i / size]][i % size] + NOISE * (float) random.nextGaussian();
    }
    return PixelBlock.of(values);
  }

  /** Start, the person's first word once or twice, the second, end: captions differ in length. */
  private int[] caption(int person) {
    int word = 4 + 2 * person;
    return random.nextBoolean()
        ? new int[] {1, word, word + 1, 2}
        : new int[] {1, word, word, word + 1, 2};
  }
}
