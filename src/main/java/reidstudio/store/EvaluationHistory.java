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
  private volatile Optional<EvaluationProgressed> running = Optional.empty();
  private volatile Optional<EvaluationEnded> lastEnd = Optional.empty();

  EvaluationHistory() {}

  /** All evaluations, oldest first; the same state of the model may be among them twice. */
  public List<Evaluation> all() {
    return evaluations.items();
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

  void progressed(EvaluationProgressed event) {
    running = Optional.of(event);
  }

  void ended(EvaluationEnded event) {
    running = Optional.empty();
    lastEnd = Optional.of(event);
  }
}
