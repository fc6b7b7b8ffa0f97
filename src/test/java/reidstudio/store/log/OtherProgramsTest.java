package reidstudio.store.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reidstudio.config.SdmForm;
import reidstudio.event.Evaluation;
import reidstudio.event.MetricKey;
import reidstudio.event.SettingScores;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent.StepCompleted;

/** IRRA, ReID5o, TransReID, fast-reid and torchreid; the values are made up. */
class OtherProgramsTest {
  private static final double NONE = Double.NaN;
  private static final String IRRA = "2023-04-01 10:00:00,123 IRRA.train INFO: ";

  @Test
  void irra() throws IOException {
    Told told =
        Told.ofLines(
            IRRA
                + "Epoch[1] Iteration[100/1064], loss: 24.1, sdm_loss: 8.1, id_loss: 9.2, mlm_loss:"
                + " 6.8, img_acc: 0.01, txt_acc: 0.02, mlm_acc: 0.1, Base Lr: 2.80e-06",
            IRRA + "Epoch 1 done. Time per batch: 0.350[s] Speed: 180.0[samples/s]",
            IRRA + "Validation Results - Epoch: 1",
            IRRA,
            "+------+-------+-------+-------+-------+-------+",
            "| task |   R1  |   R5  |  R10  |  mAP  |  mINP |",
            "+------+-------+-------+-------+-------+-------+",
            "| t2i  | 73.38 | 89.10 | 93.20 | 66.13 | 50.01 |",
            "+------+-------+-------+-------+-------+-------+",
            IRRA + "best R1: 73.38 at epoch 1",
            IRRA + "Epoch[2] Iteration[100/1064], loss: 20.0, Base Lr: 3.00e-06");
    assertThat(told.steps()).extracting(StepMetrics::step).containsExactly(100L, 1164L);
    assertThat(Told.values(told.steps().get(0)))
        .isEqualTo(
            Map.of(
                "total.loss", 24.1,
                "sdm.loss", 8.1,
                "ce.loss", 9.2,
                "log.mlm_loss", 6.8,
                "log.img_acc", 0.01,
                "log.txt_acc", 0.02,
                "log.mlm_acc", 0.1,
                "rate.encoder", 2.8e-6,
                "speed.items_per_second", 180.0));
    assertThat(told.profile().sdmForm()).contains(SdmForm.KL_DIVERGENCE);
    assertThat(told.profile().stepsPerEpoch()).hasValue(1064);
    assertThat(told.evaluations())
        .containsExactly(
            new Evaluation(
                100,
                1,
                "as printed",
                List.of(new SettingScores("t2i", 0, 0.7338, 0.891, 0.932, 0.6613, 0.5001))));
    assertThat(told.all(StepCompleted.class).findFirst().orElseThrow().atMillis())
        .isEqualTo(Instant.parse("2023-04-01T10:00:00.123Z").toEpochMilli());
    assertThat(told.counts.notUnderstood()).isZero();
  }

  @Test
  void reid5o() throws IOException {
    Told told =
        Told.ofLines(
            "One Modality Evaluating...",
            "NIR: R1=57.554, R5=73.659, R10=80.086, mAP=48.793, mINP=19.970",
            "CP: R1=60.000, R5=70.000, R10=80.000, mAP=50.000, mINP=20.000",
            "NIR+CP: R1=70.000, R5=75.000, R10=85.000, mAP=60.000, mINP=30.000",
            "| task      |   R1   |   R5   |  R10   |  mAP   |  mINP  |",
            "| NIR       | 57.554 | 73.659 | 80.086 | 48.793 | 19.970 |",
            "| ONE_AVER  | 58.777 | 71.830 | 80.043 | 49.397 | 19.985 |");
    assertThat(told.evaluations())
        .containsExactly(
            new Evaluation(
                0,
                0,
                "as printed",
                List.of(
                    new SettingScores("NIR", 0, 0.57554, 0.73659, 0.80086, 0.48793, 0.1997),
                    new SettingScores("CP", 0, 0.6, 0.7, 0.8, 0.5, 0.2),
                    new SettingScores("NIR+CP", 0, 0.7, 0.75, 0.85, 0.6, 0.3))));
    assertThat(told.counts).isEqualTo(new LogCounts(7, 7, 0, 0));
  }

  @Test
  void transReid() throws IOException {
    Told told =
        Told.ofLines(
            "2022-01-01 10:00:00,000 transreid.train INFO: Epoch[1] Iteration[50/202] Loss: 6.912,"
                + " Acc: 0.010, Base Lr: 3.50e-04",
            "2022-01-01 10:00:00,000 transreid.train INFO: Validation Results - Epoch: 1",
            "2022-01-01 10:00:00,000 transreid.train INFO: mAP: 85.5%",
            "2022-01-01 10:00:00,000 transreid.train INFO: CMC curve, Rank-1  :93.5%",
            "2022-01-01 10:00:00,000 transreid.train INFO: CMC curve, Rank-5  :97.1%",
            "2022-01-01 10:00:00,000 transreid.train INFO: CMC curve, Rank-10 :98.2%");
    assertThat(told.values())
        .isEqualTo(
            Map.of(
                "total.loss", 6.912,
                "ce.accuracy", 0.01,
                "rate.encoder", 3.5e-4,
                "rate.head", 3.5e-4));
    assertThat(told.evaluations())
        .containsExactly(
            new Evaluation(
                50,
                1,
                "as printed",
                List.of(new SettingScores("all", 0, 0.935, 0.971, 0.982, 0.855, NONE))));
  }

  @Test
  void fastReid() throws IOException {
    Told told =
        Told.ofLines(
            "[04/14 20:16:08 fastreid.utils.events]:  eta: 0:37:59  epoch/iter: 0/257  total_loss:"
                + " 9.01  loss_cls: 6.62  loss_triplet: 2.39  time: 0.27  data_time: 0.001  lr:"
                + " 7.55e-05  max_mem: 5116M",
            "[04/14 20:17:08 fastreid.utils.events]:  eta: 0:37:59  epoch/iter: 1/457  total_loss:"
                + " 8.01  loss_cls: 5.62  loss_triplet: 2.39  time: 0.27  data_time: 0.001  lr:"
                + " 7.55e-05  max_mem: 5116M",
            "| Datasets   | Rank-1 | Rank-5 | Rank-10 | mAP   | mINP  | metric |",
            "|:-----------|:-------|:-------|:--------|:------|:------|:-------|",
            "| Market1501 | 94.40  | 98.10  | 99.00   | 86.10 | 60.20 | 90.25  |");
    assertThat(told.steps()).extracting(StepMetrics::step).containsExactly(258L, 458L);
    assertThat(told.steps()).extracting(StepMetrics::epoch).containsExactly(1, 2);
    assertThat(told.steps().get(1).seconds()).isEqualTo(60);
    assertThat(Told.values(told.steps().get(0)))
        .isEqualTo(
            Map.of(
                "total.loss", 9.01,
                "ce.loss", 6.62,
                "triplet.loss", 2.39,
                "log.time", 0.27,
                "log.data_time", 0.001,
                "rate.encoder", 7.55e-5,
                "rate.head", 7.55e-5,
                "log.max_mem", 5116.0));
    assertThat(told.evaluations().get(0).settings())
        .containsExactly(new SettingScores("Market1501", 0, 0.944, 0.981, 0.99, 0.861, 0.602));
    assertThat(told.counts.notUnderstood()).isZero();
  }

  @Test
  void torchreid() throws IOException {
    Told told =
        Told.ofLines(
            "epoch: [1/125][20/176]\ttime 0.2 (0.3)\tdata 0.0 (0.1)\teta 1:02:03\tloss_t 5.66"
                + " (6.17)\tloss_x 6.66 (6.67)\tacc 3.1250 (0.0962)\tlr 0.002000",
            "epoch: [2/125][20/176] time 0.2 (0.3) data 0.0 (0.1) eta 1:02:03 loss 5.66 (6.17) lr"
                + " 0.002000",
            "** Results **",
            "mAP: 60.5%",
            "CMC curve",
            "Rank-1  : 80.5%",
            "Rank-20 : 99.0%");
    assertThat(told.steps()).extracting(StepMetrics::step).containsExactly(20L, 196L);
    assertThat(Told.values(told.steps().get(0)))
        .isEqualTo(
            Map.of(
                "log.time", 0.2,
                "log.data", 0.0,
                "triplet.loss", 5.66,
                "ce.loss", 6.66,
                "ce.accuracy", 0.03125,
                "rate.encoder", 0.002,
                "rate.head", 0.002));
    assertThat(told.steps().get(1).value(MetricKey.TOTAL_LOSS)).isEqualTo(5.66);
    assertThat(told.profile().totalSteps()).hasValue(125 * 176);
    assertThat(told.evaluations().get(0).settings())
        .containsExactly(new SettingScores("all", 0, 0.805, NONE, NONE, 0.605, NONE));
    assertThat(told.counts).isEqualTo(new LogCounts(7, 7, 0, 0));
  }

  @Test
  void programsMayShareAFile() throws IOException {
    Told told =
        Told.ofLines(
            IRRA + "Epoch[1] Iteration[100/1064], loss: 24.1",
            "what nobody knows",
            "epoch: [2/125][20/176] loss 5.66 (6.17)");
    assertThat(told.programs).containsExactly("IRRA, ReID5o or TransReID", "torchreid");
    assertThat(told.counts).isEqualTo(new LogCounts(3, 2, 1, 0));
    assertThat(told.lines()).contains("INFO what nobody knows");
  }
}
