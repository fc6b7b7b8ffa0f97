package reidstudio.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reidstudio.config.ScheduleConfig;
import reidstudio.config.SchedulePace;

/** Published schedules, epoch by epoch. */
class ScheduleTest {
  private static final int STEPS_PER_EPOCH = 7;

  @ParameterizedTest
  @CsvSource({
    "1, 0.1",
    "2, 0.28",
    "3, 0.46",
    "4, 0.64",
    "5, 0.82",
    "6, 1",
    "20, 0.848469",
    "33, 0.514278",
    "60, 0.000815"
  })
  void reid5oAndIrraCountEpochsFromZero(int epoch, double factor) {
    assertEpoch(new ScheduleConfig(SchedulePace.EPOCH_FROM_ZERO, 5 / 60.0, 0.1, 0), epoch, factor);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.208", "2, 0.406", "3, 0.604", "4, 0.802", "5, 1", "60, 0.01"})
  void prcvReachesThePeakInTheLastEpochOfTheWarmUp(int epoch, double factor) {
    assertEpoch(new ScheduleConfig(SchedulePace.EPOCH, 5 / 60.0, 0.01, 0.01), epoch, factor);
  }

  private static void assertEpoch(ScheduleConfig config, int epoch, double factor) {
    Schedule schedule = Schedule.of(config, 60, STEPS_PER_EPOCH);
    for (int step = (epoch - 1) * STEPS_PER_EPOCH + 1; step <= epoch * STEPS_PER_EPOCH; step++) {
      assertThat(schedule.factor(step)).as("step %d", step).isCloseTo(factor, within(5e-7));
    }
  }

  @ParameterizedTest
  @CsvSource({"STEP", "EPOCH", "EPOCH_FROM_ZERO"})
  void stepsOfTheRunAreEpochsTimesBatches(SchedulePace pace) {
    assertThat(Schedule.of(new ScheduleConfig(pace, 0.1, 0, 0), 60, 7).totalSteps()).isEqualTo(420);
  }

  @Test
  void byStepsEveryStepHasAFactorOfItsOwn() {
    Schedule schedule = Schedule.of(new ScheduleConfig(SchedulePace.STEP, 0.25, 0, 0), 10, 4);
    assertThat(schedule.factor(1)).isCloseTo(0.1, within(1e-12));
    assertThat(schedule.factor(10)).isCloseTo(1, within(1e-12));
    assertThat(schedule.factor(25)).isCloseTo(0.5, within(1e-12));
    assertThat(schedule.factor(40)).isCloseTo(0, within(1e-12));
  }
}
