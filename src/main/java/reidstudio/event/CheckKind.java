package reidstudio.event;

import java.util.Locale;

/** A group of checks, or an experiment, that a user can ask for. */
public enum CheckKind {
  /** Why does the cross-entropy not fall? */
  CE,
  /** Why does SDM find no pairs? */
  SAMPLING,
  /** Are the norms of features as they should be? */
  NORM,
  /** Everything that can be looked at in seconds, as one list of causes. */
  ALL,
  /** Can the model learn one batch by heart? */
  MEMORISE,
  /** Which learning rates does the loss fall with? */
  RATE_RANGE,
  /** Do pictures of one label look more alike than pictures of different labels? */
  LABEL_AGREEMENT,
  /** Does augmentation leave the signal alone? */
  AUGMENTATION,
  /** Does the model say the same in training and in evaluation mode? */
  TRAIN_EVAL,
  /** Is a difference between two runs luck? */
  SECOND_SEED;

  /** The word used on the command line and in file names. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it trains a copy or takes longer than a check. */
  public boolean isExperiment() {
    return compareTo(ALL) > 0;
  }
}
