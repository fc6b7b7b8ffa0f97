package reidstudio.engine;

import java.util.Map;
import java.util.Optional;
import reidstudio.event.SettingScores;
import reidstudio.metric.CutPrecision;
import reidstudio.metric.Ranking;
import reidstudio.metric.RetrievalScores;
import reidstudio.metric.TieBounds;

/**
 * How one kind of query did, and what cannot be seen from its scores.
 *
 * @param scores NaN if no query has a match
 * @param withoutMatch queries left out because the gallery lacks their identity
 * @param mapAt100 mAP of rankings that end after 100 items, in each form; empty without a query
 *     that has a match
 * @param ties what the order of equally similar items decides; empty without a query that has a
 *     match
 */
public record SettingResult(
    SettingScores scores,
    int withoutMatch,
    Map<CutPrecision, Double> mapAt100,
    Optional<TieBounds> ties) {
  public SettingResult {
    mapAt100 = Map.copyOf(mapAt100);
  }

  static SettingResult of(String setting, Ranking ranking) {
    if (!ranking.hasScores()) {
      double none = Double.NaN;
      return new SettingResult(
          new SettingScores(setting, 0, none, none, none, none, none),
          ranking.withoutMatch(),
          Map.of(),
          Optional.empty());
    }
    RetrievalScores scores = ranking.scores();
    return new SettingResult(
        new SettingScores(
            setting,
            scores.queries(),
            scores.cmcAt(1),
            scores.cmcAt(5),
            scores.cmcAt(10),
            scores.meanAveragePrecision(),
            scores.meanInverseNegativePenalty()),
        scores.withoutMatch(),
        scores.mapAt100(),
        Optional.of(ranking.bounds()));
  }

  /** mAP@100 as {@link CutPrecision#PER_HIT} has it; NaN without scores. */
  public double mapAt100PerHit() {
    return mapAt100(CutPrecision.PER_HIT);
  }

  /** mAP@100 as {@link CutPrecision#PER_REACHABLE} has it; NaN without scores. */
  public double mapAt100PerReachable() {
    return mapAt100(CutPrecision.PER_REACHABLE);
  }

  /** mAP@100 as {@link CutPrecision#PER_MATCH} has it; NaN without scores. */
  public double mapAt100PerMatch() {
    return mapAt100(CutPrecision.PER_MATCH);
  }

  private double mapAt100(CutPrecision form) {
    return mapAt100.getOrDefault(form, Double.NaN);
  }

  /** mAP with the matches last among equally similar items; NaN without scores. */
  public double lowestMap() {
    return ties.map(TieBounds::lowest).orElse(Double.NaN);
  }

  /** mAP with the matches first among equally similar items; NaN without scores. */
  public double highestMap() {
    return ties.map(TieBounds::highest).orElse(Double.NaN);
  }
}
