package reidstudio.store.log;

/** Where in a run a line belongs. */
sealed interface Place {
  /**
   * A batch.
   *
   * @param epoch counted from 1
   * @param index batches of the epoch up to this one, counted from 1
   * @param announced batches that the epoch is said to have; 0 where nothing is said
   * @param sight how the line came to be
   */
  record Batch(int epoch, int index, int announced, Sight sight) implements Place {}

  /**
   * A step of the whole run.
   *
   * @param step counted from 1
   * @param epoch counted from 1; 0 where nothing is said
   */
  record Overall(long step, int epoch) implements Place {}

  /** Before the first batch of an epoch, or in it: what is set for all of it. */
  record EpochStart(int epoch) implements Place {}

  /** After the last batch of an epoch. */
  record EpochEnd(int epoch) implements Place {}

  /** With the step that was told of last. */
  record Here() implements Place {}

  /** With the step that is told of next, if it is not this batch that was told of last. */
  record Coming(int batch) implements Place {}

  /** How a line about a batch came to be. */
  enum Sight {
    /** A progress bar, drawn anew for each batch. */
    BAR,
    /** Printed every so many batches. */
    INTERVAL,
    /** Printed beside a bar; may reach the file late. */
    ASIDE
  }
}
