package reidstudio.event;

/** How sure a finding is of its cause. */
public enum Certainty {
  /** It fits what was seen, as other causes do. */
  POSSIBLE,
  /** It fits what was seen and its look-alikes do not, as far as they were tested. */
  LIKELY,
  /** Measured on the thing itself, or it follows from a closed form. */
  PROVEN
}
