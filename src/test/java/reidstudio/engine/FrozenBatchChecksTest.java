package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.batch.BatchSource;
import reidstudio.batch.HostBatch;
import reidstudio.config.RunConfigCodec;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.probe.Gradients;
import reidstudio.event.Certainty;
import reidstudio.event.Change;
import reidstudio.event.CheckKind;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.Severity;
import reidstudio.tensor.Parameter;

/** Faults of the model or of its settings, each with its healthy counterpart. */
class FrozenBatchChecksTest {
  /** Far enough for a verdict about what first steps cannot have. */
  private static final long LATE = 400;

  @TempDir static Path folder;
  private static Path data;

  @BeforeAll
  static void paint() {
    data = SmallRun.data(folder.resolve("data"));
  }

  @Test
  void nothingIsWrongWithAFreshModelNorAfterStepsOfHealthyTraining() throws InterruptedException {
    try (TrainingSession session = SmallRun.session(data, "epochs", "60")) {
      assertHealthy(Diagnoses.of(CheckKind.ALL, session, 0));
      assertThat(train(session, 30)).isEqualTo(30);
      assertHealthy(Diagnoses.of(CheckKind.ALL, session, 30));
      train(session, 30);
      assertHealthy(Diagnoses.of(CheckKind.ALL, session, 60));
      // as old as it can be said to be: no verdict hides behind the first steps
      assertHealthy(Diagnoses.of(CheckKind.SAMPLING, session, LATE));
      assertThat(Diagnoses.of(CheckKind.ALL, session, LATE).get("features.collapsed").severity())
          .isEqualTo(Severity.OK);
    }
  }

  @Test
  void theOtherFormOfSdmAndOtherNecksAreHealthyToo() {
    for (String[] settings :
        List.of(
            new String[] {
              "loss.sdm.form",
              "kl-divergence",
              "loss.sdm.temperature",
              "0.02",
              "loss.sdm.weight",
              "0.1"
            },
            new String[] {"model.neck.batchNorm", "false", "model.neck.scale", "16"},
            new String[] {"model.neck.scale", "8", "loss.mix", "combinations"})) {
      try (TrainingSession session = SmallRun.session(data, settings)) {
        assertHealthy(Diagnoses.of(CheckKind.ALL, session, 0));
      }
    }
  }

  // norms

  @Test
  void theNormThatBatchNormalisationGivesIsHealthyAndTheFixedAlarmFalse() {
    Finding finding = norm("norm.unexpected-after-bn", "model.embedding", "512");
    assertThat(finding.severity()).isEqualTo(Severity.OK);
    assertThat(finding.title()).contains("as gamma and beta predict").contains("healthy");
    assertThat(finding.ruledOut()).anySatisfy(s -> assertThat(s).contains("15 would be false"));
    assertThat(observed(finding, "too large by the threshold of 15")).isEqualTo("yes");
    assertThat(observed(finding, "L2-normalised by the threshold of 2")).isEqualTo("no");
  }

  @Test
  void theFixedThresholdRaisesItsAlarmWhenAskedAndIsContradicted() {
    String[] seed = {"model.embedding", "512", "diagnosis.normRule", "seed"};
    Finding finding = norm("norm.above-fixed-threshold", seed);
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.certainty()).isEqualTo(Certainty.POSSIBLE);
    assertThat(finding.ruledOut()).anySatisfy(s -> assertThat(s).contains("the alarm is false"));
    assertThat(finding.change()).contains(new Change("diagnosis.normRule", "expected"));
    assertThat(norm("norm.above-fixed-threshold", "diagnosis.normRule", "seed").severity())
        .as("64 dimensions have norm 8")
        .isEqualTo(Severity.OK);
  }

  @Test
  void aNeckThatRescalesRowsIsJudgedByWhatTheClassifierSees() {
    Finding unit = norm("norm.unexpected-after-bn", "model.neck.scale", "1");
    assertThat(observed(unit, "L2-normalised by the threshold of 2")).isEqualTo("yes");
    assertThat(unit.severity()).isEqualTo(Severity.OK);
    assertThat(norm("norm.unexpected-after-bn", "model.neck.batchNorm", "false").title())
        .startsWith("Without batch normalisation");
  }

  @Test
  void featuresThatHardlyDifferShowInTheNormBehindTheNeck() {
    try (TrainingSession session = SmallRun.session(data)) {
      PlantedWeights.affine(session, name -> name.endsWith("proj.weight"), 1e-4f, 0);
      Finding finding = Diagnoses.of(CheckKind.NORM, session, LATE).get("norm.unexpected-after-bn");
      assertThat(finding.severity()).isEqualTo(Severity.WARNING);
      assertTyped(session, finding);
    }
  }

  @Test
  void deadFeaturesAreNamedByModality() {
    try (TrainingSession session = SmallRun.session(data)) {
      PlantedWeights.affine(session, name -> name.equals("visual.proj.weight"), 0, 0);
      Map<String, Finding> findings = Diagnoses.of(CheckKind.ALL, session, LATE);
      Finding finding = findings.get("features.dead");
      assertThat(finding.severity()).isEqualTo(Severity.ERROR);
      assertThat(finding.title()).contains("vis").doesNotContain("text");
      assertThat(findings).as("explained by it").doesNotContainKey("model.ignores-input");
    }
  }

  @Test
  void aPenaltyThatWantsAnotherNormThanTheNeckGivesIsNamedWithTheTargetThatFits() {
    String[] unreachable = {"loss.norm.weight", "0.001", "loss.norm.target", "2"};
    Finding finding = norm("norm.penalty-cannot-act", unreachable);
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.change()).contains(new Change("loss.norm.target", "8"));
    assertThat(cured(CheckKind.NORM, finding, unreachable).severity()).isEqualTo(Severity.OK);
    assertThat(norm("norm.penalty-cannot-act", "loss.norm.weight", "0.001").severity())
        .as("8 lies in 10 give or take 3")
        .isEqualTo(Severity.OK);
  }

  @Test
  void withoutBatchNormalisationThePenaltyActsUnlessItIsTooWeak() {
    String[] weak = {
      "model.neck.batchNorm", "false", "loss.norm.weight", "1e-9", "loss.norm.target", "2"
    };
    Finding finding = norm("norm.penalty-cannot-act", weak);
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.title()).contains("too weakly");
    assertThat(cured(CheckKind.NORM, finding, weak).severity()).isEqualTo(Severity.OK);
  }

  // features

  @Test
  void aModalityThatTheModelDoesNotLookAtIsNamed() {
    try (TrainingSession session = SmallRun.session(data)) {
      PlantedWeights.affine(session, name -> name.equals("visual.nir.conv1.weight"), 0, 0);
      Finding finding = Diagnoses.of(CheckKind.ALL, session, 0).get("model.ignores-input");
      assertThat(finding.severity()).isEqualTo(Severity.ERROR);
      assertThat(finding.title()).isEqualTo("The model does not look at its input: nir.");
    }
  }

  @Test
  void captionsThatTheModelDoesNotReadAreNamed() {
    try (TrainingSession session = SmallRun.session(data)) {
      PlantedWeights.affine(session, name -> name.equals("text.token_embedding.weight"), 0, 0);
      PlantedWeights.affine(session, name -> name.equals("text.positional_embedding"), 0, 0);
      PlantedWeights.affine(session, name -> name.equals("text.ln_post.bias"), 0, 1);
      Finding finding = Diagnoses.of(CheckKind.ALL, session, 0).get("model.ignores-input");
      assertThat(finding.title()).isEqualTo("The model does not look at its input: text.");
    }
  }

  @Test
  void aBatchTooSmallForBatchNormalisationIsNamedWithTheSettingThatCures() {
    String[] tiny = {"sampler.identities", "2"};
    Finding finding = all("model.tiny-batch-norm", tiny);
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.change()).contains(new Change("sampler.identities", "4"));
    assertThat(cured(CheckKind.ALL, finding, tiny).severity()).isEqualTo(Severity.OK);
    assertThat(
            all("model.tiny-batch-norm", "sampler.identities", "2", "model.neck.batchNorm", "false")
                .severity())
        .isEqualTo(Severity.OK);
  }

  // SDM

  @Test
  void aTemperatureThatKeepsSdmFromItsFloorIsNamedWithOneThatDoesNot() {
    for (String form : List.of("cross-entropy", "kl-divergence")) {
      String[] high = {"loss.sdm.temperature", "1", "loss.sdm.form", form};
      Finding finding = all("sdm.temperature-too-high", high);
      assertThat(finding.severity()).as(form).isEqualTo(Severity.WARNING);
      assertThat(cured(CheckKind.ALL, finding, high).severity()).isEqualTo(Severity.OK);
    }
  }

  @Test
  void aTemperatureThatDecidesRowsBeforeAnythingIsLearntIsNamed() {
    String[] low = {"loss.sdm.temperature", "0.001"};
    Finding finding = all("sdm.temperature-too-low", low);
    assertThat(finding.severity()).as(finding.toString()).isEqualTo(Severity.WARNING);
    assertThat(cured(CheckKind.ALL, finding, low).severity()).isEqualTo(Severity.OK);
  }

  @Test
  void sdmThatIsOffHasNoTemperatureToJudge() {
    String[] off = {"loss.sdm.weight", "0", "loss.sdm.temperature", "1"};
    assertThat(all("sdm.temperature-too-high", off).severity()).isEqualTo(Severity.OK);
    assertThat(all("ce.losses-fight", off).title()).contains("one of both");
  }

  // cross-entropy

  @Test
  void rowsOfLengthOneAreCosinesWithoutAScale() {
    String[] unit = {"model.neck.scale", "1", "epochs", "60"};
    Finding finding = all("ce.logit-scale", unit);
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    // ln(1 + 9 e^-2)
    assertThat(observed(finding, "smallest cross-entropy with weights of length 1"))
        .isEqualTo("0.7966");
    assertThat(cured(CheckKind.ALL, finding, unit).severity()).isEqualTo(Severity.OK);
  }

  /** Against gradients that are read and multiplied number by number. */
  @Test
  void theCosineOfBothGradientsIsMeasuredRight() throws InterruptedException {
    try (TrainingSession session = SmallRun.session(data, "epochs", "60")) {
      train(session, 30);
      Subject subject = session.subject("a test", 30);
      double expected =
          cosine(
              trunkGradient(subject, MetricKey.CE_LOSS),
              trunkGradient(subject, MetricKey.SDM_LOSS));
      Finding finding = Diagnoses.of(CheckKind.CE, session, 30).get("ce.losses-fight");
      assertThat(
              Double.parseDouble(
                  observed(finding, "mean cosine of both gradients at the encoders")))
          .isCloseTo(expected, within(1e-3));
      assertThat(Math.abs(expected)).as("not 0 by chance").isGreaterThan(0.01);
    }
  }

  /** Of seven batches together. */
  private static double[] trunkGradient(Subject subject, MetricKey loss) {
    double[] sum = new double[0];
    for (int number = 0; number < 7; number++) {
      double[] next = trunkGradient(subject, subject.batches().batch(number), loss);
      double[] before = number == 0 ? new double[next.length] : sum;
      sum = IntStream.range(0, next.length).mapToDouble(i -> before[i] + next[i]).toArray();
    }
    return sum;
  }

  private static double[] trunkGradient(Subject subject, HostBatch batch, MetricKey loss) {
    Gradients gradients = new Gradients(subject);
    try (NDManager scope = subject.pack().manager().newSubManager()) {
      gradients.backward(scope, batch, o -> o.terms().term(loss).weighted());
      return subject.model().parameters().stream()
          .filter(p -> p.role() != Parameter.Role.HEAD)
          .flatMapToDouble(
              p -> {
                try (NDArray gradient = p.value().getGradient()) {
                  float[] values = gradient.toFloatArray();
                  return IntStream.range(0, values.length).mapToDouble(i -> values[i]);
                }
              })
          .toArray();
    } finally {
      gradients.forget();
    }
  }

  private static double cosine(double[] one, double[] other) {
    double dot = 0;
    double first = 0;
    double second = 0;
    for (int i = 0; i < one.length; i++) {
      dot += one[i] * other[i];
      first += one[i] * one[i];
      second += other[i] * other[i];
    }
    return dot / Math.sqrt(first * second);
  }

  // changes of the older checks

  @Test
  void settingsThatOlderChecksPropose() {
    assertThat(all("ce.classifier-not-in-optimizer", "optimizer.head.learningRate", "0").change())
        .contains(new Change("optimizer.head.learningRate", "0.003000"));
    assertThat(
            all("ce.no-learning-budget", "optimizer.head.learningRate", "1e-5", "epochs", "20")
                .change())
        .isPresent();
    String[] drowning = {"loss.sdm.weight", "500", "epochs", "60"};
    Finding drowned = all("ce.sdm-drowns-ce", drowning);
    assertThat(cured(CheckKind.CE, drowned, drowning).severity()).isEqualTo(Severity.OK);
    String[] steps = {"loss.sdm.weightSteps", "100,500", "epochs", "60"};
    Finding stepped = all("ce.sdm-drowns-ce", steps);
    assertThat(cured(CheckKind.CE, stepped, steps).severity()).isEqualTo(Severity.OK);
    String[] alone = {"sampler.instances", "1", "sampler.identities", "8"};
    assertThat(all("sampling.k-too-small", alone).change())
        .contains(new Change("sampler.instances", "4"));
  }

  /** The same finding once its change is made. */
  private static Finding cured(CheckKind kind, Finding finding, String... settings) {
    Change change = finding.change().orElseThrow();
    String[] changed = Arrays.copyOf(settings, settings.length + 2);
    changed[settings.length] = change.key();
    changed[settings.length + 1] = change.value();
    try (TrainingSession session = SmallRun.session(data, changed)) {
      return Diagnoses.of(kind, session, 0).get(finding.id());
    }
  }

  private static void assertTyped(TrainingSession session, Finding finding) {
    Change change = finding.change().orElseThrow();
    new RunConfigCodec().read(null, Map.of(change.key(), change.value()), session.config());
  }

  private static void assertHealthy(Map<String, Finding> findings) {
    assertThat(findings.values())
        .filteredOn(finding -> finding.severity().compareTo(Severity.INFO) > 0)
        .extracting(Finding::id)
        // ten people are few, and two epochs are short
        .isSubsetOf("sampling.too-few-pairable", "ce.no-learning-budget");
  }

  private static int train(TrainingSession session, int steps) throws InterruptedException {
    int made = 0;
    for (int epoch = 1; made < steps; epoch++) {
      try (BatchSource batches = session.batches(epoch)) {
        while (made < steps && batches.hasNext()) {
          session.step().run(batches.next(), epoch, 1);
          made++;
        }
      }
    }
    return made;
  }

  private static Finding norm(String id, String... settings) {
    return find(CheckKind.NORM, id, settings);
  }

  private static Finding all(String id, String... settings) {
    return find(CheckKind.ALL, id, settings);
  }

  private static Finding find(CheckKind kind, String id, String... settings) {
    try (TrainingSession session = SmallRun.session(data, settings)) {
      return Diagnoses.of(kind, session, 0).get(id);
    }
  }

  private static String observed(Finding finding, String what) {
    return finding.evidence().stream()
        .filter(e -> e.what().equals(what))
        .findFirst()
        .orElseThrow()
        .observed();
  }
}
