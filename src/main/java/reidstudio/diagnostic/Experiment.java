package reidstudio.diagnostic;

import java.util.concurrent.CancellationException;
import reidstudio.event.Finding;

/** One question with one answer, which may take a minute; a {@link Check} takes a moment. */
public interface Experiment {
  /** What is being looked at, for a progress line. */
  String doing();

  /**
   * Looks, and says what was found.
   *
   * @throws CancellationException as soon as {@code course} throws it; the model is then as it was
   */
  Finding run(Course course);
}
