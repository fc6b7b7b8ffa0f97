package reidstudio.data.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import reidstudio.data.Dataset;

/**
 * What was found out about a data set.
 *
 * @param splits counts of each part
 * @param pairableIdentities training people with a visible and a non-visible item
 * @param sharedIdentities people of both splits who are left in the test; those whom reading took
 *     out are in the data set's report
 * @param copies pictures with the same bytes
 * @param captions that repeat each other
 * @param labels how identities become labels
 */
public record Audit(
    List<SplitCounts> splits,
    int pairableIdentities,
    List<String> sharedIdentities,
    Copies copies,
    CaptionRepeats captions,
    LabelAudit labels) {
  public Audit {
    splits = List.copyOf(splits);
    sharedIdentities = List.copyOf(sharedIdentities);
  }

  /** What can be told without reading a picture: no copies are known. */
  static Audit of(Dataset dataset) {
    Set<String> tested = dataset.test().identities();
    List<String> shared = new ArrayList<>(dataset.labels().identities());
    shared.retainAll(tested);
    return new Audit(
        SplitCounts.of(dataset),
        dataset.pairableIdentities(),
        shared,
        Copies.none(),
        CaptionRepeats.of(dataset),
        LabelAudit.of(dataset.labels()));
  }

  Audit with(Copies found) {
    return new Audit(splits, pairableIdentities, sharedIdentities, found, captions, labels);
  }

  /** Whether nothing speaks against training and testing. */
  public boolean isSound() {
    return sharedIdentities.isEmpty() && copies.areHarmless();
  }
}
