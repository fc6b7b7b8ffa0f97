package reidstudio.diagnostic.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static reidstudio.event.MetricKey.CE_ACCURACY;
import static reidstudio.event.MetricKey.CE_LOSS;
import static reidstudio.event.MetricKey.CE_WEIGHT;
import static reidstudio.event.MetricKey.GRADIENT_NORM;
import static reidstudio.event.MetricKey.NORM_AFTER_BN;
import static reidstudio.event.MetricKey.NORM_HEAD;
import static reidstudio.event.MetricKey.RATE_HEAD;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;
import reidstudio.event.Certainty;
import reidstudio.event.Change;
import reidstudio.event.Evaluation;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.RunProfile;
import reidstudio.event.SettingScores;
import reidstudio.event.Severity;

class CeRulesTest {
  private static final double CHANCE = Math.log(384);

  /** Batch normalised features of 512 dimensions, an update in every step. */
  private static Curve headOf(double rate) {
    return new Curve()
        .with(CE_LOSS, step -> CHANCE - 0.01 + Curve.noise(step, 0.01))
        .with(CE_WEIGHT, 1)
        .with(CE_ACCURACY, 0.003)
        .with(NORM_AFTER_BN, 22.6)
        .with(GRADIENT_NORM, 1)
        .with(RATE_HEAD, rate)
        .with(NORM_HEAD, step -> 0.45 * (1 + 1e-3 * step));
  }

  @Test
  void aRunWhoseRatesCannotMoveALogitIsToldSoWithItsNumbers() {
    // 0.798 * 22.6 * sqrt(512) * 2000 * 1e-6 = 0.816, below 2.5
    RunProfile known = Curve.known(2000, "optimizer.head.learningRate", "1e-6");
    Finding finding = headOf(1e-6).judgedBy(new CeStuck(), 100, known).orElseThrow();

    assertThat(finding.id()).isEqualTo("ce.no-learning-budget");
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.certainty()).isEqualTo(Certainty.PROVEN);
    assertThat(finding.evidence())
        .anySatisfy(
            seen -> {
              assertThat(seen.what()).contains("until the end");
              assertThat(Double.parseDouble(seen.observed())).isCloseTo(0.816, within(0.001));
            });
    assertThat(finding.change()).contains(new Change("optimizer.head.learningRate", "5.00e-05"));
  }

  @Test
  void theFirstStepsAreNoFault() {
    RunProfile known = Curve.known(2000);
    Finding finding = headOf(3e-5).judgedBy(new CeStuck(), 50, known).orElseThrow();
    assertThat(finding.id()).isEqualTo("ce.too-early");
    assertThat(finding.severity()).isEqualTo(Severity.INFO);
  }

  @Test
  void aHeadWithRoomThatStaysAtChanceIsStuck() {
    RunProfile known = Curve.known(2000);
    // 408 * 3e-3 = 1.2 a step: 100 after 82, 300 after 245 steps
    assertThat(headOf(3e-3).judgedBy(new CeStuck(), 149, known).orElseThrow().isProblem())
        .isFalse();
    assertThat(headOf(3e-3).judgedBy(new CeStuck(), 150, known).orElseThrow().severity())
        .isEqualTo(Severity.WARNING);
    Finding finding = headOf(3e-3).judgedBy(new CeStuck(), 300, known).orElseThrow();
    assertThat(finding.id()).isEqualTo("ce.at-chance");
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.ruledOut()).hasSize(1);
  }

  @Test
  void batchesThatShareAnUpdateCountAsOne() {
    RunProfile known = Curve.known(2000, "optimizer.accumulation", "4");
    Curve curve = headOf(3e-3).with(GRADIENT_NORM, 1);
    CeStuck rule = new CeStuck();
    for (long step = 1; step <= 800; step++) {
      Curve each = step % 4 == 0 ? curve : withoutGradient();
      rule.step(each.at(step), known);
    }
    // 200 updates reach 245, 800 would be enough to know
    assertThat(rule.finding(known).orElseThrow().severity()).isEqualTo(Severity.WARNING);
  }

  private static Curve withoutGradient() {
    return new Curve()
        .with(CE_LOSS, CHANCE)
        .with(CE_WEIGHT, 1)
        .with(NORM_AFTER_BN, 22.6)
        .with(RATE_HEAD, 3e-3);
  }

  @Test
  void fallingCrossEntropyIsNoFinding() {
    Curve curve = headOf(3e-3).with(CE_LOSS, step -> CHANCE - 0.005 * step);
    assertThat(curve.judgedBy(new CeStuck(), 400, Curve.known(2000))).isEmpty();
  }

  @Test
  void highCrossEntropyIsHarmlessWhileRetrievalRises() {
    RunProfile known = Curve.known(2000);
    CeStuck rule = new CeStuck();
    headOf(3e-3).judgedBy(rule, 200, known);
    rule.evaluated(evaluation(0.10), known);
    assertThat(rule.finding(known).orElseThrow().isProblem()).isTrue();
    rule.evaluated(evaluation(0.15), known);
    assertThat(rule.finding(known).orElseThrow().id()).isEqualTo("ce.high-but-harmless");
    assertThat(rule.finding(known).orElseThrow().isProblem()).isFalse();
  }

  private static Evaluation evaluation(double map) {
    return new Evaluation(
        100, 1, "test", List.of(new SettingScores("nir", 10, 0.1, 0.2, 0.3, map, 0.1)));
  }

  @Test
  void aLogWithoutRatesIsJudgedByItsSteps() {
    Curve curve = new Curve().with(CE_LOSS, 5.951);
    RunProfile known = Curve.logOf(384, 0);
    assertThat(curve.judgedBy(new CeStuck(), 299, known).orElseThrow().isProblem()).isFalse();
    assertThat(curve.judgedBy(new CeStuck(), 300, known).orElseThrow().severity())
        .isEqualTo(Severity.WARNING);
    assertThat(curve.judgedBy(new CeStuck(), 500, known).orElseThrow().severity())
        .isEqualTo(Severity.ERROR);
  }

  @Test
  void aLogWithoutClassesIsStuckAtTheLogarithmOfSomeNumber() {
    Curve flat = new Curve().with(CE_LOSS, step -> 5.951 + Curve.noise(step, 0.003));
    Finding finding = flat.judgedBy(new CeStuck(), 400, RunProfile.unknown()).orElseThrow();
    assertThat(finding.certainty()).isEqualTo(Certainty.POSSIBLE);
    assertThat(finding.evidence()).anySatisfy(seen -> assertThat(seen.observed()).isEqualTo("384"));
    Curve falling = new Curve().with(CE_LOSS, step -> 6 - 0.002 * step);
    assertThat(falling.judgedBy(new CeStuck(), 400, RunProfile.unknown())).isEmpty();
  }

  @Test
  void crossEntropyAboveAGuessComesFromStepsThatAreTooLarge() {
    RunProfile known = Curve.known(2000, "optimizer.head.learningRate", "0.5");
    Curve curve = headOf(0.5).with(CE_LOSS, step -> step < 10 ? CHANCE : CHANCE + 3);
    Finding finding = curve.judgedBy(new CeDiverges(), 100, known).orElseThrow();
    assertThat(finding.id()).isEqualTo("optimizer.rate-too-high");
    assertThat(finding.change()).contains(new Change("optimizer.head.learningRate", "0.05000"));
    Curve oneBadWindow = headOf(0.5).with(CE_LOSS, step -> step <= 25 ? CHANCE + 3 : CHANCE - 1);
    assertThat(oneBadWindow.judgedBy(new CeDiverges(), 100, known)).isEmpty();
  }

  @Test
  void theFloorsAreThoseOfTheClosedForms() {
    // ln(1 + 399 / e) and ln(1 + 399 / e^2)
    assertThat(CeFloors.floor(400, 0, 0)).isCloseTo(4.996, within(0.001));
    assertThat(CeFloors.floor(400, 0, -1)).isCloseTo(4.007, within(0.001));
    assertThat(CeFloors.lowest(320, 0.1)).isCloseTo(0.899113, within(1e-6));
    assertThat(CeFloors.lowest(600, 0.1)).isCloseTo(0.963177, within(1e-6));
  }

  @Test
  void aPlateauOnAFloorNamesTheFaultThatHasIt() {
    RunProfile known = Curve.known(2000, "loss.labelSmoothing", "0");
    assertThat(plateau(CeFloors.floor(384, 0, 0) + 0.02, known)).isEqualTo("ce.softmax-twice");
    assertThat(plateau(CeFloors.floor(384, 0, -1) + 0.02, known)).isEqualTo("ce.logit-scale");
    assertThat(plateau(4.5, known)).isEmpty();
    RunProfile smoothing = Curve.known(2000);
    assertThat(plateau(0.93, smoothing)).isEqualTo("ce.at-smoothing-floor");
  }

  @Test
  void passingAFloorIsNoRest() {
    double floor = CeFloors.floor(384, 0, 0);
    assertThat(alarms(step -> floor + 0.1 - 0.001 * step, 150)).isEmpty();
  }

  /** A thousandth of a nat in 50 steps takes 15,000 steps through the band of a floor. */
  @Test
  void aSlowFallThroughAFloorIsNoRestHoweverNoisyItIs() {
    double floor = CeFloors.floor(384, 0, 0);
    double cosine = CeFloors.floor(384, 0, -1);
    for (double noise : new double[] {0, 0.003, 0.03, 0.3}) {
      assertThat(alarms(step -> floor + 0.1 - 2e-5 * step + Curve.noise(step, noise), 9000))
          .as("softmax twice, noise %s", noise)
          .isEmpty();
      assertThat(alarms(step -> cosine + 0.1 - 2e-5 * step + Curve.noise(step, noise), 9000))
          .as("cosines, noise %s", noise)
          .isEmpty();
    }
  }

  @Test
  void aNoisyPlateauIsFoundOnceItIsLongEnough() {
    double floor = CeFloors.floor(384, 0, 0);
    List<Long> noisy = alarms(step -> floor + 0.02 + Curve.noise(step, 0.03), 9000);
    assertThat(noisy).isNotEmpty();
    assertThat(noisy.get(0)).isBetween(600L, 4000L);
    List<Long> quiet = alarms(step -> floor + 0.02 + Curve.noise(step, 0.002), 600);
    assertThat(quiet.get(0)).isEqualTo(400);
  }

  /**
   * At the floor nearly all rows are right: with few of them cross-entropy lies there by chance.
   */
  @Test
  void aPlateauWithALowAccuracyIsNoFloor() {
    RunProfile known = Curve.known(2000, "loss.labelSmoothing", "0");
    Curve still = new Curve().with(CE_LOSS, CeFloors.floor(384, 0, 0) + 0.02);
    assertThat(still.with(CE_ACCURACY, 0.1).judgedBy(new CeFloors(), 1000, known)).isEmpty();
    assertThat(still.with(CE_ACCURACY, 0.95).judgedBy(new CeFloors(), 1000, known)).isPresent();
  }

  @Test
  void aPlateauInWhichRetrievalRisesIsNoFloor() {
    RunProfile known = Curve.known(2000, "loss.labelSmoothing", "0");
    Curve still = new Curve().with(CE_LOSS, CeFloors.floor(384, 0, 0) + 0.02);
    CeFloors rule = new CeFloors();
    rule.evaluated(evaluation(0.05), known);
    still.judgedBy(rule, 200, known);
    rule.evaluated(evaluation(0.10), known);
    assertThat(still.judgedBy(rule, 400, known)).as("it rose before").isPresent();
    rule.evaluated(evaluation(0.15), known);
    assertThat(rule.finding(known)).as("it rises now").isEmpty();
  }

  /** Steps at which the rule says something of a curve, asked every ten steps as in a run. */
  private static List<Long> alarms(LongToDoubleFunction ce, int steps) {
    RunProfile known = Curve.known(10_000, "loss.labelSmoothing", "0");
    Curve curve = new Curve().with(CE_LOSS, ce);
    CeFloors rule = new CeFloors();
    List<Long> alarms = new ArrayList<>();
    for (long step = 1; step <= steps; step++) {
      rule.step(curve.at(step), known);
      if (step % 10 == 0 && rule.finding(known).isPresent()) {
        alarms.add(step);
      }
    }
    return alarms;
  }

  private static String plateau(double level, RunProfile known) {
    return new Curve()
        .with(CE_LOSS, step -> level + 1e-3 * (step % 3))
        .judgedBy(new CeFloors(), 500, known)
        .map(Finding::id)
        .orElse("");
  }

  @Test
  void aHeadThatNoUpdateReachesKeepsItsNorm() {
    RunProfile known = Curve.known(2000);
    Curve still = headOf(3e-3).with(NORM_HEAD, 0.45);
    Finding finding = still.judgedBy(new HeadMoves(), 40, known).orElseThrow();
    assertThat(finding.id()).isEqualTo("ce.classifier-frozen");
    assertThat(finding.span())
        .hasValueSatisfying(
            span -> {
              assertThat(span.key()).isEqualTo(MetricKey.NORM_HEAD);
              assertThat(span.first()).isEqualTo(1);
            });
    assertThat(still.judgedBy(new HeadMoves(), 20, known)).isEmpty();
    assertThat(headOf(3e-3).judgedBy(new HeadMoves(), 400, known)).isEmpty();
  }

  @Test
  void aRateThatHasDecayedToNothingIsNoFrozenHead() {
    RunProfile known = Curve.known(2000);
    Curve curve =
        headOf(3e-3)
            .with(RATE_HEAD, step -> step < 100 ? 3e-3 : 1e-9)
            .with(NORM_HEAD, step -> 0.45 + 1e-3 * Math.min(step, 100));
    assertThat(curve.judgedBy(new HeadMoves(), 400, known)).isEmpty();
  }

  @Test
  void aRateOfZeroIsNamed() {
    Curve curve = headOf(0).with(NORM_HEAD, 0.45);
    assertThat(curve.judgedBy(new HeadMoves(), 40, Curve.known(2000)))
        .map(Finding::id)
        .contains("ce.classifier-not-in-optimizer");
  }

  @Test
  void aNormThatShrinksByDecayAloneHasNoGradient() {
    // AdamW multiplies by 1 - rate * decay
    RunProfile known =
        Curve.known(
            2000, "optimizer.head.learningRate", "0.003", "optimizer.head.weightDecay", "0.01");
    Curve decaying = headOf(3e-3).with(NORM_HEAD, step -> 0.45 * Math.pow(1 - 3e-5, (double) step));
    Optional<Finding> finding = decaying.judgedBy(new HeadMoves(), 200, known);
    assertThat(finding).map(Finding::id).contains("ce.no-gradient");
    Curve faster = headOf(3e-3).with(NORM_HEAD, step -> 0.45 * Math.pow(1 - 6e-5, (double) step));
    assertThat(faster.judgedBy(new HeadMoves(), 200, known)).isEmpty();
  }
}
