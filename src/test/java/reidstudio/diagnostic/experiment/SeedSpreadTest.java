package reidstudio.diagnostic.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Evidence;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

class SeedSpreadTest {
  private static final double CHANCE = Math.log(64);

  private static Finding finding(SeedOutcome... courses) {
    return new SeedSpread(List.of(courses), CHANCE).finding(new FindingBuilder(SeedSpread.ID));
  }

  private static SeedOutcome course(long seed, double ce, double sdm) {
    return new SeedOutcome(seed, 4.2, ce, 2.6, sdm, 1);
  }

  @Test
  void coursesThatEndCloseTogetherNameTheDifferenceThatIsNoLuck() {
    Finding said = finding(course(1, 3.0, 2.0), course(2, 3.1, 2.1), course(3, 3.25, 2.0));
    assertThat(said.severity()).isEqualTo(Severity.OK);
    assertThat(said.title()).startsWith("Seeds end within 0.2500 of each other");
    assertThat(said.evidence()).noneMatch(Evidence::isAbnormal);
  }

  /** Falls of 0.7, 0.2 and 0.6: half of their mean is 0.25, the spread 0.5. */
  @Test
  void aSpreadAsLargeAsHalfOfTheFallIsLuck() {
    Finding said = finding(course(1, 3.5, 2.0), course(2, 4.0, 2.0), course(3, 3.6, 2.0));
    assertThat(said.severity()).isEqualTo(Severity.INFO);
    assertThat(said.title()).startsWith("Another seed changes the losses");
    assertThat(said.evidence())
        .contains(
            Evidence.abnormal(
                "spread of cross-entropy between seeds",
                "0.5000",
                "below half of the fall, 0.2500"));
  }

  @Test
  void sdmAloneCanBeLuck() {
    Finding said = finding(course(1, 3.0, 2.5), course(2, 3.0, 2.3), course(3, 3.0, 2.4));
    assertThat(said.title()).startsWith("Another seed changes the losses");
  }

  /** ln 64 = 4.159, the margin 0.05. */
  @Test
  void aPlateauWithEverySeedIsNoBadLuck() {
    Finding said = finding(course(1, 4.15, 2.0), course(2, 4.11, 2.0), course(3, 4.2, 2.0));
    assertThat(said.title()).startsWith("With no seed");
    assertThat(said.ruledOut()).hasSize(1);
  }

  @Test
  void aPlateauWithSomeSeedsIs() {
    Finding said = finding(course(1, 4.10, 2.0), course(2, 4.12, 2.0), course(3, 3.0, 2.0));
    assertThat(said.title()).startsWith("Whether cross-entropy leaves ln C");
    assertThat(said.isProblem()).isFalse();
  }
}
