package reidstudio.data.demo;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** A weighted draw from a short list. */
record Choice<T>(List<T> values, List<Integer> weights) {

  Choice {
    values = List.copyOf(values);
    weights = List.copyOf(weights);
    if (values.isEmpty() || values.size() != weights.size()) {
      throw new IllegalArgumentException(
          "A choice needs one weight per value, but has "
              + values.size()
              + " values and "
              + weights.size()
              + " weights.");
    }
  }

  static <T> Choice<T> evenly(List<T> values) {
    return new Choice<>(values, Collections.nCopies(values.size(), 1));
  }

  T draw(SplittableRandom random) {
    int left = random.nextInt(weights.stream().mapToInt(Integer::intValue).sum());
    for (int i = 0; i < values.size(); i++) {
      left -= weights.get(i);
      if (left < 0) {
        return values.get(i);
      }
    }
    throw new AssertionError("weights sum to more than their sum");
  }
}
