package reidstudio.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reidstudio.event.CheckKind;
import reidstudio.event.DiagnosisReport;
import reidstudio.event.MetricKey;
import reidstudio.event.RunState;
import reidstudio.event.Severity;
import reidstudio.event.TrainingEvent;
import reidstudio.event.ZeroReason;

class RunTraceTest {
  private final RunTrace trace = new RunTrace("r", Optional.empty(), Optional.empty());

  @Test
  void aMetricThatWasNeverMeasuredIsEmptyUntilItIs() {
    Series early = trace.series(MetricKey.CE_LOSS);
    assertThat(trace.keys()).isEmpty();
    trace.apply(Samples.step("r", 1, 4.0));
    assertThat(trace.series(MetricKey.CE_LOSS)).isSameAs(early);
    assertThat(early.value(0)).isEqualTo(4.0);
    assertThat(trace.keys()).containsExactly(MetricKey.CE_LOSS);
  }

  @Test
  void epochsAreCountedInFractionsOnceTheirLengthIsKnown() {
    trace.apply(Samples.started("r"));
    for (int step = 1; step <= 10; step++) {
      trace.apply(Samples.step("r", step, 1));
    }
    Series ce = trace.series(MetricKey.CE_LOSS);
    assertThat(ce.x(XAxis.EPOCH, 0)).isEqualTo(1.0 / 7);
    assertThat(ce.x(XAxis.EPOCH, 6)).isEqualTo(1.0);
    assertThat(ce.x(XAxis.EPOCH, 9)).isEqualTo(1 + 3.0 / 7);
    assertThat(trace.zeroReasons()).containsExactly(entry(ZeroReason.NO_POSITIVE_PAIR, 2L));
    assertThat(trace.lastStep().orElseThrow().step()).isEqualTo(10);
  }

  @Test
  void statesRememberTheStepAfterWhichTheyBegan() {
    trace.apply(Samples.started("r"));
    trace.apply(Samples.state("r", RunState.RUNNING, ""));
    trace.apply(Samples.step("r", 1, 1));
    trace.apply(Samples.state("r", RunState.FAILED, "Out of memory"));
    assertThat(trace.state()).contains(RunState.FAILED);
    assertThat(trace.stateReason()).isEqualTo("Out of memory");
    assertThat(trace.stateChanges()).hasSize(2);
    assertThat(trace.stateChanges().get(1).x(XAxis.EPOCH)).isEqualTo(1.0 / 7);
    assertThat(trace.stateChanges().get(1).step()).isEqualTo(1);
    assertThat(trace.log())
        .containsExactly(new LogEntry(Samples.AT + 5, Severity.ERROR, "Out of memory", 1));
  }

  @Test
  void theLogKeepsTheNewestLines() {
    for (int i = 0; i < 10_003; i++) {
      trace.apply(Samples.log("r", "line " + i));
    }
    List<LogEntry> log = trace.log();
    assertThat(log).hasSize(10_000);
    assertThat(log.get(0).text()).isEqualTo("line 3");
    assertThat(log.get(9_999).text()).isEqualTo("line 10002");
    assertThat(trace.logDropped()).isEqualTo(3);
  }

  @Test
  void stepsThatGoBackAreLeftOutAndTold() {
    trace.apply(Samples.step("r", 5, 1));
    trace.apply(Samples.step("r", 4, 2));
    trace.apply(Samples.step("r", 4, 2));
    assertThat(trace.series(MetricKey.CE_LOSS).size()).isEqualTo(1);
    assertThat(trace.stepsOutOfOrder()).isEqualTo(2);
    assertThat(trace.log()).hasSize(1);
  }

  @Test
  void aDiagnosisRunsUntilItEnds() {
    trace.apply(
        new TrainingEvent.DiagnosisProgressed("r", 1, CheckKind.CE, 0.5, "Overfitting a batch"));
    assertThat(trace.diagnosis().orElseThrow().fraction()).isEqualTo(0.5);
    DiagnosisReport first = Samples.report(CheckKind.CE, Severity.ERROR);
    trace.apply(new TrainingEvent.DiagnosisFinished("r", 2, first));
    assertThat(trace.diagnosis()).isEmpty();
    DiagnosisReport second = Samples.report(CheckKind.SAMPLING, Severity.OK);
    trace.apply(new TrainingEvent.DiagnosisFinished("r", 3, second));
    assertThat(trace.reports()).containsExactly(second, first);
    trace.apply(new TrainingEvent.DiagnosisFailed("r", 4, CheckKind.CE, "No data folder"));
    assertThat(trace.log().get(0).text()).isEqualTo("No data folder");
  }

  @Test
  void aStepThatIsNotFiniteIsRememberedWithItsBatch() {
    TrainingEvent.NonFiniteStep event =
        new TrainingEvent.NonFiniteStep("r", 1, 8, "sdm.loss", List.of("a.jpg", "b.jpg"));
    trace.apply(event);
    assertThat(trace.nonFiniteSteps()).containsExactly(event);
    assertThat(trace.log().get(0).text()).contains("Step 8", "sdm.loss", "a.jpg, b.jpg");
  }

  @Test
  void everyChangeRaisesTheVersion() {
    long before = trace.version();
    trace.apply(Samples.log("r", "x"));
    assertThat(trace.version()).isGreaterThan(before);
  }
}
