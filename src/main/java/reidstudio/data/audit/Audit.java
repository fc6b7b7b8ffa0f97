package reidstudio.data.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import reidstudio.data.Dataset;
import reidstudio.data.ProgressListener;

/**
 * What was found out about a data set.
 *
 * @param splits counts of each part
 * @param pairableIdentities training people with a visible and a non-visible item
 * @param sharedIdentities people of both splits who are left in the test; those whom reading took
 *     out are in the data set's report
 * @param copies pictures with the same bytes
 * @param captions that repeat each other
 */
public record Audit(
    List<SplitCounts> splits,
    int pairableIdentities,
    List<String> sharedIdentities,
    Copies copies,
    CaptionRepeats captions) {
  public Audit {
    splits = List.copyOf(splits);
    sharedIdentities = List.copyOf(sharedIdentities);
  }

  /**
   * Looks at all of {@code dataset}; reads files that may be copies.
   *
   * @throws java.util.concurrent.CancellationException if the listener asks for it
   */
  public static Audit of(Dataset dataset, ProgressListener progress) {
    Set<String> tested = dataset.test().identities();
    List<String> shared = new ArrayList<>(dataset.labels().identities());
    shared.retainAll(tested);
    return new Audit(
        SplitCounts.of(dataset),
        dataset.pairableIdentities(),
        shared,
        new CopySearch(progress).of(dataset),
        CaptionRepeats.of(dataset));
  }

  /** Whether nothing speaks against training and testing. */
  public boolean isSound() {
    return sharedIdentities.isEmpty() && copies.betweenPeople() + copies.betweenSplits() == 0;
  }
}
