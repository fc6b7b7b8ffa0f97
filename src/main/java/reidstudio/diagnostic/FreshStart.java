package reidstudio.diagnostic;

import reidstudio.model.ReidModel;

/** Begins a run's configuration anew. */
@FunctionalInterface
public interface FreshStart {
  /**
   * A start.
   *
   * @param model its weights, random where the configuration names no others; owned by this
   * @param batches of all epochs, numbered through from 0
   */
  record Start(ReidModel model, Subject.BatchLookup batches) implements AutoCloseable {
    @Override
    public void close() {
      model.close();
    }
  }

  /**
   * First weights and order of batches as {@code seed} gives them; the caller closes them.
   *
   * @throws IllegalStateException with one sentence if they cannot be built
   */
  Start with(long seed);
}
