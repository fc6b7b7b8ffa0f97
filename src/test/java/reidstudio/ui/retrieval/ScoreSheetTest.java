package reidstudio.ui.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import reidstudio.event.ArityAverages;
import reidstudio.event.Evaluation;
import reidstudio.event.EvaluationCurves;
import reidstudio.event.RankingCurve;
import reidstudio.event.SettingScores;
import reidstudio.ui.common.Pictures;

class ScoreSheetTest {
  private static final Offset<Double> CLOSE = within(1e-12);
  private final ReferenceScores published = ReferenceScores.reid5o();

  private static Evaluation evaluation(long step, double nir, double both, double sk) {
    return new Evaluation(
        step, 1, "ORBench", List.of(scores("nir", nir), scores("nir+sk", both), scores("sk", sk)));
  }

  private static SettingScores scores(String setting, double map) {
    return new SettingScores(setting, 4, map / 2, .8, .9, map, .1);
  }

  @Test
  void rowsStandBesideChanceHistoryAndWhatTheyAreComparedWith() {
    Evaluation first = evaluation(1, .1, .2, .3);
    Evaluation last = evaluation(2, .5, .7, .2);
    EvaluationCurves curves =
        new EvaluationCurves(
            5,
            List.of(
                new RankingCurve("nir", new double[] {.4, 1}, new double[] {.2, .4}, .05),
                new RankingCurve("sk", new double[] {.2, .6}, new double[] {.4, .6}, .15)),
            Optional.empty());
    ScoreSheet sheet =
        new ScoreSheet(
            last, List.of(first, last), Optional.of(curves), Optional.of(first), published);
    List<SettingRow> rows = sheet.rows();
    assertThat(rows)
        .extracting(row -> row.scores().setting())
        .containsExactly("nir", "sk", "nir+sk");
    assertThat(rows.get(0).history()).containsExactly(.1, .5);
    assertThat(rows.get(0).chanceMap()).isEqualTo(.05);
    assertThat(rows.get(2).chanceMap()).isNaN();
    assertThat(rows.get(0).mapGain()).isCloseTo(.4, CLOSE);
    assertThat(rows.get(0).rank1Gain()).isCloseTo(.2, CLOSE);
    assertThat(rows.get(0).reference().orElseThrow().map()).isCloseTo(.48793, CLOSE);
    List<SettingRow> averages = sheet.averages();
    assertThat(averages).extracting(row -> row.scores().setting()).containsExactly("one", "two");
    assertThat(averages.get(0).scores().map()).isCloseTo(.35, CLOSE);
    assertThat(averages.get(0).chanceMap()).isCloseTo(.1, CLOSE);
    assertThat(averages.get(0).history().get(0)).isCloseTo(.2, CLOSE);
    assertThat(averages.get(0).history().get(1)).isCloseTo(.35, CLOSE);
    assertThat(averages.get(0).mapGain()).isCloseTo(.15, CLOSE);
    CmcCurves means = CmcCurves.means(curves);
    assertThat(means.curves()).hasSize(1);
    assertThat(means.curves().get(0).trace().ys()).containsExactly(new double[] {30, 80}, CLOSE2);
    assertThat(means.chance().orElseThrow().ys()).containsExactly(new double[] {30, 50}, CLOSE2);
    assertThat(means.curves().get(0).trace().xs()).containsExactly(1, 2);
    assertThat(CmcCurves.of(last, List.of("sk")).curves().get(0).trace().ys())
        .containsExactly(new double[] {10, 80, 90}, CLOSE2);
  }

  private static final Offset<Double> CLOSE2 = within(1e-9);

  /** The averages that the same table publishes, to its three decimals. */
  @Test
  void thePublishedTableAgreesWithItsOwnAverages() {
    List<SettingScores> averages = new ArityAverages().of(published.evaluation());
    double[][] expected = {
      {69.533, 82.399, 87.033, 60.289, 27.536},
      {85.609, 94.538, 96.622, 75.763, 38.205},
      {93.047, 98.135, 99.051, 83.582, 45.786},
      {95.835, 99.197, 99.692, 87.056, 50.004}
    };
    for (int i = 0; i < 4; i++) {
      SettingScores average = averages.get(i);
      double[] found = {
        average.rank1(), average.rank5(), average.rank10(), average.map(), average.minp()
      };
      for (int s = 0; s < found.length; s++) {
        assertThat(100 * found[s]).isCloseTo(expected[i][s], within(.0011));
      }
    }
  }

  /** A smaller set in the same layout has other numbers of queries. */
  @Test
  void publishedScoresAreComparableOnTheSameQueriesOnly() {
    assertThat(published.isComparable(published.evaluation())).isTrue();
    assertThat(published.isComparable(evaluation(1, .1, .2, .3))).isFalse();
    List<SettingScores> fewer = new ArrayList<>(published.evaluation().settings());
    SettingScores nir = fewer.get(0);
    fewer.set(
        0, new SettingScores("nir", nir.queries() - 1, nir.rank1(), 1, 1, nir.map(), nir.minp()));
    assertThat(published.isComparable(new Evaluation(1, 1, "ORBench", fewer))).isFalse();
  }

  @Test
  void gainsHaveASign() {
    assertThat(SettingWords.gain(.0213)).isEqualTo("+2.1");
    assertThat(SettingWords.gain(-.004)).isEqualTo("−0.4");
    assertThat(SettingWords.gain(.0002)).isEqualTo("±0.0");
    assertThat(SettingWords.gain(Double.NaN)).isEqualTo("–");
  }

  @Test
  void picturesLieInsideOfTheDataFolder() {
    assertThat(Pictures.file("/data", item("vis/1.png")))
        .contains(java.nio.file.Path.of("/data/vis/1.png"));
    assertThat(Pictures.file("/data", item("../x.png"))).isEmpty();
    assertThat(Pictures.file("data", item("x.png"))).isEmpty();
    assertThat(Pictures.file("/data", item("/etc/passwd"))).isEmpty();
  }

  private static reidstudio.event.TestItem item(String picture) {
    return new reidstudio.event.TestItem("vis", picture, "");
  }
}
