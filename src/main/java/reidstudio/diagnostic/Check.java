package reidstudio.diagnostic;

import reidstudio.event.Finding;

/** One question with one answer, found in a moment and so in one go. */
public interface Check extends Experiment {
  /** Looks, and says what was found. */
  Finding run();

  @Override
  default Finding run(Course course) {
    return run();
  }
}
