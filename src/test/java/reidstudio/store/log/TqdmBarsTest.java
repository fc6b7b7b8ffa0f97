package reidstudio.store.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reidstudio.event.MetricKey;
import reidstudio.event.StepMetrics;

/** All nine generations of the Python trainer's bars, and what becomes of torn ones. */
class TqdmBarsTest {
  private static final String MID = " 21%|██        | 394/1863 [02:24<08:58,  2.73it/s, ";

  @Test
  void contrastiveWithFeatureNorm() throws IOException {
    Told told =
        Told.ofLines(
            "Epoch 1: 100%|█| 80/80 [00:41<00:00,  1.92it/s, Loss=0.862, CE=0.010, Cont=1.704,"
                + " FeatNorm=1.000]");
    assertThat(told.values())
        .isEqualTo(
            Map.of("total.loss", 0.862, "ce.loss", 0.010, "log.Cont", 1.704, "log.FeatNorm", 1.0));
    StepMetrics step = told.step();
    assertThat(step.step()).isEqualTo(80);
    assertThat(step.stepInEpoch()).isEqualTo(80);
    assertThat(step.epoch()).isEqualTo(1);
    assertThat(step.seconds()).isEqualTo(41);
    assertThat(told.profile().nominalStepsPerEpoch()).hasValue(80);
    assertThat(told.lines()).isEmpty();
    assertThat(told.counts).isEqualTo(new LogCounts(1, 1, 0, 0));
    assertThat(told.programs).containsExactly("PRCV trainer");
  }

  @Test
  void gradientNormAndSpikes() throws IOException {
    assertThat(
            Told.ofLines(
                    "Epoch 1: 100%|█| 80/80 [00:40<00:00,  1.95it/s, Loss=1.452, CE=0.921,"
                        + " Cont=2.862, FeatNorm=12.310, GradNorm=0.87, Spikes=0]")
                .values())
        .isEqualTo(
            Map.of(
                "total.loss", 1.452,
                "ce.loss", 0.921,
                "log.Cont", 2.862,
                "log.FeatNorm", 12.31,
                "gradient.norm", 0.87,
                "log.Spikes", 0.0));
  }

  @Test
  void fusedFeature() throws IOException {
    assertThat(postfix("Loss=1.4, CE=0.9, Cont=2.8, Feat(Fused)=9.84, GradNorm=0.87, Spikes=1"))
        .isEqualTo(
            Map.of(
                "total.loss", 1.4,
                "ce.loss", 0.9,
                "log.Cont", 2.8,
                "norm.fused", 9.84,
                "gradient.norm", 0.87,
                "log.Spikes", 1.0));
  }

  @Test
  void negativeSdm() throws IOException {
    assertThat(postfix("Loss=1.4, CE=0.9, SDM=-0.034, Feat(Fused)=9.84, GradNorm=0.87, Spikes=1"))
        .isEqualTo(
            Map.of(
                "total.loss", 1.4,
                "ce.loss", 0.9,
                "sdm.loss", -0.034,
                "norm.fused", 9.84,
                "gradient.norm", 0.87,
                "log.Spikes", 1.0));
  }

  @Test
  void featureOfNoNamedKind() throws IOException {
    assertThat(postfix("Loss=1.4, CE=0.9, SDMLoss=0.731, Feat=9.84, GradNorm=0.87, Spikes=1"))
        .isEqualTo(
            Map.of(
                "total.loss", 1.4,
                "ce.loss", 0.9,
                "sdm.loss", 0.731,
                "log.Feat", 9.84,
                "gradient.norm", 0.87,
                "log.Spikes", 1.0));
  }

  @Test
  void normAfterBatchNormalisationAndNoGradientNorm() throws IOException {
    assertThat(
            postfix(
                "Loss=5.951, CE=5.951, SDMLoss=0.000, Feat(BN)=21.73, GradNorm=\u2014, Spikes=0"))
        .isEqualTo(
            Map.of(
                "total.loss", 5.951,
                "ce.loss", 5.951,
                "sdm.loss", 0.0,
                "norm.after_bn", 21.73,
                "log.Spikes", 0.0));
  }

  @Test
  void descriptionsThatCount() throws IOException {
    String rest = ": 100%|██| 80/80 [00:41<00:00,  1.92it/s, CE=4.000]";
    Told told =
        Told.ofLines(
            "Epoch 1/60 [Learning]" + rest,
            "Epoch 2/60 [Actual: 80]" + rest,
            "Epoch 3/60" + rest,
            "Epoch 4/60 [Est: 300]: 27%|██| 80/300 [00:41<00:00,  1.92it/s, CE=4.000]");
    assertThat(told.steps()).extracting(StepMetrics::step).containsExactly(80L, 160L, 240L, 320L);
    assertThat(told.steps()).extracting(StepMetrics::epoch).containsExactly(1, 2, 3, 4);
    assertThat(told.profile().stepsPerEpoch()).hasValue(80);
    assertThat(told.profile().nominalStepsPerEpoch()).hasValue(300);
    assertThat(told.profile().totalSteps()).hasValue(60 * 80);
  }

  @Test
  void normsBeforeAndAfter() throws IOException {
    assertThat(
            postfix(
                "Loss=5.9, CE=5.8, SDMLoss=0.1, PreBN=13.20, PostBN=8.00, GradNorm=\u2014,"
                    + " Spikes=0"))
        .isEqualTo(
            Map.of(
                "total.loss", 5.9,
                "ce.loss", 5.8,
                "sdm.loss", 0.1,
                "norm.before_bn", 13.2,
                "norm.after_bn", 8.0,
                "log.Spikes", 0.0));
  }

  @Test
  void threeNorms() throws IOException {
    assertThat(
            postfix(
                "Loss=5.9, CE=5.8, SDMLoss=0.1, Fusion=22.6, PreBN=13.20, PostBN=8.00,"
                    + " GradNorm=\u2014, Spikes=0"))
        .containsEntry("norm.fused", 22.6)
        .containsEntry("norm.before_bn", 13.2)
        .containsEntry("norm.after_bn", 8.0)
        .hasSize(7);
  }

  @Test
  void barsOfEvaluationAreKnownAndTellNothing() throws IOException {
    Told told =
        Told.ofLines(
            "提取画廊特征: 100%|███| 5/5 [00:14<00:00,  2.92s/it]",
            "提取查询特征[single:nir]:  40%|██| 2/5 [00:14<00:20,  2.92s/it]",
            "提取特征[quad:nir+sk+cp+text]: 100%|███| 5/5 [00:14<00:00,  2.92s/it]");
    assertThat(told.steps()).isEmpty();
    assertThat(told.counts).isEqualTo(new LogCounts(3, 3, 0, 0));
  }

  @Test
  void aValueCutAtTheWidthOfTheTerminalIsAbsent() throws IOException {
    assertThat(Told.ofLines("Epoch 1:" + MID + "Loss=5.951, CE=5.9").values())
        .isEqualTo(Map.of("total.loss", 5.951));
    assertThat(Told.ofLines("Epoch 1:" + MID + "Loss=5.951, CE=5.9 ").values())
        .isEqualTo(Map.of("total.loss", 5.951));
    assertThat(Told.ofLines("Epoch 1:" + MID + "Loss=5.951, CE=").values())
        .isEqualTo(Map.of("total.loss", 5.951));
    assertThat(Told.ofLines("Epoch 1:" + MID + "Lo").steps()).isEmpty();
  }

  @Test
  void notANumberIsANumberThatIsNone() throws IOException {
    assertThat(postfix("Loss=nan, CE=5.951")).containsEntry("total.loss", Double.NaN).hasSize(2);
  }

  @Test
  void aBarThatDrawsOverItselfIsOneStepForEachPlace() throws IOException {
    Told told =
        Told.of(
            "Epoch 1:   0%|          | 0/4 [00:00<?, ?it/s]"
                + "\rEpoch 1:  25%|██        | 1/4 [00:01<00:03,  1.00it/s, CE=5.0]"
                + "\rEpoch 1:  25%|██        | 1/4 [00:01<00:03,  1.00it/s, CE=4.5]"
                + "\rEpoch 1:  50%|█████     | 2/4 [00:02<00:02,  1.00it/s, CE=4.0]\n");
    assertThat(told.steps()).extracting(StepMetrics::step).containsExactly(1L, 2L);
    assertThat(told.steps())
        .extracting(step -> step.value(MetricKey.CE_LOSS))
        .containsExactly(4.5, 4.0);
    assertThat(told.steps()).extracting(StepMetrics::seconds).containsExactly(1.0, 2.0);
  }

  @Test
  void textBeforeAndBehindABarIsReadToo() throws IOException {
    Told told =
        Told.ofLines(
            "model.num_classes: 400Epoch 1:" + MID + "CE=5.951]SDM调试: valid_rows=2/6, pos_min=1",
            "Epoch 1:"
                + MID
                + "CE=5.951]Epoch 1:  21%|██   | 395/1863 [02:25<08:58, 2.7it/s, CE=5]");
    assertThat(told.profile().classes()).hasValue(400);
    assertThat(told.steps()).hasSize(2);
    assertThat(told.steps().get(0).value(MetricKey.SDM_VALID_ROWS)).isEqualTo(2);
    assertThat(told.steps().get(1).value(MetricKey.CE_LOSS)).isEqualTo(5);
    assertThat(told.counts).isEqualTo(new LogCounts(2, 2, 0, 0));
  }

  @Test
  void pastItsEndABarCountsOn() throws IOException {
    Told told =
        Told.ofLines(
            "Epoch 1: 100%|██| 1863/1863 [09:00<00:00,  3.00it/s, CE=5.5]",
            "Epoch 1: 1950it [1:05:00,  6.5it/s, Loss=2.5, CE=1.5]");
    assertThat(told.steps()).extracting(StepMetrics::step).containsExactly(1863L, 1950L);
    assertThat(told.steps().get(1).seconds()).isEqualTo(3900);
    assertThat(Told.values(told.steps().get(1)))
        .isEqualTo(Map.of("total.loss", 2.5, "ce.loss", 1.5));
  }

  @Test
  void aLogThatBeginsLateIsGuessedAndSaysSo() throws IOException {
    Told told =
        Told.ofLines("Epoch 81: 100%|█| 80/80 [00:41<00:00,  1.92it/s, Loss=0.862, CE=0.010]");
    assertThat(told.step().step()).isEqualTo(81 * 80);
    assertThat(told.lines())
        .isEqualTo(
            List.of(
                "INFO The log does not tell all epochs before epoch 81; its first step is taken"
                    + " for step 6401."));
  }

  private static Map<String, Double> postfix(String values) throws IOException {
    return Told.ofLines("Epoch 14:" + MID + values + "]").values();
  }
}
