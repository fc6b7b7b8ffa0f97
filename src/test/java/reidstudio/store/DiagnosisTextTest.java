package reidstudio.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import reidstudio.event.CheckKind;
import reidstudio.event.DiagnosisReport;
import reidstudio.event.Evidence;
import reidstudio.event.Severity;

class DiagnosisTextTest {
  private final DiagnosisText text = new DiagnosisText(ZoneId.of("Asia/Shanghai"));

  @Test
  void theWholeLayout() {
    assertThat(text.text(Samples.report(CheckKind.CE, Severity.ERROR)))
        .isEqualTo(
            """
            Cross-entropy diagnosis: FAIL
            Looked at: fresh model
            Ended:     2026-03-04 13:06:07 +08:00
            Findings:  1 error, 0 warnings, 0 notes, 1 in order

            [ok]      Loss starts at chance  (ce.chance)
                      loss  4.16  expected 4.1 to 4.3

            [ERROR]   The classifier gets no gradient  (ce.classifier-frozen)
                    ! gradient norm  0      expected above 1e-6
                      rate           0.003
                      Fix: Put the classifier's parameters into the optimizer
            """);
  }

  @Test
  void aCancelledDiagnosisSaysSo() {
    DiagnosisReport whole = Samples.report(CheckKind.SAMPLING, Severity.INFO);
    DiagnosisReport cancelled =
        new DiagnosisReport(whole.check(), whole.at(), whole.subject(), List.of(), true);
    assertThat(cancelled.passed()).isFalse();
    assertThat(text.text(cancelled))
        .startsWith("Sampling diagnosis: UNKNOWN (cancelled, checks are missing)\n");
  }

  /** Reports that were written before numbers were marked have none that is. */
  @Test
  void jsonWithoutMarksReadsAsUnmarked() {
    DiagnosisJson json = new DiagnosisJson();
    var tree = json.tree(Samples.report(CheckKind.CE, Severity.ERROR));
    ((ObjectNode) tree.at("/findings/1/evidence/0")).remove("abnormal");
    assertThat(json.read(tree).findings().get(1).evidence()).noneMatch(Evidence::isAbnormal);
  }

  @Test
  void jsonHasTheVerdictAndReadsBack() {
    DiagnosisReport report = Samples.report(CheckKind.SAMPLING, Severity.WARNING);
    DiagnosisJson json = new DiagnosisJson();
    var tree = json.tree(report);
    assertThat(tree.path("verdict").asText()).isEqualTo("fail");
    assertThat(tree.path("check").asText()).isEqualTo("sampling");
    assertThat(tree.at("/findings/1/severity").asText()).isEqualTo("warning");
    assertThat(tree.at("/findings/1/evidence/0/expected").asText()).isEqualTo("above 1e-6");
    assertThat(tree.at("/findings/1/evidence/0/abnormal").asBoolean()).isTrue();
    assertThat(tree.at("/findings/1/evidence/1").has("abnormal")).isFalse();
    assertThat(json.read(tree)).isEqualTo(report);
  }
}
