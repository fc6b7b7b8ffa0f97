package reidstudio.faultbench;

import reidstudio.event.CheckKind;

/**
 * What is asked of a run.
 *
 * @param kind of question
 * @param early whether it is asked in the first steps and not before the last one
 */
record Question(CheckKind kind, boolean early) {
  private static final long EARLY = 5;

  /** A full diagnosis of a trained model. */
  static final Question ALL = new Question(CheckKind.ALL, false);

  /** A full diagnosis looks at a trained model, an experiment at one that is about to be. */
  static Question of(CheckKind kind) {
    return new Question(kind, kind.isExperiment());
  }

  /** The step after which it is asked. */
  long step(long lastStep) {
    return early ? EARLY : lastStep - 1;
  }
}
