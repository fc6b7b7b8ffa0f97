package reidstudio.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import reidstudio.event.QueryRankings;
import reidstudio.metric.BoundedRetrieval;
import reidstudio.metric.GalleryItems;
import reidstudio.metric.Ranking;
import reidstudio.metric.RankingHead;
import reidstudio.metric.Similarities;
import reidstudio.metric.TopItems;
import reidstudio.tensor.CosineGallery;
import reidstudio.tensor.Cosines;
import reidstudio.tensor.OperatorPack;

/**
 * Ranks a gallery for queries of several settings by cosine. Features are compared as they come;
 * none is kept.
 */
final class GalleryScoring implements AutoCloseable {
  private static final TopItems TOP = new TopItems(QueryRankings.TOP);

  private record Ranked(Ranking.Row row, RankingHead head) {}

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
   * @return how each query did
   * @throws EvaluationException if a feature is not finite
   */
  List<RankedQuery> add(int setting, float[][] queries, int[] identities)
      throws EvaluationException {
    return add(setting, queries, identities, new int[identities.length]);
  }

  /** As {@link #add(int, float[][], int[])}, of queries whose cameras matter. */
  List<RankedQuery> add(int setting, float[][] queries, int[] identities, int[] cameras)
      throws EvaluationException {
    checkFinite("the queries " + settings.get(setting), queries);
    List<Cosines> cosines = gallery.similarity(queries);
    Ranking ranking = rankings.get(setting);
    List<Ranked> rows =
        IntStream.range(0, queries.length)
            .parallel()
            .mapToObj(q -> ranked(ranking, similarities(cosines.get(q)), identities[q], cameras[q]))
            .toList();
    // counted in order, so that sums are rounded the same however many threads there are
    return rows.stream().map(row -> new RankedQuery(row.row().count(), row.head())).toList();
  }

  private static Ranked ranked(
      Ranking ranking, Similarities similarities, int identity, int camera) {
    return new Ranked(
        ranking.rank(similarities, identity, camera),
        ranking.head(TOP, similarities, identity, camera));
  }

  static Similarities similarities(Cosines cosines) {
    return new Similarities(cosines.quick(), cosines.reach(), cosines::exact);
  }

  /** Of each setting, those without any scored query included. */
  List<SettingResult> results() {
    List<SettingResult> results = new ArrayList<>();
    for (int i = 0; i < settings.size(); i++) {
      results.add(SettingResult.of(settings.get(i), rankings.get(i)));
    }
    return results;
  }

  /** The CMC curve of each setting; empty where no query has a match. */
  List<double[]> curves() {
    return rankings.stream()
        .map(
            ranking ->
                ranking.hasScores()
                    ? ranking.scores().cmc().stream().mapToDouble(Double::doubleValue).toArray()
                    : new double[0])
        .toList();
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
