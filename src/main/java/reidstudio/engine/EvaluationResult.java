package reidstudio.engine;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import reidstudio.event.Evaluation;
import reidstudio.event.EvaluationRecord;
import reidstudio.metric.protocol.Protocol;

/**
 * What an evaluation found.
 *
 * @param protocol by whose rules
 * @param conduct what was done with junk, cameras and trials, in a sentence's words
 * @param settings in the order of the annotation file
 * @param unreadable pictures that could not be read, with the reason; their queries are left out
 * @param record what the scores do not tell
 */
public record EvaluationResult(
    String protocol,
    String conduct,
    List<SettingResult> settings,
    List<String> unreadable,
    EvaluationRecord record) {
  private static final double WIDE = 0.01;

  public EvaluationResult {
    settings = List.copyOf(settings);
    unreadable = List.copyOf(unreadable);
  }

  static EvaluationResult of(
      List<SettingResult> settings, List<String> unreadable, Supplier<EvaluationRecord> record)
      throws EvaluationException {
    return of(Protocol.ORBENCH, Protocol.ORBENCH.words(), settings, unreadable, record);
  }

  static EvaluationResult of(
      Protocol protocol,
      String conduct,
      List<SettingResult> settings,
      List<String> unreadable,
      Supplier<EvaluationRecord> record)
      throws EvaluationException {
    if (settings.stream().allMatch(setting -> setting.scores().queries() == 0)) {
      throw new EvaluationException(
          "No query shows an identity of the gallery, so nothing can be scored; check how the test split was made.");
    }
    String told =
        protocol.layout().equals("PRCV2025")
            ? conduct + "; " + new ChallengeScore().words(settings)
            : conduct;
    return new EvaluationResult(protocol.name(), told, settings, unreadable, record.get());
  }

  /** The scores as an event tells them. */
  public Evaluation evaluation(long step, int epoch) {
    return new Evaluation(
        step, epoch, protocol, settings.stream().map(SettingResult::scores).toList());
  }

  /** Whatever makes the scores less than they seem, in sentences. */
  public List<String> warnings() {
    List<String> warnings = new java.util.ArrayList<>();
    if (!unreadable.isEmpty()) {
      warnings.add(
          "%d test items cannot be read and are left out, the first is %s."
              .formatted(unreadable.size(), unreadable.get(0)));
    }
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
    var ties = setting.ties().orElseThrow();
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
