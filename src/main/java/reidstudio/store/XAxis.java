package reidstudio.store;

/** What a series is drawn over. */
public enum XAxis {
  /** Optimizer steps, counted from 1. */
  STEP,
  /** Passes over the data that were finished, with fractions: 0.5 is the middle of the first. */
  EPOCH,
  /** Training time since the start of the run, pauses left out. */
  SECONDS
}
