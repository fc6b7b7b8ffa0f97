package reidstudio.ui.retrieval;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import reidstudio.event.Evaluation;
import reidstudio.ui.common.Figures;
import reidstudio.ui.common.Messages;

/** How settings, modalities and evaluations are called in the language of now. */
record SettingWords(Messages messages) {
  /** Such as “NIR + text”; “NIR → visible” where the gallery's modality belongs to the name. */
  String setting(String setting) {
    return Arrays.stream(setting.split(">", -1))
        .map(this::modalities)
        .collect(Collectors.joining(" → "));
  }

  private String modalities(String names) {
    return Arrays.stream(names.split("\\+", -1))
        .map(this::modality)
        .collect(Collectors.joining(" + "));
  }

  /** Such as “NIR”; a name that is not known stays as it is. */
  String modality(String word) {
    String key = "retrieval.short." + word;
    return messages.has(key) ? messages.get(key) : word;
  }

  /** Such as “pencil sketch”. */
  String modalityInFull(String word) {
    String key = "retrieval.modality." + word;
    return messages.has(key) ? messages.get(key) : word;
  }

  /** The average over settings with as many modalities as {@code name} says. */
  String average(String name) {
    return messages.get("retrieval.average." + name);
  }

  /** Such as “Epoch 6 · step 240 · mean mAP 31 %”. */
  String evaluation(Evaluation evaluation) {
    return messages.get(
        evaluation.epoch() == 0 ? "retrieval.evaluation.early" : "retrieval.evaluation",
        evaluation.epoch(),
        evaluation.step(),
        percent(evaluation.meanAveragePrecision().orElse(Double.NaN)));
  }

  String comparison(Comparison comparison) {
    String evaluation = evaluation(comparison.evaluation());
    return comparison
        .otherRun()
        .map(
            run ->
                messages.get(
                    comparison.best() ? "retrieval.other-run.best" : "retrieval.other-run.last",
                    run,
                    evaluation))
        .orElse(evaluation);
  }

  /** With one decimal and a unit: 31.4 %. */
  static String percent(double share) {
    return Double.isFinite(share)
        ? String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * share)
        : Figures.NONE;
  }

  /** With one decimal and no unit, for columns that name it: 31.4. */
  static String points(double share) {
    return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f", 100 * share) : Figures.NONE;
  }

  /** With its sign: +2.1, −0.4. */
  static String gain(double difference) {
    if (!Double.isFinite(difference)) {
      return Figures.NONE;
    }
    String number = String.format(Locale.ROOT, "%.1f", Math.abs(100 * difference));
    boolean none = "0.0".equals(number);
    return none ? "±0.0" : (difference > 0 ? "+" : "−") + number;
  }
}
