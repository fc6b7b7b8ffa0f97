package reidstudio.diagnostic.sampling;

import java.util.Arrays;
import java.util.List;
import reidstudio.data.Item;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/**
 * Are the visible items that the sampler planned in the batches that the model gets? Dropout that
 * takes them, too, leaves rows without a positive that no other sampler brings back: with two
 * visible items of an identity and a rate of 0.15 every 44th, with one every 7th. The plan is asked
 * of the sampler and the batch of the loader, so that neither can speak for the other.
 */
final class AnchorDropped implements Check {
  private static final int BATCHES = 8;

  private final Subject subject;

  AnchorDropped(Subject subject) {
    this.subject = subject;
  }

  @Override
  public String doing() {
    return "visible items of " + BATCHES + " batches against their plans";
  }

  @Override
  public Finding run() {
    PlannedRows seen = count();
    FindingBuilder finding = new FindingBuilder(Fault.ANCHOR_DROPPED);
    boolean dropped = seen.visibleDropped() > 0;
    finding
        .saw(
            "visible items in the batches",
            seen.visibleThere(),
            seen.visible() + " that the sampler planned")
        .abnormalIf(dropped)
        .saw("visible items that cannot be read", seen.visibleUnread(), "0")
        .abnormalIf(seen.visibleUnread() > 0)
        .saw("share of visible items that were dropped", seen.dropRate(), "0")
        .abnormalIf(dropped)
        .saw(
            "share of rows that have no visible positive",
            seen.withoutPositive(),
            "as planned "
                + FindingBuilder.number(seen.withoutPositive(0))
                + ", from such dropout alone "
                + FindingBuilder.number(seen.withoutPositive(seen.dropRate())))
        .abnormalIf(dropped)
        .saw(
            "share of other items that were left out",
            seen.othersLeftOut(),
            "near " + FindingBuilder.number(subject.config().data().modalityDropout()));
    return dropped ? found(finding) : sound(finding);
  }

  private PlannedRows count() {
    List<Item> items = subject.dataset().trainItems();
    int epoch = (int) (subject.step() / subject.sampler().sampler().size());
    List<int[]> plans = subject.sampler().sampler().epoch(epoch);
    PlannedRows rows = new PlannedRows();
    for (int number = 0; number < Math.min(BATCHES, plans.size()); number++) {
      rows.add(
          Arrays.stream(plans.get(number)).mapToObj(items::get).toList(),
          subject.batches().batch(number));
    }
    return rows;
  }

  private Finding found(FindingBuilder finding) {
    if (subject.config().data().modalityDropout() > 0) {
      finding.tryChange("data.modalityDropout", 0);
    }
    return finding
        .ruledOut("Not the sampler: it planned these items.")
        .ruledOut("Not the files: those that cannot be read were counted apart.")
        .found(
            Severity.ERROR,
            "Visible items that the sampler planned are dropped on the way into the batch.",
            "Let modality dropout leave out non-visible items only: the visible one is what all"
                + " others of its identity are matched with.");
  }

  private Finding sound(FindingBuilder finding) {
    return finding.ok(
        subject.config().data().modalityDropout() > 0
            ? "Modality dropout leaves every visible item in its batch."
            : "Every visible item that the sampler planned is in its batch.");
  }
}
