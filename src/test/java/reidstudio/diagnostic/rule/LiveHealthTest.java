package reidstudio.diagnostic.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reidstudio.event.Evidence;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.RunProfile;
import reidstudio.event.RunState;
import reidstudio.event.Severity;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent;
import reidstudio.event.TrainingEvent.HealthChanged;
import reidstudio.event.TrainingEvent.RunProfiled;
import reidstudio.event.TrainingEvent.RunResumed;
import reidstudio.event.TrainingEvent.StateChanged;
import reidstudio.event.TrainingEvent.StepCompleted;

class LiveHealthTest {
  private final List<TrainingEvent> told = new ArrayList<>();
  private final LiveHealth health =
      new LiveHealth(told::add, () -> new HealthWatch(() -> List.of(new CountingRule())));

  @Test
  void theRulesAreAskedOnceMoreWhenWhatIsKnownIsToldAgain() {
    step(13);
    assertThat(changes()).isEmpty();
    profile();
    assertThat(changes()).extracting(HealthChanged::step).containsExactly(13L);
    profile();
    assertThat(changes()).hasSize(1);
    step(14);
    profile();
    assertThat(changes()).hasSize(2);
    assertThat(changes().get(1).findings().get(0).evidence().get(0).observed()).isEqualTo("2");
  }

  @Test
  void whatIsKnownBeforeAnyStepTellsNothing() {
    profile();
    assertThat(changes()).isEmpty();
  }

  @Test
  void whoeverKeptWhatWasSaidHearsThatARunThatGoesOnHasAFreshStart() {
    // as after Continue in a new process: nothing was told yet, but the run's folder has findings
    health.publish(new RunResumed("a", 7, 40));
    assertThat(changes()).containsExactly(new HealthChanged("a", 7, 40, List.of()));
    step(50);
    assertThat(changes()).extracting(HealthChanged::step).containsExactly(40L, 50L);
    assertThat(health.findings()).hasSize(1);
    health.publish(new RunResumed("a", 8, 45));
    assertThat(changes()).last().isEqualTo(new HealthChanged("a", 8, 45, List.of()));
    assertThat(health.findings()).isEmpty();
  }

  @Test
  void beforeARunEndsTheLastNumbersAreTold() {
    step(10);
    step(13);
    assertThat(changes()).hasSize(1);
    StateChanged end = new StateChanged("a", 9, RunState.COMPLETED, "");
    health.publish(end);
    assertThat(changes()).extracting(HealthChanged::step).containsExactly(10L, 13L);
    assertThat(told).last().isEqualTo(end);
    health.publish(end);
    assertThat(changes()).hasSize(2);
  }

  /** Every tenth step would never be one of these. */
  @Test
  void stepsThatAreToldFarApartAreAskedAboutToo() {
    for (int i = 0; i < 10; i++) {
      step(101 + 100 * i);
    }
    assertThat(changes()).extracting(HealthChanged::step).containsExactly(1001L);
  }

  @Test
  void aStepThatHangsIsToldOnceAndItsEndAtOnce() {
    LiveHealth real = new LiveHealth(told::add);
    for (int step = 1; step <= 30; step++) {
      real.publish(timed(step, 2 * step));
    }
    real.look("a", 59, 1);
    assertThat(changes()).isEmpty();
    real.look("a", 61, 2);
    real.look("a", 62, 3);
    assertThat(changes()).hasSize(1);
    HealthChanged change = changes().get(0);
    assertThat(change.atMillis()).isEqualTo(2);
    assertThat(change.findings()).extracting(Finding::id).containsExactly("machine.stalled");
    assertThat(change.findings().get(0).evidence().get(0))
        .isEqualTo(Evidence.abnormal("seconds of the step that is under way", "61", "about 2"));
    real.publish(timed(31, 60 + 70));
    assertThat(changes()).hasSize(2);
    assertThat(changes().get(1).findings().get(0).title()).startsWith("A step took more than ten");
  }

  /** Ten times as long as others: of steps of 20 seconds that is more than a minute. */
  @Test
  void slowStepsMayTakeLonger() {
    LiveHealth real = new LiveHealth(told::add);
    for (int step = 1; step <= 30; step++) {
      real.publish(timed(step, 20 * step));
    }
    real.look("a", 199, 1);
    assertThat(changes()).isEmpty();
    real.look("a", 201, 2);
    assertThat(changes()).hasSize(1);
  }

  private static StepCompleted timed(int step, double seconds) {
    return new StepCompleted(
        "a",
        0,
        new StepMetrics(
            step, 1, step, seconds, Map.of(MetricKey.CE_LOSS, 1.0 / step), Optional.empty()));
  }

  private void step(long step) {
    health.publish(
        new StepCompleted(
            "a",
            0,
            new StepMetrics(
                step, 1, (int) step, 0, Map.of(MetricKey.CE_LOSS, 1.0), Optional.empty())));
  }

  private void profile() {
    health.publish(new RunProfiled("a", 0, RunProfile.unknown()));
  }

  private List<HealthChanged> changes() {
    return told.stream()
        .filter(HealthChanged.class::isInstance)
        .map(HealthChanged.class::cast)
        .toList();
  }

  /** Finds something as soon as there is a step. */
  private static final class CountingRule implements Rule {
    private int steps;

    @Override
    public void step(StepMetrics step, RunProfile known) {
      steps++;
    }

    @Override
    public Optional<Finding> finding(RunProfile known) {
      return steps == 0
          ? Optional.empty()
          : Optional.of(
              new Finding(
                  "a.b",
                  Severity.WARNING,
                  "There are steps.",
                  List.of(new Evidence("steps", Integer.toString(steps), "")),
                  ""));
    }
  }
}
