package reidstudio.engine;

import java.util.List;
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
    new ScoreWarnings(settings).checkScored();
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
    warnings.addAll(new ScoreWarnings(settings).sentences());
    return warnings;
  }
}
