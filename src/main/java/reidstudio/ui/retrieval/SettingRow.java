package reidstudio.ui.retrieval;

import java.util.List;
import java.util.Optional;
import reidstudio.event.SettingScores;

/**
 * One row of the table of settings; shares from 0 to 1, NaN where not known.
 *
 * @param scores of the evaluation that is looked at
 * @param chanceMap mAP of a random order
 * @param history mAP of all evaluations of the run, oldest first
 * @param compared the same setting of the evaluation to compare with
 * @param reference published scores
 */
record SettingRow(
    SettingScores scores,
    double chanceMap,
    List<Double> history,
    Optional<SettingScores> compared,
    Optional<SettingScores> reference) {
  SettingRow {
    history = List.copyOf(history);
  }

  /** Modalities of its queries. */
  int modalities() {
    return scores.setting().split("\\+", -1).length;
  }

  /** How much larger mAP is than that of the evaluation to compare with. */
  double mapGain() {
    return scores.map() - compared.map(SettingScores::map).orElse(Double.NaN);
  }

  /** How much larger R1 is. */
  double rank1Gain() {
    return scores.rank1() - compared.map(SettingScores::rank1).orElse(Double.NaN);
  }
}
