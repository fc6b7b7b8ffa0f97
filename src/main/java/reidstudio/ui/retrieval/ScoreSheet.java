package reidstudio.ui.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import reidstudio.event.ArityAverages;
import reidstudio.event.Evaluation;
import reidstudio.event.EvaluationCurves;
import reidstudio.event.RankingCurve;
import reidstudio.event.SettingScores;

/**
 * An evaluation beside all that it is measured against.
 *
 * @param looked the evaluation
 * @param history all evaluations of its run, oldest first
 * @param curves what is kept beside its scores; empty if nothing is
 * @param compared another evaluation
 * @param reference published scores
 */
record ScoreSheet(
    Evaluation looked,
    List<Evaluation> history,
    Optional<EvaluationCurves> curves,
    Optional<Evaluation> compared,
    ReferenceScores reference) {
  /** Settings with few modalities first, else in the order of the test split. */
  List<SettingRow> rows() {
    return looked.settings().stream()
        .map(this::row)
        .sorted(Comparator.comparingInt(SettingRow::modalities))
        .toList();
  }

  private SettingRow row(SettingScores scores) {
    return new SettingRow(
        scores,
        curves.flatMap(c -> c.of(scores.setting())).map(RankingCurve::chanceMap).orElse(Double.NaN),
        history.stream().map(each -> map(each, scores.setting())).toList(),
        compared.flatMap(c -> of(c, scores.setting())),
        reference.of(scores.setting()));
  }

  /** The averages over settings with the same number of modalities, as rows of their own. */
  List<SettingRow> averages() {
    List<SettingRow> averages = new ArrayList<>();
    List<SettingScores> published = new ArityAverages().of(reference.evaluation());
    List<SettingScores> others = compared.map(new ArityAverages()::of).orElse(List.of());
    List<List<SettingScores>> before = history.stream().map(new ArityAverages()::of).toList();
    for (SettingScores average : new ArityAverages().of(looked)) {
      String name = average.setting();
      averages.add(
          new SettingRow(
              average,
              chance(name),
              before.stream()
                  .map(each -> named(each, name).map(SettingScores::map).orElse(Double.NaN))
                  .toList(),
              named(others, name),
              named(published, name)));
    }
    return averages;
  }

  /** The chance level of the average over settings as named by {@link ArityAverages}. */
  private double chance(String average) {
    List<SettingScores> chances =
        rows().stream()
            .map(
                row ->
                    new SettingScores(
                        row.scores().setting(),
                        row.scores().queries(),
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        row.chanceMap(),
                        Double.NaN))
            .toList();
    return named(new ArityAverages().of(new Evaluation(0, 0, "", chances)), average)
        .map(SettingScores::map)
        .orElse(Double.NaN);
  }

  private static double map(Evaluation evaluation, String setting) {
    return of(evaluation, setting).map(SettingScores::map).orElse(Double.NaN);
  }

  private static Optional<SettingScores> of(Evaluation evaluation, String setting) {
    return named(evaluation.settings(), setting);
  }

  private static Optional<SettingScores> named(List<SettingScores> all, String name) {
    return all.stream().filter(scores -> scores.setting().equals(name)).findFirst();
  }
}
