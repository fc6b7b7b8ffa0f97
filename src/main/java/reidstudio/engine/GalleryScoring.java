package reidstudio.engine;

import java.util.ArrayList;
import java.util.List;
import reidstudio.metric.BoundedRetrieval;
import reidstudio.metric.GalleryItems;
import reidstudio.metric.Ranking;
import reidstudio.tensor.CosineGallery;
import reidstudio.tensor.OperatorPack;

/**
 * Ranks a gallery for queries of several settings by cosine. Features are compared as they come;
 * none is kept.
 */
final class GalleryScoring implements AutoCloseable {
  private final List<String> settings;
  private final CosineGallery gallery;
  private final List<Ranking> rankings;

  /**
   * Without junk and cameras, one trial.
   *
   * @param features one for each gallery picture, at least one
   * @param identities who is on each
   * @param settings names
   * @throws EvaluationException if a feature is not finite
   */
  GalleryScoring(OperatorPack pack, float[][] features, int[] identities, List<String> settings)
      throws EvaluationException {
    this(pack, features, settings, everything(new GalleryItems(identities), settings.size()));
  }

  /**
   * By the rules that {@code rankings} know.
   *
   * @param rankings one for each setting
   * @throws EvaluationException if a feature is not finite
   */
  GalleryScoring(
      OperatorPack pack, float[][] features, List<String> settings, List<Ranking> rankings)
      throws EvaluationException {
    checkFinite("the gallery", features);
    this.settings = settings;
    this.rankings = rankings;
    this.gallery = new CosineGallery(pack.manager(), features);
  }

  private static List<Ranking> everything(GalleryItems items, int settings) {
    List<Ranking> rankings = new ArrayList<>();
    for (int i = 0; i < settings; i++) {
      rankings.add(new BoundedRetrieval(items, SettingRankings.MAX_RANK));
    }
    return rankings;
  }

  /**
   * Ranks the gallery for queries of {@code setting}.
   *
   * @throws EvaluationException if a feature is not finite
   */
  void add(int setting, float[][] queries, int[] identities) throws EvaluationException {
    add(setting, queries, identities, new int[identities.length]);
  }

  /** As {@link #add(int, float[][], int[])}, of queries whose cameras matter. */
  void add(int setting, float[][] queries, int[] identities, int[] cameras)
      throws EvaluationException {
    checkFinite("the queries " + settings.get(setting), queries);
    float[][] similarity = gallery.similarity(queries);
    for (int q = 0; q < queries.length; q++) {
      rankings.get(setting).add(similarity[q], identities[q], cameras[q]);
    }
  }

  /** Of each setting, those without any scored query included. */
  List<SettingResult> results() {
    List<SettingResult> results = new ArrayList<>();
    for (int i = 0; i < settings.size(); i++) {
      results.add(SettingResult.of(settings.get(i), rankings.get(i)));
    }
    return results;
  }

  static void checkFinite(String where, float[][] features) throws EvaluationException {
    for (float[] feature : features) {
      for (float value : feature) {
        if (!Float.isFinite(value)) {
          throw new EvaluationException(
              "A feature of %s is not finite, so nothing can be ranked: the weights are broken; go on from an earlier checkpoint."
                  .formatted(where));
        }
      }
    }
  }

  @Override
  public void close() {
    gallery.close();
  }
}
