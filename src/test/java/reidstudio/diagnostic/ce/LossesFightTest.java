package reidstudio.diagnostic.ce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import reidstudio.config.SdmConfig;
import reidstudio.config.SdmForm;
import reidstudio.event.Change;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

class LossesFightTest {
  private static final SdmConfig HALF = SdmConfig.defaults();

  @Test
  void gradientsThatPullApartInEveryGroupAreNamedWithASmallerWeight() {
    Finding finding = LossesFight.finding(List.of(-0.2, -0.3, -0.03), 100, 1, HALF);
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.change()).contains(new Change("loss.sdm.weight", "0.5000"));
  }

  @Test
  void stepsOfTheWeightAreAllMadeSmaller() {
    SdmConfig steps = new SdmConfig(1, SdmForm.CROSS_ENTROPY, 0.1, 0, 1, List.of(0.2, 1.0));
    assertThat(LossesFight.finding(List.of(-0.5, -0.5, -0.5), 100, 1, steps).change())
        .contains(new Change("loss.sdm.weightSteps", "0.1000,0.5000"));
  }

  @Test
  void fewBatchesOrAnAngleNearTheRightOneIsNoFight() {
    assertThat(severity(List.of(-0.9, -0.9), 100)).isEqualTo(Severity.OK);
    assertThat(severity(List.of(-0.9, -0.9, 0.05), 100)).isEqualTo(Severity.OK);
    assertThat(severity(List.of(-0.09, -0.09, -0.09), 100)).isEqualTo(Severity.OK);
    assertThat(severity(List.of(-0.9, -0.9, Double.NaN), 100)).isEqualTo(Severity.OK);
    assertThat(severity(List.of(), 100)).isEqualTo(Severity.OK);
  }

  @Test
  void aFreshHeadSaysNothing() {
    assertThat(severity(List.of(-0.5, -0.5, -0.5), 0)).isEqualTo(Severity.INFO);
  }

  @Test
  void aHeadIsFreshForAsManyUpdatesHoweverManyStepsAnUpdateTakes() {
    List<Double> cosines = List.of(-0.5, -0.5, -0.5);
    Finding early = LossesFight.finding(cosines, 79, 4, HALF);
    assertThat(early.severity()).isEqualTo(Severity.INFO);
    assertThat(early.fix()).isEqualTo("Look again after 80 steps.");
    assertThat(LossesFight.finding(cosines, 80, 4, HALF).severity()).isEqualTo(Severity.WARNING);
  }

  private static Severity severity(List<Double> cosines, long step) {
    return LossesFight.finding(cosines, step, 1, HALF).severity();
  }
}
