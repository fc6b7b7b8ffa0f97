package reidstudio.diagnostic.ce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reidstudio.config.SdmConfig;
import reidstudio.config.SdmForm;
import reidstudio.event.Change;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

class LossesFightTest {
  private static final SdmConfig HALF = SdmConfig.defaults();

  @Test
  void gradientsThatPullApartInMostBatchesAreNamedWithASmallerWeight() {
    Finding finding = LossesFight.finding(cosines(16, -0.3, 4, 0.1), 100, HALF);
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.change()).contains(new Change("loss.sdm.weight", "0.5000"));
  }

  @Test
  void stepsOfTheWeightAreAllMadeSmaller() {
    SdmConfig steps = new SdmConfig(1, SdmForm.CROSS_ENTROPY, 0.1, 0, 1, List.of(0.2, 1.0));
    assertThat(LossesFight.finding(cosines(20, -0.5, 0, 0), 100, steps).change())
        .contains(new Change("loss.sdm.weightSteps", "0.1000,0.5000"));
  }

  @Test
  void fewBatchesOrAnAngleNearTheRightOneIsNoFight() {
    assertThat(severity(cosines(15, -0.9, 5, 0.01), 100)).isEqualTo(Severity.OK);
    assertThat(severity(cosines(20, -0.05, 0, 0), 100)).isEqualTo(Severity.OK);
    assertThat(severity(cosines(6, -0.9, 0, 0), 100)).isEqualTo(Severity.OK);
    assertThat(severity(List.of(), 100)).isEqualTo(Severity.OK);
  }

  @Test
  void aFreshHeadSaysNothing() {
    assertThat(severity(cosines(20, -0.5, 0, 0), 0)).isEqualTo(Severity.INFO);
  }

  private static List<Double> cosines(int some, double each, int others, double every) {
    return Stream.concat(
            Collections.nCopies(some, each).stream(), Collections.nCopies(others, every).stream())
        .toList();
  }

  private static Severity severity(List<Double> cosines, long step) {
    return LossesFight.finding(cosines, step, HALF).severity();
  }
}
