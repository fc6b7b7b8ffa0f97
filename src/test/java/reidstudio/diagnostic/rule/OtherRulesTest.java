package reidstudio.diagnostic.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static reidstudio.event.MetricKey.CE_LOSS;
import static reidstudio.event.MetricKey.DATA_WAIT;
import static reidstudio.event.MetricKey.GRADIENT_NORM;
import static reidstudio.event.MetricKey.MEMORY;
import static reidstudio.event.MetricKey.NORM_AFTER_BN;
import static reidstudio.event.MetricKey.NORM_AFTER_BN_EXPECTED;
import static reidstudio.event.MetricKey.NORM_BEFORE_BN;
import static reidstudio.event.MetricKey.NORM_PENALTY;
import static reidstudio.event.MetricKey.NORM_WEIGHT;
import static reidstudio.event.MetricKey.RATE_ENCODER;
import static reidstudio.event.MetricKey.TOTAL_LOSS;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reidstudio.event.Evaluation;
import reidstudio.event.Finding;
import reidstudio.event.RunProfile;
import reidstudio.event.SettingScores;
import reidstudio.event.Severity;
import reidstudio.event.TrainingEvent.NonFiniteStep;

class OtherRulesTest {
  private static final RunProfile KNOWN = Curve.known(2000);

  @Test
  void theNormOfBatchNormalisationIsSaidToBeHealthy() {
    Curve healthy = new Curve().with(NORM_AFTER_BN, 21.8).with(NORM_AFTER_BN_EXPECTED, 22.63);
    Finding finding = healthy.judgedBy(new NormLevel(), 60, KNOWN).orElseThrow();
    assertThat(finding.severity()).isEqualTo(Severity.INFO);
    assertThat(finding.id()).isEqualTo("norm.as-predicted");
  }

  @Test
  void aLogsNormIsComparedWithTheWidthThatFits() {
    Curve log = new Curve().with(NORM_AFTER_BN, 21.73);
    assertThat(log.judgedBy(new NormLevel(), 60, RunProfile.unknown()))
        .map(Finding::id)
        .contains("norm.as-predicted");
    Curve scaled = new Curve().with(NORM_AFTER_BN, 8.0);
    assertThat(scaled.judgedBy(new NormLevel(), 60, RunProfile.unknown())).isEmpty();
  }

  /** CLIP's features of norm 10 are no fault of a normalisation that the recipe does not have. */
  @Test
  void withoutBatchNormalisationNoNormIsPredicted() {
    Curve clip = new Curve().with(NORM_AFTER_BN, 10.0);
    RunProfile bare = Curve.known(2000, "model.neck.batchNorm", "false");
    assertThat(clip.judgedBy(new NormLevel(), 60, bare)).isEmpty();
    assertThat(clip.judgedBy(new NormLevel(), 60, KNOWN)).isPresent();
  }

  @Test
  void aNormFarFromItsPredictionIsFound() {
    Curve low = new Curve().with(NORM_AFTER_BN, 18.0).with(NORM_AFTER_BN_EXPECTED, 22.63);
    assertThat(low.judgedBy(new NormLevel(), 60, KNOWN))
        .map(Finding::id)
        .contains("norm.unexpected-after-bn");
    Curve within = new Curve().with(NORM_AFTER_BN, 18.2).with(NORM_AFTER_BN_EXPECTED, 22.63);
    assertThat(within.judgedBy(new NormLevel(), 60, KNOWN))
        .hasValueSatisfying(f -> assertThat(f.isProblem()).isFalse());
  }

  @Test
  void aPenaltyThatBatchNormalisationUndoesIsFound() {
    RunProfile known = Curve.known(2000, "loss.norm.weight", "0.005", "loss.norm.target", "10");
    Curve idle =
        new Curve()
            .with(NORM_AFTER_BN, 22.5)
            .with(NORM_AFTER_BN_EXPECTED, 22.6)
            .with(NORM_WEIGHT, 0.005)
            .with(NORM_PENALTY, 90);
    assertThat(idle.judgedBy(new NormLevel(), 400, known))
        .map(Finding::id)
        .contains("norm.penalty-cannot-act");
    Curve acts = idle.with(NORM_PENALTY, step -> 90 - 0.1 * step);
    assertThat(acts.judgedBy(new NormLevel(), 400, known))
        .hasValueSatisfying(f -> assertThat(f.isProblem()).isFalse());
  }

  @Test
  void aNormThatDoublesIsFoundOnceItIsLarge() {
    Curve grows = new Curve().with(NORM_BEFORE_BN, step -> 20 * Math.pow(2, step / 100.0));
    assertThat(grows.judgedBy(new NormGrowth(), 600, KNOWN)).isPresent();
    Curve small = new Curve().with(NORM_BEFORE_BN, step -> 0.1 * Math.pow(2, step / 100.0));
    assertThat(small.judgedBy(new NormGrowth(), 600, KNOWN)).isEmpty();
    Curve settles = new Curve().with(NORM_BEFORE_BN, step -> 300 - 200.0 / step);
    assertThat(settles.judgedBy(new NormGrowth(), 600, KNOWN)).isEmpty();
  }

  @Test
  void theLimitOfASpikeIsThatOfTheReferenceProgram() {
    Recent constant = new Recent(100);
    for (int i = 0; i < 20; i++) {
      constant.add(5.0);
    }
    assertThat(LossSpikes.limit(constant)).isEqualTo(5.75);
    Recent linear = new Recent(100);
    for (int i = 0; i < 40; i++) {
      linear.add(6 - i / 39.0);
    }
    assertThat(LossSpikes.limit(linear))
        .isCloseTo(7.780923, org.assertj.core.api.Assertions.within(1e-6));
  }

  @Test
  void aSingleSpikeIsNoiseAndManyAreNot() {
    Curve once = new Curve().with(CE_LOSS, step -> step == 90 ? 9 : 5);
    assertThat(once.judgedBy(new LossSpikes(), 120, KNOWN).orElseThrow().id())
        .isEqualTo("loss.single-spike");
    Curve often = new Curve().with(CE_LOSS, step -> step % 8 == 0 ? 9 : 5);
    assertThat(often.judgedBy(new LossSpikes(), 200, KNOWN).orElseThrow().id())
        .isEqualTo("optimizer.loss-spikes");
    Curve never = new Curve().with(CE_LOSS, step -> 5 + Curve.noise(step, 0.2));
    assertThat(never.judgedBy(new LossSpikes(), 200, KNOWN)).isEmpty();
  }

  @Test
  void aValueThatIsNotFiniteEndsARunOrIsSwallowed() {
    NonFinite rule = new NonFinite();
    Curve curve = new Curve().with(CE_LOSS, 5);
    curve.judgedBy(rule, 10, KNOWN);
    rule.nonFinite(new NonFiniteStep("run", 0, 11, "sdm.loss", List.of("a.jpg")));
    assertThat(rule.finding(KNOWN).orElseThrow().id()).isEqualTo("loss.non-finite");
    rule.step(curve.at(12), KNOWN);
    Finding swallowed = rule.finding(KNOWN).orElseThrow();
    assertThat(swallowed.id()).isEqualTo("loss.non-finite-swallowed");
    assertThat(swallowed.severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  void aRateNextToNothingExplainsAFlatLoss() {
    Curve warming = new Curve().with(RATE_ENCODER, step -> 5e-8 * step);
    assertThat(warming.judgedBy(new RatePosition(), 20, KNOWN).orElseThrow().id())
        .isEqualTo("optimizer.warm-up");
    Curve decayed = new Curve().with(RATE_ENCODER, step -> 5e-4 / step);
    assertThat(decayed.judgedBy(new RatePosition(), 200, KNOWN).orElseThrow().id())
        .isEqualTo("optimizer.rate-decayed");
    Curve full = new Curve().with(RATE_ENCODER, 5e-4);
    assertThat(full.judgedBy(new RatePosition(), 200, KNOWN)).isEmpty();
  }

  @Test
  void clippingCancelsInAdamUntilEpsilonIsAsLarge() {
    Curve clipped = new Curve().with(GRADIENT_NORM, 100);
    assertThat(clipped.judgedBy(new ClipStrangles(), 120, KNOWN).orElseThrow().severity())
        .isEqualTo(Severity.INFO);
    // 1e-5 / sqrt(2e6) = 7e-9, below ten times 1e-8
    RunProfile hard = Curve.known(2000, "optimizer.clipNorm", "1e-5");
    assertThat(clipped.judgedBy(new ClipStrangles(), 120, hard).orElseThrow().severity())
        .isEqualTo(Severity.ERROR);
    Curve gentle = new Curve().with(GRADIENT_NORM, 4);
    assertThat(gentle.judgedBy(new ClipStrangles(), 120, KNOWN)).isEmpty();
  }

  @Test
  void waitingForHalfOfTheTimeIsTooMuch() {
    assertThat(new Curve().with(DATA_WAIT, 0.6).judgedBy(new DataWait(), 120, KNOWN)).isPresent();
    assertThat(new Curve().with(DATA_WAIT, 0.4).judgedBy(new DataWait(), 120, KNOWN)).isEmpty();
  }

  @Test
  void onlySteadyGrowthOfMemoryIsALeak() {
    Curve leak = new Curve().with(MEMORY, step -> 1000 + 0.5 * step);
    assertThat(leak.judgedBy(new MemoryGrowth(), 1700, KNOWN)).isPresent();
    Curve fills = new Curve().with(MEMORY, step -> 2000 - 1000.0 * 100 / (100 + step));
    assertThat(fills.judgedBy(new MemoryGrowth(), 1700, KNOWN)).isEmpty();
    Curve jump = new Curve().with(MEMORY, step -> step < 1500 ? 1000 : 1600);
    assertThat(jump.judgedBy(new MemoryGrowth(), 1700, KNOWN)).isEmpty();
  }

  /** 5,000 batches of six pictures fill a cache of 4 GiB at an even pace. */
  @Test
  void aCacheThatFillsInTheFirstEpochsIsNoLeak() {
    RunProfile caching = Curve.known(2000, "data.cacheMebibytes", "4096");
    Curve fills = new Curve().with(MEMORY, step -> 1000 + 0.7 * step).stepsPerEpoch(5000);
    assertThat(fills.judgedBy(new MemoryGrowth(), 4000, caching)).isEmpty();
    assertThat(fills.judgedBy(new MemoryGrowth(), 7000, caching)).isPresent();
    RunProfile none = Curve.known(2000, "data.cacheMebibytes", "0");
    assertThat(fills.judgedBy(new MemoryGrowth(), 4000, none)).isPresent();
    assertThat(fills.stepsPerEpoch(500).judgedBy(new MemoryGrowth(), 4000, caching)).isPresent();
  }

  @Test
  void aStepThatTakesMinutesIsAStall() {
    Stalls rule = new Stalls();
    Curve usual = new Curve().secondsPerStep(1);
    for (long step = 1; step <= 50; step++) {
      rule.step(usual.at(step), KNOWN);
    }
    assertThat(rule.finding(KNOWN)).isEmpty();
    Curve late = new Curve().secondsPerStep(3);
    rule.step(late.at(51), KNOWN);
    Finding finding = rule.finding(KNOWN).orElseThrow();
    assertThat(finding.id()).isEqualTo("machine.stalled");
    assertThat(finding.evidence().get(0).observed()).isEqualTo("103");
  }

  @Test
  void epochsThatEndEarlyAreFound() {
    Curve curve = new Curve().with(TOTAL_LOSS, 5);
    RunProfile announced = withNominal(1863);
    assertThat(curve.judgedBy(new EpochLength(), 60, announced))
        .hasValueSatisfying(f -> assertThat(f.evidence().get(0).observed()).isEqualTo("50"));
    assertThat(curve.judgedBy(new EpochLength(), 60, withNominal(55))).isEmpty();
    assertThat(curve.judgedBy(new EpochLength(), 40, announced)).as("its first epoch").isEmpty();
  }

  private static RunProfile withNominal(int steps) {
    RunProfile log = Curve.logOf(400, 0);
    return new RunProfile(
        log.classes(),
        log.batchSize(),
        log.stepsPerEpoch(),
        java.util.OptionalInt.of(steps),
        log.totalSteps(),
        log.embedding(),
        log.parameters(),
        log.labelSmoothing(),
        log.sdmForm(),
        log.config());
  }

  @Test
  void retrievalThatFallsWithTheLossIsOverfitting() {
    assertThat(overfit(0.30, 0.27, 0.27, 0.26)).map(Finding::id).contains("train.overfit");
    assertThat(overfit(0.30, 0.27, 0.29, 0.26)).as("one of three is near").isEmpty();
    assertThat(overfit(0.20, 0.25, 0.30, 0.31)).isEmpty();
  }

  private static Optional<Finding> overfit(double... maps) {
    Overfit rule = new Overfit();
    Curve falling = new Curve().with(TOTAL_LOSS, step -> 6 - 0.01 * step);
    long step = 0;
    for (double map : maps) {
      for (int i = 0; i < 40; i++) {
        rule.step(falling.at(++step), KNOWN);
      }
      rule.evaluated(evaluation(step, map, 0.5, 0.5, 0.5), KNOWN);
    }
    return rule.finding(KNOWN);
  }

  @Test
  void aModalityBelowHalfOfTheOthersThreeTimesIsLeftBehind() {
    ModalityBehind rule = new ModalityBehind();
    for (int i = 1; i <= 2; i++) {
      rule.evaluated(evaluation(i, 0.3, 0.6, 0.5, 0.2), KNOWN);
    }
    assertThat(rule.finding(KNOWN)).isEmpty();
    rule.evaluated(evaluation(3, 0.3, 0.6, 0.5, 0.2), KNOWN);
    assertThat(rule.finding(KNOWN).orElseThrow().title()).contains("sk");
    rule.evaluated(evaluation(4, 0.3, 0.6, 0.5, 0.3), KNOWN);
    assertThat(rule.finding(KNOWN)).isEmpty();
  }

  private static Evaluation evaluation(long step, double map, double... rank1) {
    String[] names = {"nir", "cp", "sk"};
    List<SettingScores> settings = new java.util.ArrayList<>();
    for (int i = 0; i < rank1.length; i++) {
      settings.add(new SettingScores(names[i], 100, rank1[i], 0.8, 0.9, map, 0.1));
    }
    return new Evaluation(step, (int) step, "test", settings);
  }
}
