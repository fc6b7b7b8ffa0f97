package reidstudio.data.audit;

import java.util.Comparator;
import java.util.List;

/**
 * Pictures that are there more than once.
 *
 * @param files that are a copy of an earlier one
 * @param groupCount of pictures that are the same
 * @param betweenPeople groups of copies that are said to show different people
 * @param betweenSplits groups of which some are trained on and some tested with
 * @param groups the first ones, those between splits or people before others
 */
public record Copies(
    int files, int groupCount, int betweenPeople, int betweenSplits, List<CopyGroup> groups) {
  /** Groups that are kept; of more nobody looks at the last. */
  static final int KEPT = 1000;

  public Copies {
    groups = List.copyOf(groups);
  }

  /** None are known. */
  static Copies none() {
    return of(List.of());
  }

  static Copies of(List<CopyGroup> all) {
    return new Copies(
        all.stream().mapToInt(group -> group.files() - 1).sum(),
        all.size(),
        (int) all.stream().filter(CopyGroup::betweenPeople).count(),
        (int) all.stream().filter(CopyGroup::betweenSplits).count(),
        all.stream()
            .sorted(
                Comparator.comparing((CopyGroup group) -> !group.betweenSplits())
                    .thenComparing(group -> !group.betweenPeople())
                    .thenComparing(group -> group.pictures().get(0).name()))
            .limit(KEPT)
            .toList());
  }

  /** Whether all copies are of one person in one split. */
  public boolean areHarmless() {
    return betweenPeople + betweenSplits == 0;
  }
}
