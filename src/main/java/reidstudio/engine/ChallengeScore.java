package reidstudio.engine;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import reidstudio.event.SettingScores;

/**
 * The score that PRCV2025's own code gives held-out people: half the mean mAP of queries with one
 * modality and half that of queries with all four. The organiser's has two and three as well, and
 * ends each list after 100 pictures.
 */
final class ChallengeScore {
  /** In words, or that it is not known. */
  String words(List<SettingResult> settings) {
    OptionalDouble single = mean(settings, 1);
    OptionalDouble quad = mean(settings, 4);
    return single.isPresent() && quad.isPresent()
        ? String.format(
            Locale.ROOT,
            "local score %.2f %% (mAP single %.2f %%, quad %.2f %%)",
            50 * (single.getAsDouble() + quad.getAsDouble()),
            100 * single.getAsDouble(),
            100 * quad.getAsDouble())
        : "no local score, for it needs single and quad queries";
  }

  private static OptionalDouble mean(List<SettingResult> settings, int modalities) {
    return settings.stream()
        .map(SettingResult::scores)
        .filter(scores -> scores.setting().split("\\+", -1).length == modalities)
        .mapToDouble(SettingScores::map)
        .filter(Double::isFinite)
        .average();
  }
}
