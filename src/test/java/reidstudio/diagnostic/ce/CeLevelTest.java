package reidstudio.diagnostic.ce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.config.ScheduleConfig;
import reidstudio.config.SchedulePace;
import reidstudio.data.Dataset;
import reidstudio.data.MadeUpDataset;
import reidstudio.diagnostic.Subject;
import reidstudio.event.Finding;
import reidstudio.event.Severity;
import reidstudio.optim.Accumulation;
import reidstudio.optim.Schedule;

/** A logit of 512 numbers near 0.8 moves by 409.6 times the sum of rates, and leaves by 100. */
class CeLevelTest {
  private static final int CLASSES = 64;
  private static final double CHANCE = Math.log(CLASSES);
  private static final ScheduleConfig STEADY = new ScheduleConfig(SchedulePace.STEP, 0, 0, 1);

  private static Finding said(
      double crossEntropy, long step, String headRate, int accumulation, ScheduleConfig schedule) {
    RunConfig config =
        new RunConfigCodec()
            .read(
                null,
                Map.of("model.embedding", "512", "optimizer.head.learningRate", headRate),
                RunConfig.defaults());
    Dataset dataset = MadeUpDataset.of(List.of(), CLASSES);
    Subject subject =
        new Subject(
            "a test",
            step,
            config,
            dataset,
            null,
            null,
            null,
            null,
            null,
            null,
            Schedule.of(schedule, 10, 100),
            new Accumulation(100, accumulation),
            null,
            OptionalDouble.empty(),
            null,
            Map::of);
    CeProbe.Measured seen =
        new CeProbe.Measured(crossEntropy, 1.0 / CLASSES, 1, 0.8, 1, 1, 1, 1, 1);
    return new CeLevel(subject, null).finding(seen);
  }

  private static Severity at(long step, String headRate, int accumulation) {
    return said(CHANCE, step, headRate, accumulation, STEADY).severity();
  }

  @Test
  void aHeadWithRoomThatIsAtChanceIsStuckHoweverFewBatchesThatTook() {
    // 160 * 3e-3 * 409.6 = 197
    Finding finding = said(CHANCE, 160, "3e-3", 1, STEADY);
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.title()).isEqualTo("After 160 steps cross-entropy is still at chance.");
    assertThat(finding.ruledOut()).hasSize(1);
    assertThat(finding.evidence()).anyMatch(seen -> seen.isAbnormal());
    assertThat(finding.evidence()).anyMatch(seen -> seen.observed().equals("196.6"));
    assertThat(at(140, "3e-3", 1)).as("too few updates").isEqualTo(Severity.INFO);
  }

  @Test
  void batchesThatShareAnUpdateDoNotCountApart() {
    // 9 epochs of 13 updates are 117, whatever 900 batches were
    assertThat(at(900, "3e-3", 8)).isEqualTo(Severity.INFO);
    assertThat(at(900, "3e-3", 4)).isEqualTo(Severity.ERROR);
  }

  @Test
  void aLowRateNeedsMoreUpdates() {
    // 500 * 3e-4 * 409.6 = 61, and 900 of them 111
    Finding early = said(CHANCE, 500, "3e-4", 1, STEADY);
    assertThat(early.severity()).isEqualTo(Severity.INFO);
    assertThat(early.title()).startsWith("No fault yet");
    assertThat(early.evidence()).noneMatch(seen -> seen.isAbnormal());
    assertThat(at(900, "3e-4", 1)).isEqualTo(Severity.ERROR);
  }

  @Test
  void aRateThatWarmsUpCountsAsFarAsItHasCome() {
    ScheduleConfig warmUp = new ScheduleConfig(SchedulePace.STEP, 0.9, 0, 1);
    // to 1e-3 over 900 steps: 301 * 300 / 2 / 900 * 1e-3 * 409.6 = 21 after 300, 185 after 900
    assertThat(said(CHANCE, 300, "1e-3", 1, warmUp).severity()).isEqualTo(Severity.INFO);
    assertThat(said(CHANCE, 300, "1e-3", 1, STEADY).severity()).isEqualTo(Severity.ERROR);
    assertThat(said(CHANCE, 900, "1e-3", 1, warmUp).severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  void aFreshHeadIsAtChanceAndALearntOneIsNot() {
    assertThat(said(CHANCE, 0, "3e-3", 1, STEADY).severity()).isEqualTo(Severity.OK);
    assertThat(said(CHANCE + 2, 0, "3e-3", 1, STEADY).severity()).isEqualTo(Severity.WARNING);
    assertThat(said(CHANCE - 0.2, 900, "3e-3", 1, STEADY).severity()).isEqualTo(Severity.OK);
    assertThat(said(Double.NaN, 900, "3e-3", 1, STEADY).title()).contains("not finite");
  }
}
