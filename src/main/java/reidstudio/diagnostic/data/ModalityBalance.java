package reidstudio.diagnostic.data;

import java.util.Comparator;
import java.util.Map;
import java.util.Map.Entry;
import reidstudio.config.SamplerKind;
import reidstudio.data.Modality;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Certainty;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/** Is a modality so rare beside another that it is hardly learnt? */
final class ModalityBalance implements Check {
  /** The factor from which class imbalance is told by SageMaker Debugger's rule. */
  private static final double IMBALANCE = 10;

  private final Subject subject;

  ModalityBalance(Subject subject) {
    this.subject = subject;
  }

  @Override
  public String doing() {
    return "balance of the modalities";
  }

  @Override
  public Finding run() {
    Map<Modality, Integer> counts = subject.dataset().trainCounts();
    FindingBuilder finding = new FindingBuilder(Fault.IMBALANCE);
    counts.forEach((modality, count) -> finding.saw("items of " + modality.word(), count, ""));
    Comparator<Entry<Modality, Integer>> byCount = Entry.comparingByValue();
    var present = counts.entrySet().stream().filter(entry -> entry.getValue() > 0).toList();
    if (present.size() < 2) {
      return finding.found(
          Severity.INFO, "There are not two modalities to compare.", "See the sampling diagnosis.");
    }
    var most = present.stream().max(byCount).orElseThrow();
    var least = present.stream().min(byCount).orElseThrow();
    double ratio = most.getValue() / (double) least.getValue();
    finding
        .saw("the most frequent over the rarest", ratio, "below 10")
        .abnormalIf(ratio >= IMBALANCE);
    if (ratio < IMBALANCE) {
      return finding.ok("No modality is rare beside another.");
    }
    SamplerKind kind = subject.config().sampler().kind();
    if (kind == SamplerKind.RANDOM || kind == SamplerKind.RANDOM_IDENTITY) {
      finding.tryChange("sampler.kind", "multi-modal-balanced");
    }
    return finding
        .certainty(Certainty.LIKELY)
        .found(
            Severity.WARNING,
            least.getKey().word()
                + " is "
                + FindingBuilder.number(ratio)
                + " times rarer than "
                + most.getKey().word()
                + " and will be learnt last.",
            "Add items of the rare modality; a balanced sampler.kind evens out visible against"
                + " other items only.");
  }
}
