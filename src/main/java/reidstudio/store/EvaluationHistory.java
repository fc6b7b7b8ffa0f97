package reidstudio.store;

import java.util.List;
import java.util.Optional;
import reidstudio.event.Evaluation;
import reidstudio.event.TrainingEvent.Evaluated;
import reidstudio.event.TrainingEvent.EvaluationEnded;
import reidstudio.event.TrainingEvent.EvaluationProgressed;

/**
 * How well a run finds people it was not trained with, and whether that is being looked at.
 *
 * <p>Thread: filled by one; read by any.
 */
public final class EvaluationHistory {
  private final NewestList<Evaluation> evaluations = new NewestList<>(Integer.MAX_VALUE);
  private final NewestList<EvaluationPause> pauses = new NewestList<>(Integer.MAX_VALUE);
  private volatile Optional<EvaluationProgressed> running = Optional.empty();
  private volatile Optional<EvaluationEnded> lastEnd = Optional.empty();

  EvaluationHistory() {}

  /** All evaluations, oldest first; the same state of the model may be among them twice. */
  public List<Evaluation> all() {
    return evaluations.items();
  }

  /** When training stood still for them, oldest first. */
  public List<EvaluationPause> pauses() {
    return pauses.items();
  }

  /** How far the one is that is being made. */
  public Optional<EvaluationProgressed> running() {
    return running;
  }

  /** How the last one ended that was told of in this process. */
  public Optional<EvaluationEnded> lastEnd() {
    return lastEnd;
  }

  void add(Evaluated event) {
    evaluations.add(event.evaluation());
  }

  /**
   * Training stood still for the evaluation that was added last.
   *
   * @param sinceMillis when the run did something else last
   */
  void stoodStill(long sinceMillis, long untilMillis, double seconds) {
    List<EvaluationPause> before = pauses.items();
    long from =
        before.isEmpty()
            ? sinceMillis
            : Math.max(sinceMillis, before.get(before.size() - 1).toMillis());
    pauses.add(new EvaluationPause(Math.min(from, untilMillis), untilMillis, seconds));
  }

  void progressed(EvaluationProgressed event) {
    running = Optional.of(event);
  }

  void ended(EvaluationEnded event) {
    running = Optional.empty();
    lastEnd = Optional.of(event);
  }
}
