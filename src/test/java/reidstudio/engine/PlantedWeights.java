package reidstudio.engine;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.function.Predicate;

/** Weights as a fault leaves them. */
final class PlantedWeights {
  private PlantedWeights() {}

  /** Replaces each number x of some parameters by {@code factor * x + shift}. */
  static void affine(TrainingSession session, Predicate<String> names, float factor, float shift) {
    session.model().parameters().stream()
        .filter(p -> names.test(p.name()))
        .forEach(
            p -> {
              float[] values = p.value().toFloatArray();
              for (int i = 0; i < values.length; i++) {
                values[i] = factor * values[i] + shift;
              }
              try (NDArray changed = p.value().getManager().create(values, p.value().getShape())) {
                changed.copyTo(p.value());
              }
            });
  }

  /** Leaves the first {@code kept} rows of a matrix and makes the others zero. */
  static void keepRows(NDArray matrix, int kept) {
    float[] values = matrix.toFloatArray();
    int width = (int) matrix.getShape().get(1);
    Arrays.fill(values, kept * width, values.length, 0);
    try (NDArray cut = matrix.getManager().create(values, matrix.getShape())) {
      cut.copyTo(matrix);
    }
  }
}
