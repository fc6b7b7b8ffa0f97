package reidstudio.diagnostic.finding;

/** What a fault is about, in the order in which it is worth repairing. */
public enum Topic {
  /** Identity classification does not learn. */
  CE,
  /** Matching finds no pairs. */
  SAMPLING,
  /** Matching finds pairs and does not learn from them. */
  SDM,
  /** Norms of features. */
  NORM,
  /** Pictures, captions and their split. */
  DATA,
  /** Rates, clipping, precision. */
  OPTIMIZER,
  /** What the features can tell apart. */
  FEATURES,
  /** Time and memory. */
  MACHINE
}
