package reidstudio.diagnostic.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import reidstudio.batch.HostBatch;
import reidstudio.data.Item;
import reidstudio.data.Modality;
import reidstudio.diagnostic.Subject;
import reidstudio.event.Change;
import reidstudio.event.Evidence;
import reidstudio.event.Finding;
import reidstudio.event.Severity;
import reidstudio.sampler.People;
import reidstudio.sampler.SamplerException;

class AnchorDroppedTest {
  private static final List<Item> ITEMS = People.alike(24, "vvvnnccsstt");

  /** What the check says of batches in which {@code dropped} items are not. */
  private static Finding judge(Predicate<Item> dropped, String rate) throws SamplerException {
    Subject[] known = new Subject[1];
    String[] settings = {
      "sampler.identities", "8", "sampler.instances", "4", "data.modalityDropout", rate
    };
    known[0] = SamplingSubject.of(ITEMS, number -> batch(known[0], number, dropped), settings);
    return new AnchorDropped(known[0]).run();
  }

  private static HostBatch batch(Subject subject, int number, Predicate<Item> dropped) {
    List<Item> there = new ArrayList<>();
    List<Item> masked = new ArrayList<>();
    for (int at : subject.sampler().sampler().epoch(0).get(number)) {
      (dropped.test(ITEMS.get(at)) ? masked : there).add(ITEMS.get(at));
    }
    return Rows.of(there, masked);
  }

  private static boolean isVisible(Item item) {
    return item.modality() == Modality.VIS;
  }

  private static String observed(Finding finding, String what) {
    return finding.evidence().stream()
        .filter(evidence -> evidence.what().equals(what))
        .map(Evidence::observed)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void batchesAsPlannedAreInOrder() throws SamplerException {
    Finding finding = judge(item -> false, "0");
    assertThat(finding.severity()).isEqualTo(Severity.OK);
    assertThat(finding.title()).startsWith("Every visible item");
    assertThat(finding.evidence()).noneMatch(Evidence::isAbnormal);
  }

  @Test
  void dropoutOfOtherItemsAloneIsNoFault() throws SamplerException {
    Finding finding = judge(item -> !isVisible(item) && item.label() % 2 == 0, "0.5");
    assertThat(finding.severity()).isEqualTo(Severity.OK);
    assertThat(finding.title()).startsWith("Modality dropout leaves");
    assertThat(observed(finding, "share of other items that were left out")).isNotEqualTo("0");
    // whatever is left out, of the rows that are left none lost its anchor
    assertThat(observed(finding, "share of rows that have no visible positive")).isEqualTo("0");
  }

  @Test
  void aVisibleItemThatIsDroppedIsFoundWithTheShareThatThisMakes() throws SamplerException {
    SplittableRandom random = new SplittableRandom(3);
    Finding finding = judge(item -> random.nextDouble() < 0.15, "0.15");
    assertThat(finding.id()).isEqualTo("sampling.anchor-dropped");
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.change()).contains(new Change("data.modalityDropout", "0"));
    double rate = Double.parseDouble(observed(finding, "share of visible items that were dropped"));
    assertThat(rate).isBetween(0.05, 0.3);
    double share =
        Double.parseDouble(observed(finding, "share of rows that have no visible positive"));
    assertThat(share).isBetween(0.02, 0.25);
    assertThat(finding.evidence())
        .anySatisfy(
            evidence ->
                assertThat(evidence.expected())
                    .startsWith("as planned 0, from such dropout alone 0.1"));
  }

  /** Most rows keep another visible one: the plan tells, not the share of rows without. */
  @Test
  void aSingleOneIsEnough() throws SamplerException {
    boolean[] done = new boolean[1];
    Finding finding =
        judge(
            item -> {
              boolean first = isVisible(item) && !done[0];
              done[0] |= first;
              return first;
            },
            "0");
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.change()).isEmpty();
  }
}
