package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reidstudio.batch.BatchSource;
import reidstudio.batch.HostBatch;
import reidstudio.data.Dataset;
import reidstudio.data.Item;
import reidstudio.data.Modality;
import reidstudio.data.layout.DatasetReader;
import reidstudio.diagnostic.BatchVariants;
import reidstudio.diagnostic.Diagnosis;
import reidstudio.diagnostic.Subject;
import reidstudio.event.Certainty;
import reidstudio.event.Change;
import reidstudio.event.CheckKind;
import reidstudio.event.DiagnosisReport;
import reidstudio.event.Evidence;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.Severity;

class ExperimentTest {
  private static final List<CheckKind> EXPERIMENTS =
      java.util.Arrays.stream(CheckKind.values()).filter(CheckKind::isExperiment).toList();

  @TempDir static Path folder;
  private static Path data;

  @BeforeAll
  static void paint() {
    data = SmallRun.data(folder.resolve("data"));
  }

  @ParameterizedTest
  @CsvSource({"1,adamw", "2,adamw", "1,adam"})
  void allExperimentsInTheMiddleOfARunChangeNoLaterLossByABit(int accumulation, String kind)
      throws InterruptedException {
    String[] settings = {
      "optimizer.accumulation", Integer.toString(accumulation), "optimizer.kind", kind
    };
    List<Double> undisturbed = losses(settings, false);
    assertThat(undisturbed).hasSizeGreaterThan(5).doesNotHaveDuplicates();
    assertThat(losses(settings, true)).isEqualTo(undisturbed);
  }

  /** Two epochs, with every experiment after the second update. */
  private static List<Double> losses(String[] settings, boolean tried) throws InterruptedException {
    List<Double> losses = new ArrayList<>();
    try (TrainingSession session = SmallRun.session(data, settings)) {
      var accumulation = session.accumulation();
      var schedule = session.schedule();
      int updates = 0;
      for (int epoch = 1; epoch <= 2; epoch++) {
        try (BatchSource batches = session.batches(epoch)) {
          for (int number = 1; batches.hasNext(); number++) {
            if (tried && updates == 2 && accumulation.begins(number)) {
              EXPERIMENTS.forEach(kind -> report(kind, session, losses.size()));
            }
            boolean moves = accumulation.ends(number);
            StepPlace place =
                new StepPlace(
                    epoch, schedule.factor(losses.size() + 1), accumulation.share(number), moves);
            StepResult result = session.step().run(batches.next(), place);
            losses.add(result.values().get(MetricKey.TOTAL_LOSS));
            updates += moves ? 1 : 0;
          }
        }
      }
    }
    return losses;
  }

  @Test
  void aHealthyFreshModelPassesEveryExperiment() {
    for (CheckKind kind : EXPERIMENTS) {
      try (TrainingSession session = SmallRun.session(data)) {
        DiagnosisReport report = report(kind, session, 0);
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
      Finding finding = report(CheckKind.MEMORISE, session, 0).findings().get(0);
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
      Subject mixed = varied(session, batch -> relabelled(batch, random));
      Finding finding = report(CheckKind.MEMORISE, mixed, () -> false).findings().get(0);
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
      int steps = train(session, 40);
      Map<String, Finding> healthy = byId(report(CheckKind.TRAIN_EVAL, session, steps));
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
          byId(report(CheckKind.TRAIN_EVAL, session, steps)).get("model.train-eval-disagree");
      assertThat(found.severity()).as(found.toString()).isEqualTo(Severity.ERROR);
    }
  }

  @Test
  void aTinyBatchIsNamed() {
    try (TrainingSession session =
        SmallRun.session(data, "sampler.identities", "2", "sampler.instances", "2")) {
      Finding finding = byId(report(CheckKind.TRAIN_EVAL, session, 0)).get("model.tiny-batch-norm");
      assertThat(finding.severity()).isEqualTo(Severity.WARNING);
      assertThat(finding.change()).contains(new Change("sampler.identities", "8"));
    }
    try (TrainingSession session = SmallRun.session(data)) {
      Finding finding = byId(report(CheckKind.TRAIN_EVAL, session, 0)).get("model.tiny-batch-norm");
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
      Finding finding = report(CheckKind.LABEL_AGREEMENT, session, 0).findings().get(0);
      assertThat(finding.id()).isEqualTo("data.labels-shifted");
      assertThat(finding.isProblem()).as(finding.toString()).isTrue();
      assertThat(number(finding, "share of pairs in the right order")).isLessThan(0.6);
      // thirty pairs of one person are few, and it says so
      assertThat(finding.certainty()).isEqualTo(Certainty.POSSIBLE);
      Finding memorised = report(CheckKind.MEMORISE, session, 0).findings().get(0);
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
      Finding fresh = report(CheckKind.LABEL_AGREEMENT, session, 0).findings().get(0);
      assertThat(fresh.evidence()).contains(new Evidence("features", "the pretrained encoder", ""));
      assertThat(number(fresh, "visible pictures looked at")).isEqualTo(30);
      assertThat(number(fresh, "share of pairs in the right order")).isBetween(0.5, 1.0);
      Finding later = report(CheckKind.LABEL_AGREEMENT, session, 9).findings().get(0);
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

  @ParameterizedTest
  @CsvSource({"MEMORISE", "RATE_RANGE", "LABEL_AGREEMENT", "AUGMENTATION", "TRAIN_EVAL"})
  void aCancelledExperimentNeverPassesAndLeavesTheStateAsItWas(CheckKind kind)
      throws InterruptedException {
    try (TrainingSession session = SmallRun.session(data)) {
      train(session, 2);
      Map<String, float[]> before = state(session);
      int[] asked = {0};
      List<String> told = new ArrayList<>();
      DiagnosisReport report =
          Diagnosis.of(kind)
              .make(
                  session.subject("a test", 2),
                  List.of(),
                  (fraction, doing) -> told.add(doing),
                  () -> ++asked[0] > 3,
                  Instant.EPOCH);
      assertThat(report.cancelled()).isTrue();
      assertThat(report.passed()).isFalse();
      assertThat(report.findings()).isEmpty();
      // the diagnosis and then the experiment told something, and asked first
      assertThat(told).hasSize(3);
      TrainStepTest.assertSameState(before, state(session));
    }
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void afterAnExceptionInsideTheStateIsAsItWas(boolean error) throws InterruptedException {
    try (TrainingSession session = SmallRun.session(data)) {
      train(session, 2);
      Map<String, float[]> before = state(session);
      int[] asked = {0};
      Subject failing =
          varied(
              session,
              batch -> {
                if (++asked[0] == 4) {
                  if (error) {
                    throw new NoClassDefFoundError("planted");
                  }
                  throw new IllegalStateException("planted");
                }
                return batch;
              });
      if (error) {
        org.junit.jupiter.api.Assertions.assertThrows(
            NoClassDefFoundError.class, () -> report(CheckKind.MEMORISE, failing, () -> false));
      } else {
        DiagnosisReport report = report(CheckKind.MEMORISE, failing, () -> false);
        assertThat(report.passed()).isFalse();
        assertThat(report.findings().get(0).severity()).isEqualTo(Severity.UNCHECKED);
      }
      assertThat(asked[0]).isEqualTo(4);
      TrainStepTest.assertSameState(before, state(session));
    }
  }

  /** One array of the state is gone when it is to be put back. */
  @Test
  void aStateThatCannotBePutBackIsAnErrorWhateverTheExperimentFound() {
    try (TrainingSession session = SmallRun.session(data)) {
      NDArray lost = session.pack().manager().create(1f);
      Map<String, float[]> before = state(session);
      Subject subject =
          varied(
              session,
              batch -> {
                lost.close();
                return batch;
              });
      Subject losing =
          with(
              subject,
              subject.variants(),
              () -> {
                Map<String, NDArray> all = new LinkedHashMap<>(Map.of("lost", lost));
                all.putAll(session.state());
                return all;
              });
      DiagnosisReport report = report(CheckKind.MEMORISE, losing, () -> false);
      Finding finding = report.findings().get(0);
      assertThat(finding.id()).isEqualTo("check.state-not-restored");
      assertThat(finding.severity()).isEqualTo(Severity.ERROR);
      assertThat(finding.evidence().get(0))
          .isEqualTo(
              Evidence.abnormal("arrays that differ", "1", "0 of " + (session.state().size() + 1)));
      TrainStepTest.assertSameState(before, state(session));
    }
  }

  private static int train(TrainingSession session, int steps) throws InterruptedException {
    int made = 0;
    for (int epoch = 1; made < steps; epoch++) {
      try (BatchSource batches = session.batches(epoch)) {
        while (batches.hasNext() && made < steps) {
          session.step().run(batches.next(), epoch, 1);
          made++;
        }
      }
    }
    return made;
  }

  private static Map<String, float[]> state(TrainingSession session) {
    Map<String, float[]> state = new LinkedHashMap<>();
    session.state().forEach((name, array) -> state.put(name, array.toFloatArray()));
    return state;
  }

  /** The subject whose small plain batches have gone through {@code change}. */
  private static Subject varied(TrainingSession session, UnaryOperator<HostBatch> change) {
    Subject subject = session.subject("a test", 0);
    BatchVariants real = subject.variants();
    BatchVariants changed =
        new BatchVariants() {
          @Override
          public HostBatch plain(int number) {
            return real.plain(number);
          }

          @Override
          public HostBatch plain(int number, int most) {
            return change.apply(real.plain(number, most));
          }

          @Override
          public HostBatch drawn(int number, int draw) {
            return real.drawn(number, draw);
          }

          @Override
          public HostBatch items(int[] numbers) {
            return real.items(numbers);
          }
        };
    return with(subject, changed, subject.state());
  }

  private static Subject with(
      Subject s, BatchVariants variants, java.util.function.Supplier<Map<String, NDArray>> state) {
    return new Subject(
        s.description(),
        s.step(),
        s.config(),
        s.dataset(),
        s.sampler(),
        s.batches(),
        s.pack(),
        s.model(),
        s.optimizer(),
        s.losses(),
        s.schedule(),
        s.accumulation(),
        variants,
        s.startRank(),
        s.fresh(),
        state);
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
      return report(kind, session, 0).findings().stream()
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

  private static DiagnosisReport report(CheckKind kind, TrainingSession session, long step) {
    return report(kind, session.subject("a test", step), () -> false);
  }

  private static DiagnosisReport report(
      CheckKind kind, Subject subject, BooleanSupplier cancelled) {
    return Diagnosis.of(kind).make(subject, List.of(), (f, doing) -> {}, cancelled, Instant.EPOCH);
  }

  private static double number(Finding finding, String what) {
    return finding.evidence().stream()
        .filter(evidence -> evidence.what().equals(what))
        .mapToDouble(evidence -> Double.parseDouble(evidence.observed()))
        .findFirst()
        .orElseThrow();
  }
}
