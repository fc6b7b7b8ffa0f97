package reidstudio.tensor;

import ai.djl.ndarray.NDArray;
import java.util.Objects;

/**
 * A trainable array of a model.
 *
 * @param name unique dotted name, as in a weight file
 * @param value the array; owned by the model's manager
 * @param role which learning rate it follows
 */
public record Parameter(String name, NDArray value, Role role) {
  /** Groups of parameters with a learning rate of their own. */
  public enum Role {
    /** Embeddings, transformers, projections. */
    ENCODER,
    /** Low-rank adapters of the modalities. */
    ADAPTER,
    /** What fuses the items of a query. */
    FUSION,
    /** Batch-norm neck and classifier. */
    HEAD
  }

  public Parameter {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(role, "role");
  }

  /** Matrices are decayed, vectors (biases, gains) are not. */
  public boolean decays() {
    return value.getShape().dimension() > 1;
  }
}
