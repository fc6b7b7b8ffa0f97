package reidstudio.data;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/**
 * Dense label and raw identity of every training identity. Built once from the training identities
 * alone and saved with the run, so that a label means the same person for good.
 *
 * @param identities raw identities, the folder names, in ascending order; the index is the label
 */
public record LabelMap(List<String> identities) {
  public LabelMap {
    identities = List.copyOf(identities);
    for (int i = 1; i < identities.size(); i++) {
      if (identities.get(i - 1).compareTo(identities.get(i)) >= 0) {
        throw new IllegalArgumentException(
            "identities must ascend without repeats, but '%s' is followed by '%s'"
                .formatted(identities.get(i - 1), identities.get(i)));
      }
    }
  }

  /** Labels for {@code identities}, in any order and with repeats. */
  public static LabelMap of(Collection<String> identities) {
    return new LabelMap(identities.stream().distinct().sorted().toList());
  }

  /** Number of classes C. */
  public int size() {
    return identities.size();
  }

  /** Raw identity of a label 0 to C-1. */
  public String identity(int label) {
    return identities.get(label);
  }

  /** Label of a raw identity; empty for anyone who is not trained on. */
  public OptionalInt label(String identity) {
    int at = Collections.binarySearch(identities, identity);
    return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
  }
}
