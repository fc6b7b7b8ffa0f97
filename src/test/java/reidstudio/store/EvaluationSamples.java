package reidstudio.store;

import java.util.List;
import java.util.Optional;
import reidstudio.event.Evaluation;
import reidstudio.event.EvaluationCurves;
import reidstudio.event.EvaluationDetail;
import reidstudio.event.EvaluationRecord;
import reidstudio.event.FeatureGeometry;
import reidstudio.event.FeatureMap;
import reidstudio.event.ModalityDistance;
import reidstudio.event.QueryRankings;
import reidstudio.event.RankingCurve;
import reidstudio.event.SettingScores;
import reidstudio.event.TestItem;
import reidstudio.event.TestItems;

/** A small evaluation, made up. */
final class EvaluationSamples {
  private EvaluationSamples() {}

  static Evaluation evaluation(long step, double map) {
    return new Evaluation(
        step,
        (int) step,
        "ORBench",
        List.of(
            new SettingScores("nir+text", 2, .5, 1, 1, map, .25),
            new SettingScores("sk", 0, none(), none(), none(), none(), none())));
  }

  private static double none() {
    return Double.NaN;
  }

  static EvaluationRecord record() {
    return record("vis/1/a.png");
  }

  static EvaluationRecord record(String picture) {
    TestItems items =
        new TestItems(
            "/data/people",
            List.of("0007", "0009"),
            List.of(
                new TestItem("vis", picture, ""),
                new TestItem("vis", "vis/2/b.png", ""),
                new TestItem("nir", "nir/1/c.png", ""),
                new TestItem("text", "/text 1", "A man in a “red” coat.\n2 bags")),
            new int[] {0, 1},
            new int[] {0, 1});
    int[] top = new int[2 * QueryRankings.TOP];
    java.util.Arrays.fill(top, -1);
    top[0] = 1;
    top[1] = 0;
    top[10] = 0;
    top[11] = 1;
    QueryRankings pair =
        new QueryRankings(
            "nir+text",
            new int[] {0, 0},
            new int[] {2, 3, 2, 3},
            new int[] {1, 1},
            new int[] {2, 1},
            new float[] {.5f, 1},
            top);
    QueryRankings nothing =
        new QueryRankings(
            "sk", new int[0], new int[0], new int[0], new int[0], new float[0], new int[0]);
    FeatureMap map =
        new FeatureMap(
            new float[] {1, -1, .5f},
            new float[] {0, .25f, -2},
            new int[] {0, 1, 2},
            new int[] {0, 1, 0});
    return new EvaluationRecord(
        new EvaluationCurves(
            2,
            List.of(
                new RankingCurve("nir+text", new double[] {.5, 1}, new double[] {.5, 1}, .75),
                new RankingCurve("sk", new double[0], new double[0], Double.NaN)),
            Optional.of(
                new FeatureGeometry(
                    3, 4, 8, 2.5, .6, Double.NaN, List.of(new ModalityDistance("nir", .4, 1.2))))),
        new EvaluationDetail(items, List.of(pair, nothing), map));
  }
}
