package reidstudio.event;

/** How bad a finding is. */
public enum Severity {
  /** Checked and found in order. */
  OK,
  /** Worth knowing, nothing to repair. */
  INFO,
  /** Could not be looked at; nobody knows. */
  UNCHECKED,
  /** Slows or weakens the training. */
  WARNING,
  /** Keeps the model from learning. */
  ERROR
}
