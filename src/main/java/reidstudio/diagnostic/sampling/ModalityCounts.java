package reidstudio.diagnostic.sampling;

import java.util.Map;
import reidstudio.data.Modality;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/** Are there visible items, and items of at least one other modality? */
final class ModalityCounts implements Check {
  private final Subject subject;

  ModalityCounts(Subject subject) {
    this.subject = subject;
  }

  @Override
  public String doing() {
    return "items of each modality";
  }

  @Override
  public Finding run() {
    Map<Modality, Integer> counts = subject.dataset().trainCounts();
    PairsNeeded pairs = PairsNeeded.of(subject.config());
    FindingBuilder finding = new FindingBuilder("sampling.modality-missing");
    counts.forEach(
        (modality, count) ->
            finding
                .saw(modality.word(), count, pairs.byLoss() ? "above 0" : "")
                .abnormalIf(pairs.byLoss() && count == 0));
    int visible = counts.getOrDefault(Modality.VIS, 0);
    int others = counts.values().stream().mapToInt(Integer::intValue).sum() - visible;
    if ((visible == 0 || others == 0) && !pairs.byLoss()) {
      return pairs.notMissed(finding);
    }
    if (visible == 0 || others == 0) {
      return finding.found(
          Severity.ERROR,
          visible == 0 ? "There is no visible item." : "There are visible items only.",
          "SDM compares visible with other items: add the missing folders to the data set.");
    }
    long absent = counts.values().stream().filter(count -> count == 0).count();
    if (absent > 0) {
      return finding.found(
          Severity.INFO,
          absent + " modalities have no item and will not be learnt.",
          "Add them to the data set if you want to search with them.");
    }
    return finding.ok("All five modalities have items.");
  }
}
