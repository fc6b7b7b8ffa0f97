package reidstudio.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import reidstudio.config.ScheduleConfig;
import reidstudio.config.SchedulePace;

class UpdateBudgetTest {
  /** Factors of the epochs: 0.5, 1, 0.75, 0.25, by hand from half a cosine over three epochs. */
  private static final Schedule SCHEDULE =
      Schedule.of(new ScheduleConfig(SchedulePace.EPOCH_FROM_ZERO, 0.25, 0.5, 0), 4, 5);

  @Test
  void updatesAndRatesByHand() {
    UpdateBudget budget = UpdateBudget.of(SCHEDULE, new Accumulation(5, 2), 1e-3, 512, 0.8);
    // 3 updates in each of 4 epochs
    assertThat(budget.updates()).isEqualTo(12);
    assertThat(budget.rateSum()).isCloseTo(3 * 2.5e-3, within(1e-12));
    assertThat(budget.reach()).isCloseTo(512 * 0.8 * 7.5e-3, within(1e-9));
  }

  @Test
  void whatIsSpentByAStepCountsTheUpdatesUpToIt() {
    // after 7 steps of 5 an epoch, in twos and the fifth alone: 3 updates at a half, 1 at the whole
    UpdateBudget made = UpdateBudget.upTo(7, SCHEDULE, new Accumulation(5, 2), 1e-3, 512, 0.8);
    assertThat(made.updates()).isEqualTo(4);
    assertThat(made.rateSum()).isCloseTo(2.5e-3, within(1e-12));
    assertThat(UpdateBudget.upTo(6, SCHEDULE, new Accumulation(5, 2), 1e-3, 512, 0.8).updates())
        .isEqualTo(3);
    assertThat(UpdateBudget.upTo(99, SCHEDULE, new Accumulation(5, 2), 1e-3, 512, 0.8))
        .isEqualTo(UpdateBudget.of(SCHEDULE, new Accumulation(5, 2), 1e-3, 512, 0.8));
  }

  @Test
  void withoutAccumulationEveryStepIsAnUpdate() {
    UpdateBudget budget = UpdateBudget.of(SCHEDULE, new Accumulation(5, 1), 1e-2, 512, 0.8);
    assertThat(budget.updates()).isEqualTo(20);
    assertThat(budget.reach()).isCloseTo(512 * 0.8 * 0.125, within(1e-9));
  }

  @Test
  void ratesAreThoseOfTheStepsThatUpdate() {
    Schedule rising = Schedule.of(new ScheduleConfig(SchedulePace.STEP, 1, 0, 0), 1, 4);
    // a quarter, half, three quarters, whole; the second and the last step update
    assertThat(UpdateBudget.of(rising, new Accumulation(4, 2), 1, 1, 1).rateSum())
        .isCloseTo(1.5, within(1e-12));
  }
}
