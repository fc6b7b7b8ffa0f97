package reidstudio.store.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reidstudio.config.SdmForm;
import reidstudio.event.MetricKey;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent.NonFiniteStep;
import reidstudio.event.ZeroReason;

/** Every line of the Python trainer's catalogue that is about a step. */
class TrainerLinesTest {

  @Test
  void batchLine() throws IOException {
    Told told =
        Told.ofLines(
            "[01, 000] vis_cnt=6, ce_valid=6, Feat(BN)_mean=8.00, SDMLoss=0.000, CE=5.991",
            "[02, 040] vis_cnt=6, ce_valid=5, BNNeckNorm_mean=8.50, SDMLoss=1.842, CE=1.732");
    assertThat(told.steps()).hasSize(2);
    assertThat(told.steps().get(0).step()).isEqualTo(1);
    assertThat(Told.values(told.steps().get(0)))
        .isEqualTo(
            Map.of(
                "log.vis_cnt", 6.0,
                "log.ce_valid", 6.0,
                "norm.after_bn", 8.0,
                "sdm.loss", 0.0,
                "ce.loss", 5.991));
    assertThat(told.steps().get(1).epoch()).isEqualTo(2);
    assertThat(told.steps().get(1).stepInEpoch()).isEqualTo(41);
    assertThat(Told.values(told.steps().get(1)))
        .isEqualTo(
            Map.of(
                "log.vis_cnt", 6.0,
                "log.ce_valid", 5.0,
                "norm.after_bn", 8.5,
                "sdm.loss", 1.842,
                "ce.loss", 1.732));
  }

  @Test
  void numberMonitor() throws IOException {
    Told told =
        Told.ofLines(
            "数值监控 Epoch 1, Batch 20: max_abs_logit=0.31, SDM_weight=0.000, SDM_temp=0.180");
    assertThat(told.step().stepInEpoch()).isEqualTo(21);
    assertThat(told.values())
        .isEqualTo(Map.of("log.max_abs_logit", 0.31, "sdm.weight", 0.0, "sdm.temperature", 0.18));
  }

  @Test
  void detailedSdmMonitor() throws IOException {
    assertThat(
            Told.ofLines(
                    "详细SDM监控 Epoch 1, Batch 0: SDM_Loss=-0.0339, CE_Loss=5.9910, Feat_Norm=9.84")
                .values())
        .isEqualTo(Map.of("sdm.loss", -0.0339, "ce.loss", 5.991, "log.Feat_Norm", 9.84));
    assertThat(
            Told.ofLines(
                    "详细SDM监控 Epoch 1, Batch 0: SDM_Loss=0.0000, CE_Loss=5.9910, Feat_BN=21.73,"
                        + " Feat_Fused=9.84")
                .values())
        .isEqualTo(
            Map.of("sdm.loss", 0.0, "ce.loss", 5.991, "norm.after_bn", 21.73, "norm.fused", 9.84));
  }

  @Test
  void featureMonitor() throws IOException {
    Map<String, Double> expected =
        Map.of("norm.fused", 22.61, "norm.after_bn", 21.73, "norm.before_bn", 13.2);
    assertThat(
            Told.ofLines(
                    "[特征监控] Epoch 2, Batch 100: 融合特征=22.61, BN特征=21.73, 原始ReID特征=13.20,"
                        + " 是否L2归一化=False")
                .values())
        .isEqualTo(expected);
    assertThat(
            Told.ofLines(
                    "[特征监控] Epoch 2, Batch 100: 融合特征=22.61, BNNeck特征=21.73, BN前特征=13.20,"
                        + " 是否L2归一化=False")
                .values())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Epoch 1: SDM_weight=0.3000, SDM_temp=0.180, use_sdm=True",
        "Epoch 1: (read-only) SDM_weight=0.3000, SDM_temp=0.180"
      })
  void settingsOfAnEpochComeWithItsFirstStep(String line) throws IOException {
    Told told = Told.ofLines(line, Told.BAR);
    assertThat(told.values())
        .isEqualTo(Map.of("sdm.weight", 0.3, "sdm.temperature", 0.18, "total.loss", 5.951));
    assertThat(told.lines()).containsExactly("INFO " + line);
  }

  @Test
  void sdmWeight() throws IOException {
    assertThat(Told.ofLines("[sdm] epoch=1 weight=0.100 use_sdm=True", Told.BAR).values())
        .isEqualTo(Map.of("sdm.weight", 0.1, "total.loss", 5.951));
  }

  @Test
  void debuggingLinesBelongToTheStepAtHand() throws IOException {
    Told told =
        Told.ofLines(
            Told.BAR,
            "[guide4-dbg] step=100 head |w|=7.0312",
            "[guide4-dbg] step=100 head grad-norm ≈ 0.8731",
            "[guide5-dbg] step=200 top1=1.56%",
            "[guide9-warn] step=100 未找到用于 CE 的 logits",
            "[sampler-dbg] batch_size=8 unique_id=6 Kmin=1 paired_ids=3",
            "[dbg] pair_coverage_mavg=0.498",
            "[dbg] batch keys: ['person_id', 'images']");
    assertThat(told.values())
        .isEqualTo(
            Map.of(
                "total.loss", 5.951,
                "norm.head", 7.0312,
                "log.head_gradient_norm", 0.8731,
                "ce.accuracy", 0.0156,
                "batch.pairable_ratio", 0.5,
                "log.batch_ids", 6.0,
                "log.smallest_k", 1.0,
                "log.pair_coverage_mavg", 0.498));
    assertThat(told.profile().batchSize()).hasValue(8);
    assertThat(told.counts.notUnderstood()).isZero();
    assertThat(told.lines()).contains("INFO [dbg] batch keys: ['person_id', 'images']");
  }

  @Test
  void pairCoverageOfABatch() throws IOException {
    Told told = Told.ofLines("Epoch 1, Batch 100: pair_coverage_mavg=0.498");
    assertThat(told.step().stepInEpoch()).isEqualTo(101);
    assertThat(told.values()).isEqualTo(Map.of("log.pair_coverage_mavg", 0.498));
  }

  @Test
  void selfCheckOfTheSampler() throws IOException {
    assertThat(Told.ofLines(Told.BAR, "[采样自检] 本batch ID数=4, vis+非vis=3, 仅vis=1, 仅非vis=0").values())
        .isEqualTo(Map.of("total.loss", 5.951, "log.batch_ids", 4.0, "batch.pairable_ratio", 0.75));
  }

  @Test
  void identitiesOfABatch() throws IOException {
    Told told =
        Told.ofLines(
            "Batch 0: 3 IDs, 平均每ID 2.0 样本 (K-1正样本数≈1.0)",
            "Epoch 1:   1%|  | 1/1863 [00:10<08:58,  2.73it/s, Loss=5.951]");
    assertThat(told.values())
        .isEqualTo(Map.of("total.loss", 5.951, "log.batch_ids", 3.0, "log.items_per_id", 2.0));
  }

  @Test
  void crossEntropyDiagnosis() throws IOException {
    Told told =
        Told.ofLines(
            "=== CE损失诊断 (Epoch 1) ===",
            "labels范围: 14 - 399",
            "model.num_classes: 400",
            "理论随机CE: 5.991",
            "可训练分类器参数: ['bn_neck.classifier.weight']");
    assertThat(told.profile().classes()).hasValue(400);
    assertThat(told.counts).isEqualTo(new LogCounts(5, 5, 0, 0));
    assertThat(told.lines()).hasSize(5).allMatch(line -> line.startsWith("INFO "));
  }

  @Test
  void samplerVerified() throws IOException {
    Told told =
        Told.ofLines("采样器验证: 8个ID, 可配对率: 100.0%", "⚠️ 可配对率过低，回退到ModalAwarePKSampler", Told.BAR);
    assertThat(told.values()).isEqualTo(Map.of("batch.pairable_ratio", 1.0, "total.loss", 5.951));
    assertThat(told.lines().get(1)).isEqualTo("WARNING ⚠️ 可配对率过低，回退到ModalAwarePKSampler");
    assertThat(told.counts.notUnderstood()).isZero();
  }

  @Test
  void rowsWithoutPositives() throws IOException {
    Told told = Told.ofLines(Told.BAR, "⚠️ 发现3行无正样本: [0, 2, 5]");
    assertThat(told.values())
        .isEqualTo(Map.of("total.loss", 5.951, "log.rows_without_positive", 3.0));
    assertThat(told.lines()).containsExactly("WARNING ⚠️ 发现3行无正样本: [0, 2, 5]");
    assertThat(Told.ofLines(Told.BAR, "⚠️ 批内无正样本行: 2/6 (33.3%)").values())
        .isEqualTo(Map.of("total.loss", 5.951, "sdm.rows", 6.0, "sdm.valid_rows", 4.0));
  }

  @Test
  void validRows() throws IOException {
    Told told =
        Told.ofLines(Told.BAR, "SDM调试: valid_rows=2/6, pos_min=1, L_q2g=0.818, L_g2q=0.706");
    assertThat(told.values())
        .isEqualTo(
            Map.of(
                "total.loss", 5.951,
                "sdm.valid_rows", 2.0,
                "sdm.rows", 6.0,
                "log.pos_min", 1.0,
                "log.L_q2g", 0.818,
                "log.L_g2q", 0.706));
    assertThat(told.profile().sdmForm()).contains(SdmForm.CROSS_ENTROPY);
  }

  @Test
  void rangeOfSimilarities() throws IOException {
    assertThat(Told.ofLines(Told.BAR, "⚠️ 相似度范围较大: [-3.10, 16.42], tau=0.150").values())
        .isEqualTo(
            Map.of(
                "total.loss", 5.951,
                "log.similarity_min", -3.1,
                "log.similarity_max", 16.42,
                "sdm.temperature", 0.15));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"⚠️ 当前batch无SDM正对，已将SDM损失置零以继续训练", "⚠️ 当前batch无SDM正对，可能是采样器未保证rgb+非rgb组合"})
  void sdmWithoutPositivesIsZeroForThatReason(String line) throws IOException {
    Told told = Told.ofLines(Told.BAR, line);
    assertThat(told.step().sdmZero()).contains(ZeroReason.NO_POSITIVE_PAIR);
    assertThat(told.lines()).containsExactly("WARNING " + line);
  }

  @Test
  void lossOfSdm() throws IOException {
    assertThat(
            Told.ofLines(Told.BAR, "⚠️ SDM损失异常为负值: -0.0339 ，已置零").step().value(MetricKey.SDM_LOSS))
        .isEqualTo(-0.0339);
    assertThat(Told.ofLines(Told.BAR, "⚠️ SDM损失过大: 5.6120 ，跳过").step().value(MetricKey.SDM_LOSS))
        .isEqualTo(5.612);
    StepMetrics high = Told.ofLines("Epoch 4, Batch 7: SDM对齐损失较高 3.412").step();
    assertThat(high.value(MetricKey.SDM_LOSS)).isEqualTo(3.412);
    assertThat(high.stepInEpoch()).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "⚠️  BN特征范数过大: 21.73 - 正则化未生效 (Epoch 1)",
        "⚠️ BN特征范数过大(非归一化): 21.73 - 正则化未生效 (Epoch 1)",
        "⚠️ BNNeck特征范数过大(非归一化): 21.73 - 正则化未生效 (Epoch 1)",
        "⚠️ BNNeck特征范数异常(L2归一化): 21.73 - 应接近1.0 (Epoch 1)",
        "⚠️  BN特征范数过大: 21.73 - 建议增强正则化 (Epoch 1, Batch 20)"
      })
  void normAfterBatchNormalisation(String line) throws IOException {
    Told told = Told.ofLines(Told.BAR, line);
    assertThat(told.values()).isEqualTo(Map.of("total.loss", 5.951, "norm.after_bn", 21.73));
    assertThat(told.lines()).containsExactly("WARNING " + line);
  }

  @Test
  void spikesAndSkippedBatches() throws IOException {
    Told told =
        Told.ofLines(
            "2025-08-24 10:00:00,500 - WARNING - Epoch 6, Batch 31: 损失异常 6.512 > 5.750",
            "ERROR:root:Epoch 6, Batch 32: 内存不足，跳过当前batch",
            "ERROR:root:Epoch 6, Batch 33: 发现非有限损失值 nan，跳过当前step",
            "❌ 标签超出范围! max_label=400, num_classes=400");
    assertThat(Told.values(told.steps().get(0)))
        .isEqualTo(Map.of("total.loss", 6.512, "log.spike_threshold", 5.75));
    long skipped = told.steps().get(0).step() + 2;
    assertThat(told.all(NonFiniteStep.class).toList())
        .singleElement()
        .matches(step -> step.step() == skipped && step.culprit().equals("the loss"));
    assertThat(told.profile().classes()).hasValue(400);
    assertThat(told.lines())
        .contains(
            "WARNING Epoch 6, Batch 31: 损失异常 6.512 > 5.750",
            "ERROR Epoch 6, Batch 32: 内存不足，跳过当前batch",
            "ERROR ❌ 标签超出范围! max_label=400, num_classes=400");
    assertThat(told.counts.notUnderstood()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[epoch 1] steps_run=80/1863  (max_steps=0)",
        "[Epoch 1] 采样器提前耗尽: 实际batch=80, 名义batch=1863. 可能因约束",
        "第1轮batch数学习完成: 估算=1863, 实际=80, 准确率=4.3%"
      })
  void realLengthOfAnEpoch(String line) throws IOException {
    Told told =
        Told.ofLines(
            "[01, 000] CE=5.991", line, "[02, 000] CE=5.900", "Epoch 3, Batch 0: SDM对齐损失较高 3.412");
    assertThat(told.profile().stepsPerEpoch()).hasValue(80);
    assertThat(told.profile().nominalStepsPerEpoch()).hasValue(1863);
    assertThat(told.steps()).extracting(StepMetrics::step).startsWith(1L, 81L);
  }
}
