package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.batch.HostBatch;
import reidstudio.data.Dataset;
import reidstudio.data.Item;
import reidstudio.data.Modality;
import reidstudio.data.layout.DatasetReader;
import reidstudio.diagnostic.Subject;
import reidstudio.event.Certainty;
import reidstudio.event.Change;
import reidstudio.event.CheckKind;
import reidstudio.event.DiagnosisReport;
import reidstudio.event.Evidence;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/** What experiments find. */
class ExperimentTest {
  @TempDir static Path folder;
  private static Path data;

  @BeforeAll
  static void paint() {
    data = SmallRun.data(folder.resolve("data"));
  }

  @Test
  void aHealthyFreshModelPassesEveryExperiment() {
    for (CheckKind kind : Experiments.ALL) {
      try (TrainingSession session = SmallRun.session(data)) {
        DiagnosisReport report = Experiments.report(kind, session, 0);
        assertThat(report.passed()).as(report.toString()).isTrue();
        assertThat(report.findings()).isNotEmpty();
      }
    }
  }

  @Test
  void aModelThatIsWiredRightlyLearnsABatchByHeart() {
    Finding finding = only(CheckKind.MEMORISE);
    assertThat(finding.severity()).isEqualTo(Severity.OK);
    assertThat(number(finding, "accuracy at the end")).isGreaterThanOrEqualTo(0.95);
    assertThat(number(finding, "SDM at the end")).isLessThan(number(finding, "SDM at the start"));
  }

  /** The run's own rates have no say: what is asked is whether the model is wired. */
  @Test
  void aBatchIsLearntByHeartWhateverTheRunsRates() {
    assertThat(only(CheckKind.MEMORISE, "optimizer.head.learningRate", "0").severity())
        .isEqualTo(Severity.OK);
  }

  @Test
  void aFrozenClassifierLearnsNoBatchByHeart() {
    try (TrainingSession session = SmallRun.session(data)) {
      session.model().classifier().setRequiresGradient(false);
      Finding finding = Experiments.report(CheckKind.MEMORISE, session, 0).findings().get(0);
      assertThat(finding.id()).isEqualTo("model.cannot-memorise");
      assertThat(finding.severity()).isEqualTo(Severity.ERROR);
      assertThat(finding.title()).contains("classifier does not move");
      assertThat(finding.ruledOut()).hasSize(4);
    }
  }

  @Test
  void aHeadThatIsCutOffLearnsNoBatchByHeart() {
    Finding finding = only(CheckKind.MEMORISE, "loss.ceWeight", "0");
    assertThat(finding.id()).isEqualTo("ce.switched-off");
    assertThat(finding.change()).contains(new Change("loss.ceWeight", "1"));
  }

  @Test
  void rowsThatChangeTheirLabelsLearnNoBatchByHeart() {
    try (TrainingSession session = SmallRun.session(data)) {
      Random random = new Random(3);
      Subject mixed = Experiments.varied(session, batch -> relabelled(batch, random));
      Finding finding =
          Experiments.report(CheckKind.MEMORISE, mixed, () -> false).findings().get(0);
      assertThat(finding.id()).isEqualTo("model.cannot-memorise");
      assertThat(finding.severity()).isEqualTo(Severity.ERROR);
      assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
      assertThat(number(finding, "distance that the classifier moved")).isPositive();
    }
  }

  @Test
  void aRateFarTooLowIsNamedWithABetterOne() {
    Finding finding =
        only(
            CheckKind.RATE_RANGE,
            "optimizer.head.learningRate",
            "1e-6",
            "optimizer.encoder.learningRate",
            "2e-7",
            "optimizer.fusion.learningRate",
            "2e-7");
    assertThat(finding.id()).isEqualTo("optimizer.rate-too-low");
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    Change change = finding.change().orElseThrow();
    assertThat(change.key()).isEqualTo("optimizer.head.learningRate");
    assertThat(Double.parseDouble(change.value())).isBetween(1e-4, 0.1);
    assertThat(finding.evidence())
        .filteredOn(e -> e.what().startsWith("smoothed loss"))
        .hasSizeGreaterThan(5);
    assertThat(finding.fix()).contains("encoder");
  }

  /** Only the head's: with all groups faster the encoders would run away first. */
  @Test
  void aHeadThatIsTooSlowBesideTheEncodersIsNamed() {
    Finding finding = only(CheckKind.RATE_RANGE, "optimizer.head.learningRate", "1e-7");
    assertThat(finding.id()).isEqualTo("optimizer.rate-too-low");
    assertThat(finding.severity()).as(finding.toString()).isEqualTo(Severity.WARNING);
    // five times the encoders' 5e-4, to one digit
    assertThat(finding.change()).contains(new Change("optimizer.head.learningRate", "0.003"));
  }

  @Test
  void aRateFarTooHighIsNamedWithABetterOne() {
    Finding finding =
        only(
            CheckKind.RATE_RANGE,
            "optimizer.head.learningRate",
            "3",
            "optimizer.encoder.learningRate",
            "0.5",
            "optimizer.fusion.learningRate",
            "0.5");
    assertThat(finding.id()).isEqualTo("optimizer.rate-too-high");
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(Double.parseDouble(finding.change().orElseThrow().value())).isBetween(1e-4, 0.1);
  }

  @Test
  void theRunsOwnRateIsInOrder() {
    Finding finding = only(CheckKind.RATE_RANGE);
    assertThat(finding.severity()).as(finding.toString()).isEqualTo(Severity.OK);
  }

  @Test
  void freshRunningStatisticsAreNoFault() {
    Finding finding = only(CheckKind.TRAIN_EVAL);
    assertThat(finding.severity()).isEqualTo(Severity.INFO);
    assertThat(finding.title()).contains("still at their start");
  }

  @Test
  void modesAgreeAfterSomeStepsAndDisagreeWhenStatisticsAreWrong() throws InterruptedException {
    try (TrainingSession session = SmallRun.session(data, "epochs", "20")) {
      int steps = Experiments.train(session, 40);
      Map<String, Finding> healthy = byId(Experiments.report(CheckKind.TRAIN_EVAL, session, steps));
      assertThat(healthy.get("model.train-eval-disagree").severity())
          .as(healthy.toString())
          .isEqualTo(Severity.OK);
      NDArray mean = session.model().state().get("bn_neck.bn.running_mean");
      try (NDArray wrong = session.pack().manager().zeros(mean.getShape())) {
        session.pack().run("assign", mean, wrong);
      }
      NDArray variance = session.model().state().get("bn_neck.bn.running_var");
      try (NDArray wrong = variance.zerosLike()) {
        wrong.addi(1e-6f);
        session.pack().run("assign", variance, wrong);
      }
      Finding found =
          byId(Experiments.report(CheckKind.TRAIN_EVAL, session, steps))
              .get("model.train-eval-disagree");
      assertThat(found.severity()).as(found.toString()).isEqualTo(Severity.ERROR);
    }
  }

  @Test
  void aTinyBatchIsNamed() {
    try (TrainingSession session =
        SmallRun.session(data, "sampler.identities", "2", "sampler.instances", "2")) {
      Finding finding =
          byId(Experiments.report(CheckKind.TRAIN_EVAL, session, 0)).get("model.tiny-batch-norm");
      assertThat(finding.severity()).isEqualTo(Severity.WARNING);
      assertThat(finding.change()).contains(new Change("sampler.identities", "8"));
    }
    try (TrainingSession session = SmallRun.session(data)) {
      Finding finding =
          byId(Experiments.report(CheckKind.TRAIN_EVAL, session, 0)).get("model.tiny-batch-norm");
      assertThat(finding.severity()).isEqualTo(Severity.OK);
    }
  }

  @Test
  void picturesUnderTheirOwnLabelsAgree() {
    Finding finding = only(CheckKind.LABEL_AGREEMENT);
    assertThat(finding.severity()).isEqualTo(Severity.OK);
    assertThat(number(finding, "share of pairs in the right order")).isGreaterThan(0.8);
  }

  /** A data set whose files lie in other people's folders, each one further than the one before. */
  @Test
  void picturesUnderShiftedLabelsAreFoundOut(@TempDir Path shifted) throws Exception {
    SmallRun.data(shifted);
    rotateVisible(shifted);
    try (TrainingSession session = SmallRun.session(SmallRun.config(shifted))) {
      Finding finding = Experiments.report(CheckKind.LABEL_AGREEMENT, session, 0).findings().get(0);
      assertThat(finding.id()).isEqualTo("data.labels-shifted");
      assertThat(finding.isProblem()).as(finding.toString()).isTrue();
      assertThat(number(finding, "share of pairs in the right order")).isLessThan(0.6);
      // thirty pairs of one person are few, and it says so
      assertThat(finding.certainty()).isEqualTo(Certainty.POSSIBLE);
      Finding memorised = Experiments.report(CheckKind.MEMORISE, session, 0).findings().get(0);
      assertThat(memorised.severity())
          .as("wrong labels can be learnt by heart")
          .isEqualTo(Severity.OK);
    }
  }

  private static void rotateVisible(Path data) throws Exception {
    Dataset dataset = DatasetReader.ofAllLayouts().open(data);
    Map<Integer, List<Path>> byPlace = new LinkedHashMap<>();
    Map<Integer, Integer> seen = new LinkedHashMap<>();
    for (Item item : dataset.trainItems()) {
      if (item instanceof Item.Picture picture && picture.modality() == Modality.VIS) {
        int place = seen.merge(picture.label(), 1, Integer::sum) - 1;
        byPlace.computeIfAbsent(place, p -> new ArrayList<>()).add(picture.file());
      }
    }
    for (Map.Entry<Integer, List<Path>> place : byPlace.entrySet()) {
      List<byte[]> contents = new ArrayList<>();
      for (Path file : place.getValue()) {
        contents.add(Files.readAllBytes(file));
      }
      Collections.rotate(contents, place.getKey());
      for (int i = 0; i < contents.size(); i++) {
        Files.write(place.getValue().get(i), contents.get(i));
      }
    }
  }

  /** Features that labels have trained prove nothing about labels. */
  @Test
  void aPretrainedEncoderSpeaksUntilItIsTrained(@TempDir Path clip) throws java.io.IOException {
    SmallClipFiles files = SmallClipFiles.in(clip.resolve("clip"));
    try (TrainingSession session = SmallRun.session(files.config(data))) {
      Finding fresh = Experiments.report(CheckKind.LABEL_AGREEMENT, session, 0).findings().get(0);
      assertThat(fresh.evidence()).contains(new Evidence("features", "the pretrained encoder", ""));
      assertThat(number(fresh, "visible pictures looked at")).isEqualTo(30);
      assertThat(number(fresh, "share of pairs in the right order")).isBetween(0.5, 1.0);
      Finding later = Experiments.report(CheckKind.LABEL_AGREEMENT, session, 9).findings().get(0);
      assertThat(later.evidence()).contains(new Evidence("features", "colours", ""));
    }
  }

  @Test
  void usualAugmentationIsInOrderAndExtremeIsNot() {
    assertThat(only(CheckKind.AUGMENTATION, "data.erasing", "0.5").severity())
        .isEqualTo(Severity.OK);
    Finding padded = only(CheckKind.AUGMENTATION, "data.erasing", "1", "data.padding", "64");
    assertThat(padded.id()).isEqualTo("data.augmentation-destroys");
    assertThat(padded.severity()).isEqualTo(Severity.WARNING);
    assertThat(padded.change()).contains(new Change("data.padding", "2"));
    // shifts of 0 to 64 pixels in a width of 24: 600 of 24 * 129 remain, and so on
    double wide = (24 + 2 * (23 * 24 - 276) / 1.0) / 129 / 24;
    double high = (48 + 2 * (47 * 48 - 1128) / 1.0) / 129 / 48;
    assertThat(number(padded, "share of a picture that is left on average"))
        .isCloseTo(wide * high * 0.79, within(1e-4));
  }

  private static HostBatch relabelled(HostBatch b, Random random) {
    List<Integer> labels = new ArrayList<>(b.labels());
    Collections.shuffle(labels, random);
    return new HostBatch(
        labels,
        b.modalities(),
        b.names(),
        b.pixels(),
        b.height(),
        b.width(),
        b.captions(),
        b.queries(),
        b.masked(),
        b.dropped(),
        b.dropoutSeed());
  }

  private static Finding only(CheckKind kind, String... settings) {
    try (TrainingSession session = SmallRun.session(data, settings)) {
      return Experiments.report(kind, session, 0).findings().stream()
          .filter(finding -> !finding.id().equals("model.tiny-batch-norm"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static Map<String, Finding> byId(DiagnosisReport report) {
    Map<String, Finding> findings = new LinkedHashMap<>();
    report.findings().forEach(finding -> findings.put(finding.id(), finding));
    return findings;
  }

  private static double number(Finding finding, String what) {
    return finding.evidence().stream()
        .filter(evidence -> evidence.what().equals(what))
        .mapToDouble(evidence -> Double.parseDouble(evidence.observed()))
        .findFirst()
        .orElseThrow();
  }
}
