package reidstudio.diagnostic.data;

import java.util.ArrayList;
import java.util.List;

/** A part of a list that is the same each time. */
final class EvenSample {
  private EvenSample() {}

  /** At most {@code most} elements, evenly spread over {@code all}. */
  static <T> List<T> of(List<T> all, int most) {
    if (all.size() <= most) {
      return all;
    }
    List<T> sample = new ArrayList<>(most);
    for (int i = 0; i < most; i++) {
      sample.add(all.get((int) ((long) i * all.size() / most)));
    }
    return sample;
  }
}
