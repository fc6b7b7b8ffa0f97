package reidstudio.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import reidstudio.metric.TieBounds;

/** What makes scores less than they seem, whatever the features came from. */
final class ScoreWarnings {
  private static final double WIDE = 0.01;

  private final List<SettingResult> settings;

  ScoreWarnings(List<SettingResult> settings) {
    this.settings = settings;
  }

  /**
   * Refuses scores of nothing.
   *
   * @throws EvaluationException if no query has a match
   */
  void checkScored() throws EvaluationException {
    if (settings.stream().allMatch(setting -> setting.scores().queries() == 0)) {
      throw new EvaluationException(
          "No query shows an identity of the gallery, so nothing can be scored; check how the test split was made.");
    }
  }

  List<String> sentences() {
    List<String> warnings = new ArrayList<>();
    int without = settings.stream().mapToInt(SettingResult::withoutMatch).sum();
    if (without > 0) {
      warnings.add(
          "%d queries have no match in the gallery and are left out of the scores."
              .formatted(without));
    }
    settings.stream()
        .filter(setting -> setting.ties().filter(ties -> ties.width() > WIDE).isPresent())
        .findFirst()
        .ifPresent(setting -> warnings.add(tied(setting)));
    return warnings;
  }

  private static String tied(SettingResult setting) {
    TieBounds ties = setting.ties().orElseThrow();
    return String.format(
        Locale.ROOT,
        "Equal similarities decide the mAP of %s, which lies between %.1f %% and %.1f %% (%d of %d queries): the features have collapsed.",
        setting.scores().setting(),
        100 * ties.lowest(),
        100 * ties.highest(),
        ties.tiedQueries(),
        setting.scores().queries());
  }
}
