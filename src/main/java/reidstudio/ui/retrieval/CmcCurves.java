package reidstudio.ui.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import reidstudio.event.Evaluation;
import reidstudio.event.EvaluationCurves;
import reidstudio.event.RankingCurve;
import reidstudio.event.SettingScores;

/**
 * CMC curves ready to be drawn, in percent over ranks from 1.
 *
 * @param curves each with its name
 * @param chance of a random order, the mean over the curves; empty where it is not known
 */
record CmcCurves(List<Named> curves, Optional<FixedTrace> chance) {
  private static final double PERCENT = 100;

  /** Nobody reads more digits off a curve. */
  private static final double TENTHS = 10;

  /** Own choice: who is not among these is not found by a person who looks through the list. */
  private static final int RANKS = 20;

  /**
   * A curve.
   *
   * @param setting or the number of modalities that it is the mean of, as a text
   */
  record Named(String setting, FixedTrace trace) {}

  /** Those of {@code settings}. */
  static CmcCurves of(EvaluationCurves kept, List<String> settings) {
    List<Named> curves = new ArrayList<>();
    List<RankingCurve> found = new ArrayList<>();
    for (String setting : settings) {
      Optional<RankingCurve> curve = kept.of(setting).filter(c -> c.cmc().length > 0);
      curve.ifPresent(found::add);
      curve.ifPresent(c -> curves.add(new Named(setting, trace(c.cmc()))));
    }
    return new CmcCurves(curves, chance(found));
  }

  /** The means over settings with the same number of modalities. */
  static CmcCurves means(EvaluationCurves kept) {
    Map<Integer, List<RankingCurve>> byArity = new TreeMap<>();
    List<RankingCurve> all = new ArrayList<>();
    for (RankingCurve curve : kept.curves()) {
      if (curve.cmc().length > 0) {
        int arity = curve.setting().split("\\+", -1).length;
        byArity.computeIfAbsent(arity, a -> new ArrayList<>()).add(curve);
        all.add(curve);
      }
    }
    List<Named> curves = new ArrayList<>();
    byArity.forEach(
        (arity, group) ->
            curves.add(
                new Named(
                    Integer.toString(arity),
                    trace(mean(group.stream().map(RankingCurve::cmc).toList())))));
    return new CmcCurves(curves, chance(all));
  }

  /** Of scores alone: ranks 1, 5 and 10. */
  static CmcCurves of(Evaluation evaluation, List<String> settings) {
    List<Named> curves = new ArrayList<>();
    for (SettingScores scores : evaluation.settings()) {
      if (settings.contains(scores.setting()) && Double.isFinite(scores.rank1())) {
        double[] ys = {scores.rank1(), scores.rank5(), scores.rank10()};
        for (int i = 0; i < ys.length; i++) {
          ys[i] = Math.rint(PERCENT * ys[i] * TENTHS) / TENTHS;
        }
        curves.add(new Named(scores.setting(), new FixedTrace(new double[] {1, 5, 10}, ys)));
      }
    }
    return new CmcCurves(curves, Optional.empty());
  }

  /** The curve called {@code setting}; empty if there is none. */
  Optional<FixedTrace> curve(String setting) {
    return curves.stream()
        .filter(curve -> curve.setting().equals(setting))
        .map(Named::trace)
        .findFirst();
  }

  private static Optional<FixedTrace> chance(List<RankingCurve> curves) {
    return curves.isEmpty() || curves.stream().anyMatch(curve -> curve.chance().length == 0)
        ? Optional.empty()
        : Optional.of(trace(mean(curves.stream().map(RankingCurve::chance).toList())));
  }

  private static double[] mean(List<double[]> curves) {
    int ranks = curves.stream().mapToInt(curve -> curve.length).min().orElse(0);
    return IntStream.range(0, ranks)
        .mapToDouble(r -> curves.stream().mapToDouble(curve -> curve[r]).average().orElse(0))
        .toArray();
  }

  private static FixedTrace trace(double[] shares) {
    int ranks = Math.min(RANKS, shares.length);
    double[] xs = new double[ranks];
    double[] ys = new double[ranks];
    for (int i = 0; i < ranks; i++) {
      xs[i] = i + 1;
      ys[i] = Math.rint(PERCENT * shares[i] * TENTHS) / TENTHS;
    }
    return new FixedTrace(xs, ys);
  }
}
