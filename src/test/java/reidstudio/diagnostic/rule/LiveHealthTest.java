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
import reidstudio.event.Severity;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent;
import reidstudio.event.TrainingEvent.HealthChanged;
import reidstudio.event.TrainingEvent.RunProfiled;
import reidstudio.event.TrainingEvent.RunResumed;
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
