package reidstudio.loss;

import ai.djl.ndarray.NDArray;

/** How far the model's match distribution of a row is from the uniform one over its positives. */
sealed interface SdmDivergence permits TargetCrossEntropy, ModelDivergence {

  /** Factor of each of the two directions in the loss. */
  double directionWeight();

  /** Value of a row of {@code width} equal similarities. */
  double chance(int positives, int width);

  /** Smallest value of a row. */
  double floor(int positives);

  /**
   * Both directions' means over valid rows, weighted and added.
   *
   * @param logProbability 2 x N x M, the log-softmax over the gallery and the one over the queries
   * @return scalar
   */
  NDArray of(NDArray logProbability, MatchBlock block);
}
