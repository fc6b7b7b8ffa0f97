package reidstudio.store.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reidstudio.event.Evaluation;
import reidstudio.event.MetricKey;
import reidstudio.event.SettingScores;
import reidstudio.event.StepMetrics;

/**
 * Every line of the Python trainer's catalogue that is about an epoch, an evaluation or the run.
 */
class TrainerRunLinesTest {
  private static final double NONE = Double.NaN;

  @Test
  void evaluationWithItsQueries() throws IOException {
    Told told =
        Told.ofLines(
            Told.BAR,
            "[INFO] 开始第1轮评测（仅在epoch结束时触发）",
            "[EVAL] gallery=3510  queries=[('single/nir', 3510), ('single/sk', 10),"
                + " ('quad/nir+sk+cp+text', 3511)]",
            "[EVAL] epoch=1  mAP(all)=0.2314  |  mAP@single=0.2103  |  mAP@quad=0.2525",
            "分模态mAP详情: nir:0.210 | sk:0.190",
            "新的最佳(single+quad平均) mAP: 0.2314");
    assertThat(told.evaluations())
        .containsExactly(
            new Evaluation(
                21,
                1,
                "PRCV trainer",
                List.of(
                    new SettingScores("single", 3520, NONE, NONE, NONE, 0.2103, NONE),
                    new SettingScores("quad", 3511, NONE, NONE, NONE, 0.2525, NONE))),
            new Evaluation(
                21,
                1,
                "PRCV trainer, by modality",
                List.of(
                    new SettingScores("nir", 0, NONE, NONE, NONE, 0.21, NONE),
                    new SettingScores("sk", 0, NONE, NONE, NONE, 0.19, NONE))));
    assertThat(told.counts.notUnderstood()).isZero();
  }

  @Test
  void summaryOfAnEpoch() throws IOException {
    Told told =
        Told.ofLines(
            "Epoch 80: 100%|█| 80/80 [00:41<00:00,  1.92it/s, Loss=0.862]",
            "2025-08-15 10:00:00,000 - INFO - Epoch 80/100 - Train ClsAcc: 100.00% -"
                + " mAP(single/double/triple/quad/avg4): 0.1365/0.1397/0.1464/0.1250/0.1369 -"
                + " CMC@1/5/10: 0.0458/0.1925/0.3483 - 用时: 274.87s");
    assertThat(told.values()).isEqualTo(Map.of("total.loss", 0.862, "ce.accuracy", 1.0));
    assertThat(told.profile().totalSteps()).hasValue(8000);
    assertThat(told.evaluations())
        .containsExactly(
            new Evaluation(
                6400,
                80,
                "PRCV trainer",
                List.of(
                    new SettingScores("single", 0, NONE, NONE, NONE, 0.1365, NONE),
                    new SettingScores("double", 0, NONE, NONE, NONE, 0.1397, NONE),
                    new SettingScores("triple", 0, NONE, NONE, NONE, 0.1464, NONE),
                    new SettingScores("quad", 0, NONE, NONE, NONE, 0.125, NONE),
                    new SettingScores("avg4", 0, 0.0458, 0.1925, 0.3483, 0.1369, NONE))));
  }

  @Test
  void twoLinesAboutAnEvaluationAreOne() throws IOException {
    Told told =
        Told.ofLines(
            "[EVAL] epoch=3  mAP(all)=0.2314  |  mAP@single=0.2103  mAP@quad=0.2525",
            "Epoch 3/60 - Train ClsAcc: 41.20% - mAP(single/quad/avg2): 0.2103/0.2525/0.2314 -"
                + " CMC@1/5/10: 0.1/0.2/0.3 - 用时: 310.02s");
    assertThat(told.evaluations()).hasSize(1);
    assertThat(told.evaluations().get(0).settings())
        .extracting(SettingScores::setting)
        .containsExactly("single", "quad", "avg2");
    assertThat(told.evaluations().get(0).meanAveragePrecision().orElseThrow())
        .isCloseTo(0.2314, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(told.step().value(MetricKey.CE_ACCURACY)).isEqualTo(0.412);
  }

  @Test
  void batchesRatesAndData() throws IOException {
    Told told =
        Told.ofLines(
            "Batch Size配置: P×K=3×2=6, 累积步数=2, 等效=12",
            "调度器: Warmup(5) + Cosine(min_factor=0.01) via LambdaLR",
            "数据集划分结果:",
            "  训练数据集: 14910 样本, 320 个ID (80.9%)",
            "  可配对ID数 (K≥2): 0 (0.0%)",
            "⚠️  可配对ID数(0) < 每批需要ID数(4)，无法生成有效batch",
            "训练不稳定 (score=0.45)，使用回退温度 0.25",
            "新的最佳(四类平均) mAP: 0.1474",
            "新的最佳验证mAP: 0.2134，已保存Stage1最佳模型",
            "训练完成. 最佳(四类平均) mAP: 0.1474");
    assertThat(told.profile().batchSize()).hasValue(6);
    assertThat(told.profile().classes()).hasValue(320);
    assertThat(told.counts).isEqualTo(new LogCounts(10, 10, 0, 0));
    assertThat(told.lines()).contains("WARNING ⚠️  可配对ID数(0) < 每批需要ID数(4)，无法生成有效batch");
  }

  @Test
  void classesOfTheHeadBeatIdentitiesOfTheSplit() throws IOException {
    assertThat(
            Told.ofLines("model.num_classes: 400", "  训练数据集: 14910 样本, 320 个ID (80.9%)")
                .profile()
                .classes())
        .hasValue(400);
  }

  @Test
  void ratesAndTemperature() throws IOException {
    Told told =
        Told.ofLines(
            "Epoch 1: 当前学习率 = 5.00e-06, 2.00e-05", "训练不稳定 (score=0.45)，使用回退温度 0.25", Told.BAR);
    assertThat(told.values())
        .isEqualTo(
            Map.of(
                "rate.encoder", 5e-6,
                "rate.head", 2e-5,
                "log.stability", 0.45,
                "sdm.temperature", 0.25,
                "total.loss", 5.951));
    assertThat(Told.ofLines(Told.BAR, "Epoch 1: 分类头学习率降档 1.00e-02 -> 3.00e-03").values())
        .isEqualTo(Map.of("total.loss", 5.951, "rate.head", 0.003));
  }

  @Test
  void severalLinesAboutABatchAreOneStep() throws IOException {
    Told told =
        Told.ofLines(
            "Epoch 1:   1%|  | 20/1863 [00:10<08:58,  2.73it/s, CE=5.98]",
            "SDM调试: valid_rows=2/6",
            "[01, 020] CE=5.95",
            "数值监控 Epoch 1, Batch 20: SDM_weight=0.000",
            "Epoch 1:   1%|  | 20/1863 [00:10<08:58,  2.73it/s, Loss=5.90]",
            "Epoch 1:   1%|  | 21/1863 [00:11<08:58,  2.73it/s, GradNorm=0.5]",
            "Epoch 1:   1%|  | 22/1863 [00:11<08:58,  2.73it/s, CE=5.90]");
    assertThat(told.steps()).extracting(StepMetrics::step).containsExactly(20L, 21L, 22L);
    assertThat(Told.values(told.steps().get(0)))
        .isEqualTo(Map.of("ce.loss", 5.98, "sdm.valid_rows", 2.0, "sdm.rows", 6.0));
    assertThat(Told.values(told.steps().get(1)))
        .isEqualTo(
            Map.of("ce.loss", 5.95, "sdm.weight", 0.0, "total.loss", 5.9, "gradient.norm", 0.5));
  }

  @Test
  void whatIsPrintedTooLateIsNoRestart() throws IOException {
    Told told =
        Told.ofLines(
            "Epoch 1:   1%|  | 150/1863 [00:10<08:58,  2.73it/s, CE=5.98]",
            "[01, 020] CE=5.95", "Epoch 1:   1%|  | 151/1863 [00:10<08:58,  2.73it/s, CE=5.97]");
    assertThat(told.steps()).extracting(StepMetrics::step).containsExactly(150L, 151L);
    assertThat(told.lines())
        .containsExactly(
            "INFO Lines about a batch came after those about later ones; their numbers are left"
                + " out.");
  }

  @Test
  void aRunThatBeganAgainIsCountedOn() throws IOException {
    Told told =
        Told.ofLines(
            "Epoch 1: 100%|█| 80/80 [00:41<00:00,  1.92it/s, CE=5.5]",
            "Epoch 2: 100%|█| 80/80 [00:41<00:00,  1.92it/s, CE=5.0]",
            "Epoch 1: 100%|█| 80/80 [00:41<00:00,  1.92it/s, CE=5.4]",
            "Epoch 2: 100%|█| 80/80 [00:41<00:00,  1.92it/s, CE=4.9]");
    assertThat(told.steps()).extracting(StepMetrics::epoch).containsExactly(1, 2, 3, 4);
    assertThat(told.steps()).extracting(StepMetrics::step).isSorted().doesNotHaveDuplicates();
    assertThat(told.lines())
        .singleElement()
        .asString()
        .startsWith("WARNING The log goes back here, as if its run began again");
  }
}
