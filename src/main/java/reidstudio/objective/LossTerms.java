package reidstudio.objective;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import reidstudio.event.MetricKey;
import reidstudio.event.ZeroReason;

/**
 * The losses of one batch.
 *
 * @param total what is minimised, a scalar: the sum of all weighted terms
 * @param terms classification and SDM, which are always measured, then those that are on
 * @param accuracy share of the classified rows with the largest logit at their label, each row
 *     counted as in the classification loss; a scalar
 * @param sdmZero why SDM is exactly 0, when it is
 */
public record LossTerms(
    NDArray total, List<LossTerm> terms, NDArray accuracy, Optional<ZeroReason> sdmZero) {
  public LossTerms {
    terms = List.copyOf(terms);
  }

  /**
   * The term of a value's key.
   *
   * @throws NoSuchElementException if it is off
   */
  public LossTerm term(MetricKey key) {
    return terms.stream()
        .filter(term -> term.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(key + " is off"));
  }
}
