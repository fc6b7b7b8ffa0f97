package reidstudio.diagnostic.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
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
          rows(features.items_NxD()),
          rows(features.neck_RxD()),
          rows(features.logits_RxC()),
          expected.isPresent()
              ? OptionalDouble.of(expected.get().getFloat())
              : OptionalDouble.empty());
    }
  }

  private static float[][] rows(NDArray matrix) {
    int width = Math.toIntExact(matrix.getShape().get(1));
    float[] all = matrix.toFloatArray();
    float[][] rows = new float[Math.toIntExact(matrix.getShape().get(0))][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = Arrays.copyOfRange(all, row * width, (row + 1) * width);
    }
    return rows;
  }
}
