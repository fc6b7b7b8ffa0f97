package reidstudio.config;

/** When the learning rate changes, and how warm-up is counted. */
public enum SchedulePace {
  /** With every step; the peak is reached with the last step of the warm-up. */
  STEP,
  /** With every epoch; the peak is reached in the last epoch of the warm-up. */
  EPOCH,
  /**
   * With every epoch, counted from 0 as IRRA and ReID5o do: the first epoch has the start factor
   * itself, the first one after the warm-up has the peak.
   */
  EPOCH_FROM_ZERO
}
