package reidstudio.diagnostic.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import reidstudio.batch.DeviceBatch;
import reidstudio.batch.HostBatch;
import reidstudio.diagnostic.Subject;
import reidstudio.model.Features;

/**
 * The real model as it is now, in the mode of the loss: batch statistics in the neck, which are not
 * committed. Batches of the run are measured once and remembered.
 */
public final class FrozenModel {
  private final Subject subject;
  private final Map<Integer, Snapshot> known = new HashMap<>();

  /** Looks at the model of {@code subject}. */
  public FrozenModel(Subject subject) {
    this.subject = subject;
  }

  /** What the model makes of batch {@code number} of the run's epoch. */
  public Snapshot snapshot(int number) {
    Snapshot snapshot = known.get(number);
    if (snapshot == null) {
      snapshot = of(subject.batches().batch(number));
      known.put(number, snapshot);
    }
    return snapshot;
  }

  /** What the model makes of {@code batch}. */
  public Snapshot of(HostBatch batch) {
    try (NDManager scope = subject.pack().manager().newSubManager()) {
      Features features = subject.model().train(new DeviceBatch(scope).of(batch));
      Optional<NDArray> expected = subject.model().expectedNorm(scope);
      return new Snapshot(
          batch,
          RowArrays.of(features.items_NxD()),
          RowArrays.of(features.neck_RxD()),
          RowArrays.of(features.logits_RxC()),
          expected.isPresent()
              ? OptionalDouble.of(expected.get().getFloat())
              : OptionalDouble.empty());
    }
  }
}
