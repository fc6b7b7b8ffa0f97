package reidstudio.diagnostic.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import reidstudio.data.Modality;
import reidstudio.diagnostic.probe.FrozenModel;
import reidstudio.diagnostic.probe.Snapshot;

/** Features of the items of a few batches, before the neck: what retrieval and SDM compare. */
final class BatchFeatures {
  private static final int BATCHES = 4;

  /** More would take the eigenvalues seconds and say nothing new. */
  private static final int MOST_ROWS = 256;

  private final FrozenModel model;

  BatchFeatures(FrozenModel model) {
    this.model = model;
  }

  /** Of all modalities. */
  UnitRows all() {
    return rows(List.of(Modality.values()));
  }

  /** Of one modality. */
  UnitRows of(Modality modality) {
    return rows(List.of(modality));
  }

  private UnitRows rows(List<Modality> modalities) {
    List<float[]> rows = new ArrayList<>();
    for (int number = 0; number < BATCHES; number++) {
      Snapshot snapshot = model.snapshot(number);
      modalities.forEach(modality -> rows.addAll(Arrays.asList(snapshot.items(modality))));
    }
    return UnitRows.of(rows.stream().limit(MOST_ROWS).toArray(float[][]::new));
  }
}
