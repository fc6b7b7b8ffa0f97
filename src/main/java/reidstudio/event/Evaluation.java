package reidstudio.event;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Scores of one state of the model.
 *
 * @param step steps that the model has had
 * @param epoch epochs that it has had
 * @param protocol by whose rules
 * @param settings one for each kind of query
 */
public record Evaluation(long step, int epoch, String protocol, List<SettingScores> settings) {
  public Evaluation {
    settings = List.copyOf(settings);
  }

  /** Mean of the settings' average precisions; empty if none is known. */
  public OptionalDouble meanAveragePrecision() {
    return settings.stream().mapToDouble(SettingScores::map).filter(Double::isFinite).average();
  }
}
