package reidstudio.diagnostic.features;

import reidstudio.data.Modality;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/**
 * How far do the modalities lie apart? Numbers without a verdict: a gap is what training closes,
 * and how wide it may be at a step nobody knows.
 */
final class ModalityGap implements Check {
  private final BatchFeatures features;

  ModalityGap(BatchFeatures features) {
    this.features = features;
  }

  @Override
  public String doing() {
    return "how far the modalities lie apart";
  }

  @Override
  public Finding run() {
    UnitRows visible = features.of(Modality.VIS);
    FindingBuilder finding = new FindingBuilder("features.modality-gap");
    for (Modality modality : Modality.values()) {
      UnitRows rows = features.of(modality);
      if (rows.size() > 1) {
        finding.saw("spread within " + modality.word(), rows.spread(), "");
        if (modality != Modality.VIS && visible.size() > 0) {
          finding.saw(
              "cosine of the centres of " + modality.word() + " and vis",
              UnitRows.cosine(rows.mean(), visible.mean()),
              "near 1 once they are aligned");
        }
      }
    }
    return finding.found(
        Severity.INFO,
        "How far the modalities lie apart, for comparison with later steps.",
        "Nothing is to be done: training brings the centres together.");
  }
}
