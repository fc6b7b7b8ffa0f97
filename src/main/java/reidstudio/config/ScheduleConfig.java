package reidstudio.config;

/**
 * Linear warm-up and cosine decay of every group's rate.
 *
 * @param pace when the rate changes
 * @param warmupShare share of the run over which the rate rises to its peak
 * @param warmupStart factor of the peak where the rise begins
 * @param finalFactor factor of the peak at the end
 */
public record ScheduleConfig(
    SchedulePace pace,
    @Range(min = 0, max = 1) double warmupShare,
    @Range(min = 0, max = 1) double warmupStart,
    @Range(min = 0, max = 1) double finalFactor) {
  public ScheduleConfig {
    new Checks(ScheduleConfig.class)
        .that(pace != null, "pace", "is missing")
        .range("warmupShare", warmupShare)
        .range("warmupStart", warmupStart)
        .range("finalFactor", finalFactor)
        .done();
  }

  /** A short warm-up by steps, then down to a hundredth. */
  public static ScheduleConfig defaults() {
    return new ScheduleConfig(SchedulePace.STEP, 0.05, 0, 0.01);
  }
}
