package reidstudio.engine;

import java.util.ArrayList;
import java.util.List;
import reidstudio.event.QueryRankings;
import reidstudio.metric.BoundedRetrieval;
import reidstudio.metric.GalleryItems;
import reidstudio.metric.TopItems;
import reidstudio.tensor.CosineGallery;
import reidstudio.tensor.OperatorPack;

/**
 * Ranks a gallery for queries of several settings by cosine, without junk and cameras (ORBench).
 * Features are compared as they come; none is kept.
 */
final class GalleryScoring implements AutoCloseable {
  private static final int MAX_RANK = 50;
  private static final TopItems TOP = new TopItems(QueryRankings.TOP);

  private final List<String> settings;
  private final CosineGallery gallery;
  private final List<BoundedRetrieval> retrievals = new ArrayList<>();

  /**
   * @param features one for each gallery picture, at least one
   * @param identities who is on each
   * @param settings names
   * @throws EvaluationException if a feature is not finite
   */
  GalleryScoring(OperatorPack pack, float[][] features, int[] identities, List<String> settings)
      throws EvaluationException {
    checkFinite("the gallery", features);
    this.settings = settings;
    GalleryItems items = new GalleryItems(identities);
    settings.forEach(setting -> retrievals.add(new BoundedRetrieval(items, MAX_RANK)));
    this.gallery = new CosineGallery(pack.manager(), features);
  }

  /**
   * Ranks the gallery for queries of {@code setting}.
   *
   * @return how each query did
   * @throws EvaluationException if a feature is not finite
   */
  List<RankedQuery> add(int setting, float[][] queries, int[] identities)
      throws EvaluationException {
    checkFinite("the queries " + settings.get(setting), queries);
    float[][] similarity = gallery.similarity(queries);
    List<RankedQuery> ranked = new ArrayList<>();
    for (int q = 0; q < queries.length; q++) {
      ranked.add(
          new RankedQuery(
              retrievals.get(setting).add(similarity[q], identities[q]), TOP.of(similarity[q])));
    }
    return ranked;
  }

  /** Of each setting, those without any scored query included. */
  List<SettingResult> results() {
    List<SettingResult> results = new ArrayList<>();
    for (int i = 0; i < settings.size(); i++) {
      results.add(SettingResult.of(settings.get(i), retrievals.get(i)));
    }
    return results;
  }

  /** The CMC curve of each setting; empty where no query has a match. */
  List<double[]> curves() {
    return retrievals.stream()
        .map(
            retrieval ->
                retrieval.hasScores()
                    ? retrieval.scores().cmc().stream().mapToDouble(Double::doubleValue).toArray()
                    : new double[0])
        .toList();
  }

  private static void checkFinite(String where, float[][] features) throws EvaluationException {
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
