package reidstudio.tensor;

import ai.djl.ndarray.NDArray;
import java.util.Objects;

/**
 * An array of a model that training moves, or would move if it were not frozen.
 *
 * @param name unique dotted name, as in a weight file
 * @param value the array; owned by the model's manager
 * @param role which learning rate it follows
 * @param origin where its first values came from
 */
public record Parameter(String name, NDArray value, Role role, Origin origin) {
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

  /** Where first values come from. */
  public enum Origin {
    /** Drawn from the seed, or a constant. */
    RANDOM,
    /** Read from a file of pretrained weights. */
    PRETRAINED
  }

  public Parameter {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(origin, "origin");
  }

  /** Matrices are decayed, vectors (biases, gains) are not. */
  public boolean decays() {
    return value.getShape().dimension() > 1;
  }

  /** Whether it asks for a gradient; if not, it stays as it is. */
  public boolean isTrained() {
    return value.hasGradient();
  }
}
