package reidstudio.engine;

import java.util.ArrayList;
import java.util.List;
import reidstudio.metric.BoundedRetrieval;
import reidstudio.metric.GalleryItems;
import reidstudio.tensor.CosineGallery;
import reidstudio.tensor.OperatorPack;

/**
 * Ranks a gallery for queries of several settings by cosine, without junk and cameras (ORBench).
 * Features are compared as they come; none is kept.
 */
final class GalleryScoring implements AutoCloseable {
  private static final int MAX_RANK = 10;

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
   * @throws EvaluationException if a feature is not finite
   */
  void add(int setting, float[][] queries, int[] identities) throws EvaluationException {
    checkFinite("the queries " + settings.get(setting), queries);
    float[][] similarity = gallery.similarity(queries);
    for (int q = 0; q < queries.length; q++) {
      retrievals.get(setting).add(similarity[q], identities[q]);
    }
  }

  /** Of each setting, those without any scored query included. */
  List<SettingResult> results() {
    List<SettingResult> results = new ArrayList<>();
    for (int i = 0; i < settings.size(); i++) {
      results.add(SettingResult.of(settings.get(i), retrievals.get(i)));
    }
    return results;
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
