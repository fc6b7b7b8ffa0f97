package reidstudio.loss;

import ai.djl.ndarray.types.Shape;

/** Refuses rows that do not fit before a native call sees them. */
final class LabelledRows {
  private LabelledRows() {}

  /** One row for each label. */
  static void check(String name, Shape shape, int labels) {
    if (shape.dimension() != 2 || shape.get(0) != labels) {
      throw new IllegalArgumentException(
          "The %s of shape %s do not fit %d labels.".formatted(name, shape, labels));
    }
  }
}
