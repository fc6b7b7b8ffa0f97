package reidstudio.data.audit;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Pictures with the same bytes.
 *
 * @param files how many there are
 * @param betweenPeople whether they are said to show different people of one split; the two splits
 *     may number the same person differently
 * @param betweenSplits whether some are trained on and some tested with
 * @param pictures the first of them by name
 */
public record CopyGroup(
    int files, boolean betweenPeople, boolean betweenSplits, List<AuditedPicture> pictures) {
  /**
   * Pictures of a group that are kept by name; a folder may hold one picture ten thousand times.
   */
  static final int NAMED = 50;

  public CopyGroup {
    pictures = List.copyOf(pictures);
  }

  static CopyGroup of(List<AuditedPicture> group) {
    boolean people =
        group.stream()
            .collect(Collectors.partitioningBy(AuditedPicture::isTraining))
            .values()
            .stream()
            .anyMatch(part -> part.stream().map(AuditedPicture::identity).distinct().count() > 1);
    boolean splits = group.stream().map(AuditedPicture::isTraining).distinct().count() > 1;
    List<AuditedPicture> named =
        group.stream().sorted(Comparator.comparing(AuditedPicture::name)).limit(NAMED).toList();
    return new CopyGroup(group.size(), people, splits, named);
  }

  /** Whether all are of one person in one split: waste, but no fault. */
  public boolean isHarmless() {
    return !betweenPeople && !betweenSplits;
  }

  /** The names that are kept. */
  public List<String> names() {
    return pictures.stream().map(AuditedPicture::name).toList();
  }
}
