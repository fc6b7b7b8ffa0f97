package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.diagnostic.Diagnosis;
import reidstudio.event.Change;
import reidstudio.event.CheckKind;
import reidstudio.event.DiagnosisReport;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

class DiagnosisTest {
  @TempDir static Path folder;
  private static Path data;

  @BeforeAll
  static void paint() {
    data = SmallRun.data(folder.resolve("data"));
  }

  @Test
  void aDiagnosisBetweenStepsChangesNoLaterLoss() throws InterruptedException {
    assertThat(TrainStepTest.losses(data, 4, CheckKind.ALL))
        .isEqualTo(TrainStepTest.losses(data, 4));
  }

  @Test
  void aDiagnosisLeavesWeightsAndStatisticsAsTheyWere() throws InterruptedException {
    try (TrainingSession session = SmallRun.session(data)) {
      session.step().run(TrainStepTest.firstBatch(session), 1, 1);
      Map<String, float[]> before = TrainStepTest.state(session);
      Diagnoses.all(session, 1);
      TrainStepTest.assertSameState(before, TrainStepTest.state(session));
    }
  }

  @Test
  void aHealthyFreshModelPassesEveryCeCheck() {
    assertThat(ce("epochs", "60").values())
        .allSatisfy(f -> assertThat(f.severity()).as(f.toString()).isEqualTo(Severity.OK));
  }

  @Test
  void aHeadThatNeverMovesIsNamed() {
    Finding finding = ce("optimizer.head.learningRate", "0").get("ce.classifier-not-in-optimizer");
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.fix()).contains("optimizer.head.learningRate");
  }

  @Test
  void tooSmallARateForThePlannedStepsIsNamedBeforeTheyAreMade() {
    Map<String, Finding> findings = ce("optimizer.head.learningRate", "1e-5");
    assertThat(findings.get("ce.no-learning-budget").severity()).isEqualTo(Severity.ERROR);
    assertThat(findings.get("ce.no-gradient").severity()).isEqualTo(Severity.OK);
  }

  @Test
  void crossEntropyWithoutWeightIsSwitchedOffAndThatIsWhyItHasNoGradient() {
    Map<String, Finding> findings = ce("loss.ceWeight", "0");
    Finding cause = findings.get("ce.switched-off");
    assertThat(cause.severity()).isEqualTo(Severity.ERROR);
    assertThat(cause.change()).contains(new Change("loss.ceWeight", "1"));
    assertThat(findings).doesNotContainKey("ce.no-gradient");
  }

  @Test
  void sdmThatDrownsCrossEntropyIsNamedWithTheRatio() {
    Finding finding = ce("loss.sdm.weight", "500").get("ce.sdm-drowns-ce");
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.fix()).contains("loss.sdm.weight");
  }

  @Test
  void sdmIsJudgedByTheHighestStepThatTheRunReaches() {
    String steps = "0.001,500";
    assertThat(ce("loss.sdm.weightSteps", steps, "epochs", "1").get("ce.sdm-drowns-ce").severity())
        .isEqualTo(Severity.OK);
    Finding finding = ce("loss.sdm.weightSteps", steps, "epochs", "2").get("ce.sdm-drowns-ce");
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.fix()).contains("loss.sdm.weightSteps");
    assertThat(finding.evidence())
        .anySatisfy(
            e -> {
              assertThat(e.what()).isEqualTo("highest weight of SDM");
              assertThat(e.observed()).isEqualTo("500");
            });
  }

  @Test
  void aHealthyFreshModelPassesUnderAnyLoss() {
    assertThat(
            ce(
                    "epochs", "60",
                    "loss.mix", "combinations",
                    "loss.itc.weight", "0.5",
                    "loss.triplet.weight", "1",
                    "loss.norm.weight", "0.001")
                .values())
        .allSatisfy(f -> assertThat(f.severity()).as(f.toString()).isEqualTo(Severity.OK));
  }

  @Test
  void aFrozenClassifierIsNamed() {
    try (TrainingSession session = SmallRun.session(data)) {
      session.model().classifier().setRequiresGradient(false);
      Finding finding = Diagnoses.of(CheckKind.CE, session, 0).get("ce.classifier-frozen");
      assertThat(finding.severity()).isEqualTo(Severity.ERROR);
      assertThat(finding.fix()).contains("bn_neck.classifier.weight");
    }
  }

  @Test
  void theBalancedSamplerPassesOnPairableData() {
    Map<String, Finding> findings = sampling();
    assertThat(findings.get("sampling.pairable-ratio").severity()).isEqualTo(Severity.OK);
    assertThat(findings.get("sampling.few-valid-rows").severity()).isEqualTo(Severity.OK);
    assertThat(findings.get("sampling.epoch-short").severity()).isEqualTo(Severity.OK);
    // ten people are few, and the report says so
    assertThat(findings.get("sampling.too-few-pairable").severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void aPlainShuffleOfSmallBatchesIsFoundOutAndTheBetterSamplerNamed() {
    Map<String, Finding> findings =
        sampling("sampler.kind", "random", "sampler.identities", "4", "sampler.instances", "1");
    Finding cause = findings.get("sampling.k-too-small");
    assertThat(cause.severity()).isEqualTo(Severity.ERROR);
    assertThat(cause.evidence())
        .as("the few valid rows are seen because of it, and stand below it")
        .anySatisfy(seen -> assertThat(seen.what()).isEqualTo("valid rows of a batch"));
    assertThat(findings).doesNotContainKey("sampling.few-valid-rows");
  }

  @Test
  void cancellingEndsAfterTheCurrentCheck() {
    try (TrainingSession session = SmallRun.session(data)) {
      int[] asked = {0};
      DiagnosisReport report =
          Diagnosis.of(CheckKind.SAMPLING)
              .make(
                  session.subject("a test", 0),
                  List.of(),
                  (f, doing) -> {},
                  () -> asked[0]++ == 2,
                  Instant.EPOCH);
      assertThat(report.cancelled()).isTrue();
      assertThat(report.findings()).hasSize(2);
    }
  }

  private static Map<String, Finding> ce(String... settings) {
    try (TrainingSession session = SmallRun.session(data, settings)) {
      return Diagnoses.of(CheckKind.CE, session, 0);
    }
  }

  private static Map<String, Finding> sampling(String... settings) {
    try (TrainingSession session = SmallRun.session(data, settings)) {
      return Diagnoses.of(CheckKind.SAMPLING, session, 0);
    }
  }
}
