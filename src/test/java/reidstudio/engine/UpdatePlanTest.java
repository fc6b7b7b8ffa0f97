package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import reidstudio.config.RunConfig;
import reidstudio.event.Severity;
import reidstudio.optim.Accumulation;
import reidstudio.optim.Schedule;

class UpdatePlanTest {
  /** One epoch of the failure on record: 160 batches, 4 to an update, head rate 3e-5. */
  @Test
  void aHeadThatCannotLearnInItsUpdatesIsSeenBeforeTheFirstStep() {
    UpdatePlan plan =
        plan(1, 160, "optimizer.accumulation", "4", "optimizer.head.learningRate", "3e-5");
    assertThat(plan.severity()).isEqualTo(Severity.WARNING);
    assertThat(plan.sentence())
        .startsWith("40 optimizer updates are planned")
        .contains("cannot leave ln C")
        .contains("Multiply optimizer.head.learningRate or the number of updates by");
  }

  @Test
  void aBudgetThatIsEnoughIsOnlyTold() {
    UpdatePlan plan = plan(24, 48);
    assertThat(plan.severity()).isEqualTo(Severity.INFO);
    assertThat(plan.sentence()).startsWith("1,152 optimizer updates").contains("enough");
  }

  @Test
  void aShortNeckShortensTheReach() {
    assertThat(plan(1, 200, "optimizer.head.learningRate", "0.03").severity())
        .isEqualTo(Severity.INFO);
    assertThat(
            plan(1, 200, "model.neck.scale", "1", "optimizer.head.learningRate", "0.03").severity())
        .isEqualTo(Severity.WARNING);
  }

  @Test
  void withoutCrossEntropyThereIsNothingToWarnOf() {
    UpdatePlan plan = plan(1, 10, "loss.ceWeight", "0", "optimizer.head.learningRate", "1e-6");
    assertThat(plan.severity()).isEqualTo(Severity.INFO);
  }

  private static UpdatePlan plan(int epochs, int stepsPerEpoch, String... settings) {
    RunConfig config = SmallRun.tiny(settings);
    return UpdatePlan.of(
        config,
        Schedule.of(config.optimizer().schedule(), epochs, stepsPerEpoch),
        new Accumulation(stepsPerEpoch, config.optimizer().accumulation()));
  }
}
