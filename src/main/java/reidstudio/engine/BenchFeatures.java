package reidstudio.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Random features of the size of ORBench's test split: identities are points in space, gallery and
 * queries lie around them, and queries of more modalities lie nearer.
 *
 * @param gallery features and identities of the gallery
 * @param settings the 32 combinations of query modalities, each with an anchor that is listed first
 */
public record BenchFeatures(LabelledFeatures gallery, List<Setting> settings) {
  private static final int IDENTITIES = 400;
  private static final int GALLERY = 18_050;
  private static final List<String> MODALITIES = List.of("nir", "cp", "sk", "text");

  /** Queries of each anchor, one for each of its items (ORBench). */
  private static final List<Integer> QUERIES = List.of(10_425, 7_200, 7_200, 18_050);

  private static final double GALLERY_SPREAD = 2;
  private static final double QUERY_SPREAD = 3;

  /** Queries of one combination of modalities. */
  public record Setting(String name, LabelledFeatures queries) {}

  public BenchFeatures {
    settings = List.copyOf(settings);
  }

  /**
   * Draws features.
   *
   * @param dimensions of a feature
   * @param share of all queries that are drawn, above 0 and at most 1
   */
  public static BenchFeatures of(int dimensions, double share, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] centres = new float[IDENTITIES][];
    for (int identity = 0; identity < IDENTITIES; identity++) {
      centres[identity] = around(new float[dimensions], 1, random.split());
    }
    LabelledFeatures gallery = set(GALLERY, GALLERY_SPREAD, centres, random.split());
    List<Setting> settings = new ArrayList<>();
    for (int anchor = 0; anchor < MODALITIES.size(); anchor++) {
      int queries = Math.max(1, (int) (share * QUERIES.get(anchor)));
      for (int others = 0; others < 1 << (MODALITIES.size() - 1); others++) {
        double spread = QUERY_SPREAD / Math.sqrt(1 + Integer.bitCount(others));
        settings.add(
            new Setting(name(anchor, others), set(queries, spread, centres, random.split())));
      }
    }
    return new BenchFeatures(gallery, settings);
  }

  private static String name(int anchor, int others) {
    List<String> rest = new ArrayList<>(MODALITIES);
    StringBuilder name = new StringBuilder(rest.remove(anchor));
    for (int i = 0; i < rest.size(); i++) {
      if ((others >> i & 1) != 0) {
        name.append('+').append(rest.get(i));
      }
    }
    return name.toString();
  }

  private static LabelledFeatures set(
      int size, double spread, float[][] centres, RandomGenerator random) {
    float[][] rows = new float[size][];
    int[] identities = new int[size];
    for (int i = 0; i < size; i++) {
      identities[i] = i % centres.length;
      rows[i] = around(centres[identities[i]], spread, random);
    }
    return new LabelledFeatures(rows, identities);
  }

  private static float[] around(float[] centre, double spread, RandomGenerator random) {
    float[] point = new float[centre.length];
    for (int i = 0; i < point.length; i++) {
      point[i] = (float) (centre[i] + spread * random.nextGaussian());
    }
    return point;
  }
}
