package reidstudio.engine;

import java.util.Optional;
import reidstudio.event.SettingScores;
import reidstudio.metric.Ranking;
import reidstudio.metric.RetrievalScores;
import reidstudio.metric.TieBounds;

/**
 * How one kind of query did, and what cannot be seen from its scores.
 *
 * @param scores NaN if no query has a match
 * @param withoutMatch queries left out because the gallery lacks their identity
 * @param ties what the order of equally similar items decides; empty without a query that has a
 *     match
 */
public record SettingResult(SettingScores scores, int withoutMatch, Optional<TieBounds> ties) {
  static SettingResult of(String setting, Ranking ranking) {
    if (!ranking.hasScores()) {
      double none = Double.NaN;
      return new SettingResult(
          new SettingScores(setting, 0, none, none, none, none, none),
          ranking.withoutMatch(),
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
        Optional.of(ranking.bounds()));
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
