package reidstudio.diagnostic;

import reidstudio.event.Finding;

/** One question with one answer. */
public interface Check {
  /** What is being looked at, for a progress line. */
  String doing();

  /** Looks, and says what was found. */
  Finding run();
}
