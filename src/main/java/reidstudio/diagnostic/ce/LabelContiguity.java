package reidstudio.diagnostic.ce;

import java.util.BitSet;
import reidstudio.data.Item;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/**
 * Does every class have an item? Looked at over the whole data set: a batch never holds them all.
 */
final class LabelContiguity implements Check {
  private final Subject subject;

  LabelContiguity(Subject subject) {
    this.subject = subject;
  }

  @Override
  public String doing() {
    return "labels without gaps";
  }

  @Override
  public Finding run() {
    int classes = (int) subject.model().classifier().getShape().get(0);
    BitSet seen = new BitSet(classes);
    for (Item item : subject.dataset().trainItems()) {
      if (item.label() >= 0) {
        seen.set(item.label());
      }
    }
    int missing = classes - seen.get(0, classes).cardinality();
    FindingBuilder finding =
        new FindingBuilder("ce.label-contiguous")
            .saw("classes with items", seen.cardinality(), Integer.toString(classes))
            .abnormalIf(missing > 0)
            .saw("classes without an item", missing, "0")
            .abnormalIf(missing > 0);
    if (missing > 0) {
      return finding
          .saw("first class without an item", seen.nextClearBit(0), "none")
          .abnormalIf(true)
          .found(
              Severity.ERROR,
              missing + " classes can never be right because no item carries their label.",
              "Renumber the labels 0 to " + (seen.cardinality() - 1) + " and start a new run.");
    }
    return finding.ok("Labels run from 0 to " + (classes - 1) + " without a gap.");
  }
}
