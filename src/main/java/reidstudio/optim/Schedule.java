package reidstudio.optim;

import reidstudio.config.ScheduleConfig;
import reidstudio.config.SchedulePace;

/** How far below its peak every learning rate is. */
public sealed interface Schedule permits WarmupCosine, EpochSchedule {
  /** The factor of the peak learning rate at {@code step}, counted from 1. */
  double factor(long step);

  /** Steps of the run. */
  long totalSteps();

  /** The schedule of a run. */
  static Schedule of(ScheduleConfig config, int epochs, int stepsPerEpoch) {
    boolean bySteps = config.pace() == SchedulePace.STEP;
    long total = bySteps ? (long) epochs * stepsPerEpoch : epochs;
    WarmupCosine curve =
        new WarmupCosine(
            total,
            Math.round(total * config.warmupShare()),
            config.warmupStart(),
            config.finalFactor());
    return bySteps
        ? curve
        : new EpochSchedule(
            curve, stepsPerEpoch, config.pace() == SchedulePace.EPOCH_FROM_ZERO ? 0 : 1);
  }
}
