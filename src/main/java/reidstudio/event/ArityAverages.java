package reidstudio.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * ORBench's averages: the unweighted mean over the settings with one, two, three and four
 * modalities, ONE_AVER to FOUR_AVER of its tables. For display only; they are no settings.
 */
public final class ArityAverages {
  private static final List<String> NAMES = List.of("one", "two", "three", "four");

  /**
   * The averages that {@code evaluation} has settings for, small ones first; {@code queries} is
   * their sum. A setting without scores is left out.
   */
  public List<SettingScores> of(Evaluation evaluation) {
    Map<Integer, List<SettingScores>> byArity = new TreeMap<>();
    for (SettingScores scores : evaluation.settings()) {
      if (Double.isFinite(scores.map())) {
        int arity = scores.setting().split("\\+", -1).length;
        byArity.computeIfAbsent(arity, a -> new ArrayList<>()).add(scores);
      }
    }
    return byArity.entrySet().stream()
        .filter(entry -> entry.getKey() <= NAMES.size())
        .map(entry -> average(NAMES.get(entry.getKey() - 1), entry.getValue()))
        .toList();
  }

  private static SettingScores average(String name, List<SettingScores> settings) {
    return new SettingScores(
        name,
        settings.stream().mapToInt(SettingScores::queries).sum(),
        mean(settings, SettingScores::rank1),
        mean(settings, SettingScores::rank5),
        mean(settings, SettingScores::rank10),
        mean(settings, SettingScores::map),
        mean(settings, SettingScores::minp));
  }

  private static double mean(List<SettingScores> settings, ToDoubleFunction<SettingScores> of) {
    return settings.stream().mapToDouble(of).average().orElse(Double.NaN);
  }
}
