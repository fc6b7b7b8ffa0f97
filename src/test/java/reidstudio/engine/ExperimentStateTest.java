package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reidstudio.batch.BatchSource;
import reidstudio.diagnostic.Diagnosis;
import reidstudio.diagnostic.Subject;
import reidstudio.event.CheckKind;
import reidstudio.event.DiagnosisReport;
import reidstudio.event.Evidence;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.Severity;

/** An experiment leaves a run as it was, however it ends. */
class ExperimentStateTest {
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
              Experiments.ALL.forEach(kind -> Experiments.report(kind, session, losses.size()));
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

  @ParameterizedTest
  @CsvSource({"MEMORISE", "RATE_RANGE", "LABEL_AGREEMENT", "AUGMENTATION", "TRAIN_EVAL"})
  void aCancelledExperimentNeverPassesAndLeavesTheStateAsItWas(CheckKind kind)
      throws InterruptedException {
    try (TrainingSession session = SmallRun.session(data)) {
      Experiments.train(session, 2);
      Map<String, float[]> before = Experiments.state(session);
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
      TrainStepTest.assertSameState(before, Experiments.state(session));
    }
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void afterAnExceptionInsideTheStateIsAsItWas(boolean error) throws InterruptedException {
    try (TrainingSession session = SmallRun.session(data)) {
      Experiments.train(session, 2);
      Map<String, float[]> before = Experiments.state(session);
      int[] asked = {0};
      Subject failing =
          Experiments.varied(
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
            NoClassDefFoundError.class,
            () -> Experiments.report(CheckKind.MEMORISE, failing, () -> false));
      } else {
        DiagnosisReport report = Experiments.report(CheckKind.MEMORISE, failing, () -> false);
        assertThat(report.passed()).isFalse();
        assertThat(report.findings().get(0).severity()).isEqualTo(Severity.UNCHECKED);
      }
      assertThat(asked[0]).isEqualTo(4);
      TrainStepTest.assertSameState(before, Experiments.state(session));
    }
  }

  /** One array of the state is gone when it is to be put back. */
  @Test
  void aStateThatCannotBePutBackIsAnErrorWhateverTheExperimentFound() {
    try (TrainingSession session = SmallRun.session(data)) {
      NDArray lost = session.pack().manager().create(1f);
      Map<String, float[]> before = Experiments.state(session);
      Subject subject =
          Experiments.varied(
              session,
              batch -> {
                lost.close();
                return batch;
              });
      Subject losing =
          Experiments.with(
              subject,
              subject.variants(),
              () -> {
                Map<String, NDArray> all = new LinkedHashMap<>(Map.of("lost", lost));
                all.putAll(session.state());
                return all;
              });
      DiagnosisReport report = Experiments.report(CheckKind.MEMORISE, losing, () -> false);
      Finding finding = report.findings().get(0);
      assertThat(finding.id()).isEqualTo("check.state-not-restored");
      assertThat(finding.severity()).isEqualTo(Severity.ERROR);
      assertThat(finding.evidence().get(0))
          .isEqualTo(
              Evidence.abnormal("arrays that differ", "1", "0 of " + (session.state().size() + 1)));
      TrainStepTest.assertSameState(before, Experiments.state(session));
    }
  }
}
