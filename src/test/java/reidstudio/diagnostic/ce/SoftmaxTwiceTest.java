package reidstudio.diagnostic.ce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

class SoftmaxTwiceTest {
  @Test
  void probabilitiesAreFoundOutAndTheFloorIsShown() {
    Finding finding = SoftmaxTwice.finding(new float[][] {{0.2f, 0.5f, 0.3f}, {0.9f, 0.1f, 0}});
    assertThat(finding.id()).isEqualTo("ce.softmax-twice");
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    // ln(1 + 2/e)
    assertThat(finding.evidence()).anySatisfy(e -> assertThat(e.observed()).isEqualTo("0.5514"));
  }

  @Test
  void scoresPassWhateverTheirSize() {
    assertThat(severity(new float[][] {{0.01f, -0.02f}, {0.03f, 0.01f}})).isEqualTo(Severity.OK);
    assertThat(severity(new float[][] {{0.6f, 0.5f}, {0.9f, 0.1f}})).isEqualTo(Severity.OK);
    assertThat(severity(new float[][] {{3, -2}, {5, -4}})).isEqualTo(Severity.OK);
    assertThat(severity(new float[0][])).isEqualTo(Severity.OK);
  }

  private static Severity severity(float[][] logits) {
    return SoftmaxTwice.finding(logits).severity();
  }
}
