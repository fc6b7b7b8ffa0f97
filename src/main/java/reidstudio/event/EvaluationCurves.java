package reidstudio.event;

import java.util.List;
import java.util.Optional;

/**
 * What belongs beside the scores of an evaluation and is small enough to be kept of each.
 *
 * @param gallery pictures in the gallery
 * @param curves one for each setting, in the scores' order
 * @param geometry of the features; empty if there were none
 */
public record EvaluationCurves(
    int gallery, List<RankingCurve> curves, Optional<FeatureGeometry> geometry) {
  public EvaluationCurves {
    curves = List.copyOf(curves);
  }

  /** The curve of {@code setting}; empty if there is none. */
  public Optional<RankingCurve> of(String setting) {
    return curves.stream().filter(curve -> curve.setting().equals(setting)).findFirst();
  }
}
