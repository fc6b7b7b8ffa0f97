package reidstudio.diagnostic.norm;

import java.util.ArrayList;
import java.util.List;
import reidstudio.data.Modality;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.diagnostic.probe.FrozenModel;
import reidstudio.diagnostic.probe.RowNorms;
import reidstudio.diagnostic.probe.Snapshot;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/** Is a feature zero? It has no direction: its cosines mean nothing, and its gradient explodes. */
final class DeadFeatures implements Check {
  private static final double DEAD = 1e-6;

  private final FrozenModel model;

  DeadFeatures(FrozenModel model) {
    this.model = model;
  }

  @Override
  public String doing() {
    return "features that are zero";
  }

  @Override
  public Finding run() {
    Snapshot seen = model.snapshot(0);
    FindingBuilder finding = new FindingBuilder(Fault.DEAD_FEATURES);
    List<String> dead = new ArrayList<>();
    for (Modality modality : Modality.values()) {
      RowNorms norms = RowNorms.of(seen.items(modality));
      if (norms.rows() > 0) {
        finding
            .saw("smallest norm of " + modality.word(), norms.smallest(), "above 1e-6")
            .abnormalIf(!(norms.smallest() >= DEAD));
        if (!(norms.smallest() >= DEAD)) {
          dead.add(modality.word());
        }
      }
    }
    if (!dead.isEmpty()) {
      return finding
          .ruledOut("Not the neck: these norms are measured before it.")
          .found(
              Severity.ERROR,
              "Features of " + String.join(", ", dead) + " are zero or not finite.",
              "Start anew from random weights or the last good checkpoint; if it comes again,"
                  + " lower optimizer.encoder.learningRate.");
    }
    return finding.ok("No feature is zero, in any modality.");
  }
}
