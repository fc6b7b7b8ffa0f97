package reidstudio.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import reidstudio.tensor.Scalar;

/**
 * Contrastive loss over aligned pairs: row i of the queries belongs to row i of the gallery and to
 * no other (Radford et al., "Learning Transferable Visual Models From Natural Language
 * Supervision", 2021). Rows of the same identity are pushed apart; with several items of an
 * identity in a batch use {@link Sdm}.
 */
public final class Itc {
  private final CosineLogits cosineLogits;

  /**
   * @param temperature of the softmax, positive
   */
  public Itc(double temperature) {
    this.cosineLogits = new CosineLogits(temperature);
  }

  /**
   * Mean of both directions' cross-entropies; 0, still attached to the graph, if there are no rows.
   *
   * @param query N x D
   * @param gallery N x D
   * @return scalar; ln N if all similarities are equal
   * @throws IllegalArgumentException if the shapes differ
   */
  public NDArray of(NDArray query, NDArray gallery) {
    Shape shape = query.getShape();
    if (shape.dimension() != 2 || !shape.equals(gallery.getShape())) {
      throw new IllegalArgumentException(
          "Features of shapes %s and %s are not pairs of rows."
              .formatted(shape, gallery.getShape()));
    }
    if (shape.get(0) == 0) {
      return Zero.of(query).add(Zero.of(gallery));
    }
    NDArray logits = cosineLogits.of(query, gallery);
    return logits
        .logSoftmax(1)
        .add(logits.logSoftmax(0))
        .diagonal()
        .mean()
        .mul(Scalar.of(logits, -0.5));
  }
}
