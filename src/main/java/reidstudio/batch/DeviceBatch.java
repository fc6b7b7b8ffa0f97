package reidstudio.batch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reidstudio.data.Modality;
import reidstudio.model.ModelInput;
import reidstudio.model.ModelInput.Padded;

/** Copies a {@link HostBatch} to the device; the arrays belong to the given manager. */
public final class DeviceBatch {
  private static final long CHANNELS = 3;

  private final NDManager manager;

  /** Arrays will be owned by {@code manager} and live on its device. */
  public DeviceBatch(NDManager manager) {
    this.manager = manager;
  }

  /** The model's input for {@code batch}. */
  public ModelInput of(HostBatch batch) {
    Map<Modality, NDArray> pixels = new EnumMap<>(Modality.class);
    long size = CHANNELS * batch.height() * batch.width();
    batch
        .pixels()
        .forEach(
            (modality, values) ->
                pixels.put(
                    modality,
                    manager.create(
                        values,
                        new Shape(values.length / size, CHANNELS, batch.height(), batch.width()))));
    List<int[]> groups = batch.queries().fused().stream().map(QueryGroup::rows).toList();
    return new ModelInput(pixels, padded(batch.captions()), padded(groups));
  }

  private Optional<Padded> padded(List<int[]> rows) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    int longest = rows.stream().mapToInt(row -> row.length).max().orElseThrow();
    long[] values = new long[rows.size() * longest];
    float[] present = new float[values.length];
    for (int r = 0; r < rows.size(); r++) {
      int[] row = rows.get(r);
      for (int i = 0; i < row.length; i++) {
        values[r * longest + i] = row[i];
        present[r * longest + i] = 1;
      }
    }
    Shape shape = new Shape(rows.size(), longest);
    return Optional.of(new Padded(manager.create(values, shape), manager.create(present, shape)));
  }
}
