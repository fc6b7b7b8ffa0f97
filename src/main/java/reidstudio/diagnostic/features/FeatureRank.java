package reidstudio.diagnostic.features;

import java.util.OptionalDouble;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.probe.FrozenModel;

/** How many dimensions features really use, for whoever wants to compare it with a later time. */
public final class FeatureRank {
  private FeatureRank() {}

  /**
   * Effective rank of the features that {@link RankCollapse} looks at; empty if there are too few
   * rows for one, or they are not finite.
   */
  public static OptionalDouble of(Subject subject) {
    UnitRows rows = new BatchFeatures(new FrozenModel(subject)).all();
    if (rows.size() < RankCollapse.ENOUGH_ROWS) {
      return OptionalDouble.empty();
    }
    double rank = rows.effectiveRank();
    return Double.isFinite(rank) ? OptionalDouble.of(rank) : OptionalDouble.empty();
  }
}
