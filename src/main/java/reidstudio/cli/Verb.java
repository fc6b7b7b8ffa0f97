package reidstudio.cli;

import java.util.List;
import reidstudio.config.Problem;

/** One thing that the program does when asked on the command line. */
interface Verb {
  /**
   * Does it.
   *
   * @throws VerbFailure with a sentence and an exit code
   * @throws reidstudio.config.ConfigException if options or configuration are wrong
   * @throws java.io.IOException with one sentence for the user
   * @throws java.util.concurrent.CancellationException after an interruption
   */
  Outcome run(Interruption interruption) throws Exception;

  /**
   * What is wrong with the values of the options that were understood: asked when others were not,
   * so that a user sees all mistakes at once.
   */
  default List<Problem> problems() {
    return List.of();
  }
}
