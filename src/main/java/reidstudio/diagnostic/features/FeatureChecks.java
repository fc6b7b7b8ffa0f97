package reidstudio.diagnostic.features;

import java.util.List;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.probe.FrozenModel;

/** The checks in the order input, collapse, modalities, neck. */
public final class FeatureChecks {
  private FeatureChecks() {}

  /** All checks for {@code subject}. */
  public static List<Check> of(Subject subject) {
    FrozenModel model = new FrozenModel(subject);
    BatchFeatures features = new BatchFeatures(model);
    return List.of(
        new InputDependence(model),
        new Collapse(subject, features),
        new RankCollapse(subject, features),
        new ModalityGap(features),
        new TinyBatchNorm(subject));
  }
}
