package reidstudio.diagnostic.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static reidstudio.event.MetricKey.CE_LOSS;
import static reidstudio.event.MetricKey.GRADIENT_NORM;
import static reidstudio.event.MetricKey.MASKED_SHARE;
import static reidstudio.event.MetricKey.NORM_AFTER_BN;
import static reidstudio.event.MetricKey.PAIRABLE_RATIO;
import static reidstudio.event.MetricKey.RATE_HEAD;
import static reidstudio.event.MetricKey.SDM_CHANCE;
import static reidstudio.event.MetricKey.SDM_FLOOR;
import static reidstudio.event.MetricKey.SDM_GALLERY_ROWS;
import static reidstudio.event.MetricKey.SDM_LOSS;
import static reidstudio.event.MetricKey.SDM_POSITIVES_PER_ROW;
import static reidstudio.event.MetricKey.SDM_ROWS;
import static reidstudio.event.MetricKey.SDM_TEMPERATURE;
import static reidstudio.event.MetricKey.SDM_VALID_GALLERY_ROWS;
import static reidstudio.event.MetricKey.SDM_VALID_ROWS;
import static reidstudio.event.MetricKey.SDM_WEIGHT;

import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;
import reidstudio.event.Change;
import reidstudio.event.Finding;
import reidstudio.event.RunProfile;
import reidstudio.event.Severity;
import reidstudio.event.ZeroReason;

class SdmRulesTest {
  private static final RunProfile KNOWN = Curve.known(2000);

  private static Curve rows(double valid, double all) {
    return new Curve()
        .with(SDM_LOSS, 1.5)
        .with(SDM_WEIGHT, 0.5)
        .with(SDM_VALID_ROWS, valid)
        .with(SDM_ROWS, all)
        .with(PAIRABLE_RATIO, valid / all);
  }

  @Test
  void fewValidRowsAreFoundAtTheirTwoLimits() {
    assertThat(rows(2, 6).judgedBy(new Pairs(), 40, KNOWN).orElseThrow().severity())
        .isEqualTo(Severity.ERROR);
    assertThat(rows(7, 10).judgedBy(new Pairs(), 40, KNOWN).orElseThrow().severity())
        .isEqualTo(Severity.WARNING);
    assertThat(rows(8, 10).judgedBy(new Pairs(), 40, KNOWN)).isEmpty();
  }

  /** Visible rows are left alone, and some batches have nothing else: that is dropout, no fault. */
  @Test
  void rowsThatModalityDropoutLeavesAloneAreExpected() {
    RunProfile dropping = Curve.known(2000, "data.modalityDropout", "0.8");
    Curve curve =
        new Curve()
            .with(SDM_WEIGHT, 0.5)
            .with(MASKED_SHARE, 0.6)
            .with(SDM_GALLERY_ROWS, 8)
            .with(SDM_VALID_GALLERY_ROWS, step -> step % 5 == 0 ? 2 : 0)
            .with(SDM_VALID_ROWS, step -> step % 5 == 0 ? 2 : 0)
            .with(SDM_ROWS, step -> step % 5 == 0 ? 2 : 0)
            .with(PAIRABLE_RATIO, step -> step % 5 == 0 ? 0.25 : 0);
    assertThat(curve.judgedBy(new Pairs(), 100, dropping)).isEmpty();
  }

  @Test
  void oneItemForEachIdentityIsTheCauseOfFewRows() {
    RunProfile single = Curve.known(2000, "sampler.instances", "1", "sampler.identities", "32");
    Finding finding = rows(2, 16).judgedBy(new Pairs(), 40, single).orElseThrow();
    assertThat(finding.id()).isEqualTo("sampling.k-too-small");
    assertThat(finding.change()).contains(new Change("sampler.instances", "4"));
  }

  @Test
  void batchesOfOneSideHaveNothingToMatch() {
    Curve curve = rows(0, 0).zero(ZeroReason.NO_OTHER_MODALITY).with(SDM_LOSS, 0);
    assertThat(curve.judgedBy(new Pairs(), 40, KNOWN))
        .map(Finding::id)
        .contains("sampling.modality-missing");
  }

  @Test
  void matchingThatIsNeverMinimisedNeedsNoPairs() {
    RunProfile off = Curve.known(2000, "loss.sdm.weight", "0");
    Curve curve = rows(2, 6).with(SDM_WEIGHT, 0);
    assertThat(curve.judgedBy(new Pairs(), 40, off)).isEmpty();
    RunProfile warmingUp = Curve.known(2000, "loss.sdm.warmupEpochs", "5");
    assertThat(curve.judgedBy(new Pairs(), 40, warmingUp)).isPresent();
    RunProfile contrastive = Curve.known(2000, "loss.sdm.weight", "0", "loss.itc.weight", "1");
    assertThat(curve.judgedBy(new Pairs(), 40, contrastive)).isPresent();
  }

  @Test
  void aLogWithAnExactZeroThroughoutIsDoubted() {
    Curve zero = new Curve().with(SDM_LOSS, 0);
    assertThat(zero.judgedBy(new Pairs(), 40, RunProfile.unknown()))
        .map(Finding::id)
        .contains("sampling.few-valid-rows");
    assertThat(zero.with(SDM_WEIGHT, 0).judgedBy(new Pairs(), 40, RunProfile.unknown())).isEmpty();
  }

  @Test
  void sdmThatIsOffIsSaidToBeNoFault() {
    Curve off = rows(6, 6).with(SDM_WEIGHT, 0);
    assertThat(off.judgedBy(new SdmOff(), 40, KNOWN).orElseThrow().severity())
        .isEqualTo(Severity.INFO);
    assertThat(off.judgedBy(new SdmOff(), 40, Curve.known(2000, "loss.sdm.warmupEpochs", "5")))
        .hasValueSatisfying(f -> assertThat(f.title()).contains("warms up"));
    assertThat(rows(6, 6).judgedBy(new SdmOff(), 40, KNOWN)).isEmpty();
  }

  @Test
  void aNegativeSdmIsAWrongFormula() {
    Curve negative = rows(6, 6).with(SDM_LOSS, step -> step == 30 ? -0.0339 : 1.2);
    Finding finding = negative.judgedBy(new SdmValue(), 60, KNOWN).orElseThrow();
    assertThat(finding.id()).isEqualTo("sdm.formula");
    assertThat(finding.span().orElseThrow().first()).isEqualTo(30);
    Curve rounded = rows(6, 6).with(SDM_LOSS, -2e-8);
    assertThat(rounded.judgedBy(new SdmValue(), 60, KNOWN)).isEmpty();
  }

  @Test
  void aZeroWithValidRowsWasSwallowed() {
    Curve swallowed = rows(6, 6).with(SDM_LOSS, step -> step % 20 == 0 ? 0 : 1.2);
    assertThat(swallowed.judgedBy(new SdmValue(), 100, KNOWN))
        .map(Finding::id)
        .contains("sdm.swallowed");
    Curve noRows = rows(0, 6).with(SDM_LOSS, 0);
    assertThat(noRows.judgedBy(new SdmValue(), 100, KNOWN)).isEmpty();
  }

  /** A block of 16 gallery rows with 2 positives each: floor ln 2, chance ln 16. */
  private static Curve block(double loss, double temperature) {
    return new Curve()
        .with(SDM_LOSS, loss)
        .with(SDM_WEIGHT, 0.5)
        .with(SDM_CHANCE, Math.log(16))
        .with(SDM_FLOOR, Math.log(2))
        .with(SDM_GALLERY_ROWS, 16)
        .with(SDM_POSITIVES_PER_ROW, 2)
        .with(SDM_TEMPERATURE, temperature)
        .with(NORM_AFTER_BN, 22.6)
        .with(GRADIENT_NORM, 1)
        .with(RATE_HEAD, 3e-3);
  }

  /** In shares of chance above the floor of {@link #block}. */
  private static Curve rising(LongToDoubleFunction position) {
    return block(0, 0.1)
        .with(SDM_LOSS, step -> Math.log(2) + position.applyAsDouble(step) * Math.log(8))
        .with(CE_LOSS, step -> Math.log(384) - 0.01 * step);
  }

  @Test
  void sdmAboveChanceMeansThatTheLossesFight() {
    Curve curve = rising(step -> step < 40 ? 1 + Curve.noise(step, 0.03) : 1.6);
    Finding finding = curve.judgedBy(new SdmRises(), 72, KNOWN).orElseThrow();
    assertThat(finding.id()).isEqualTo("ce.losses-fight");
    assertThat(finding.change()).contains(new Change("loss.sdm.weight", "0.5000"));
    assertThat(finding.span().orElseThrow().first()).isEqualTo(49);
    // one window is not enough
    assertThat(curve.judgedBy(new SdmRises(), 55, KNOWN)).isEmpty();
  }

  @Test
  void chanceATemperatureThatIsTooLowAndStepsThatAreTooLargeAreOtherThings() {
    Curve atChance = rising(step -> 1 + Curve.noise(step, 0.1));
    assertThat(atChance.judgedBy(new SdmRises(), 400, KNOWN)).isEmpty();
    Curve falling = rising(step -> 1 + 3 * Math.exp(-step / 100.0));
    assertThat(falling.judgedBy(new SdmRises(), 60, KNOWN)).isEmpty();
    Curve diverging = rising(step -> 1 + step / 40.0).with(CE_LOSS, step -> 5.9 + step / 40.0);
    assertThat(diverging.judgedBy(new SdmRises(), 60, KNOWN)).isEmpty();
    Curve warmingUp = rising(step -> 1 + step / 40.0).with(SDM_WEIGHT, 0);
    assertThat(warmingUp.judgedBy(new SdmRises(), 60, KNOWN)).isEmpty();
  }

  @Test
  void aTemperatureThatTakesMostOfTheWayIsTooHighWhereverTheLossIs() {
    // ln((2 + 14 exp(-1/2)) / 2) / ln 8 = 0.80 at temperature 2; 0.32 at 0.5; 0.02 at 0.2
    assertThat(id(block(2.5, 2))).isEqualTo("sdm.temperature-too-high");
    assertThat(id(block(2.0, 0.5))).isEmpty();
    assertThat(id(block(Math.log(2) + 0.33 * Math.log(8), 0.5)))
        .isEqualTo("sdm.temperature-too-high");
    assertThat(id(block(1.2, 0.1))).isEmpty();
  }

  @Test
  void aFloorThatIsReachedIsNoFault() {
    assertThat(id(block(Math.log(2) + 0.02, 0.1))).isEqualTo("sdm.at-floor");
  }

  @Test
  void onlyALossThatIsConstantlyChanceMatchesNothing() {
    assertThat(id(block(Math.log(16), 0.1))).isEqualTo("sdm.at-chance");
    Curve noisy = block(0, 0.1).with(SDM_LOSS, s -> Math.log(16) + Curve.noise(s, 0.3));
    assertThat(id(noisy)).isEmpty();
    Curve above = block(Math.log(16) * 1.1, 0.1);
    assertThat(id(above)).as("random features at a low temperature").isEmpty();
  }

  private static String id(Curve curve) {
    return curve.judgedBy(new SdmLevel(), 400, KNOWN).map(Finding::id).orElse("");
  }
}
