package reidstudio.tensor;

import java.util.Optional;

/** Where parameters start if not at random. */
@FunctionalInterface
public interface StartValues {
  /** Nowhere else: all of them at random. */
  StartValues RANDOM = (name, shape) -> Optional.empty();

  /**
   * The values that parameter {@code name} starts with, row by row; empty if it starts at random.
   *
   * @throws IllegalArgumentException if there are values for it and they do not fit {@code shape}
   */
  Optional<float[]> of(String name, long[] shape);
}
