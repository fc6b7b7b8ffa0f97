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

/**
 * Brings a {@link HostBatch} to the device; the arrays belong to the given manager. On the CPU
 * their pixels are the batch's own memory, so they may be read as long as the batch may.
 */
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
            (modality, block) ->
                pixels.put(
                    modality,
                    block.on(
                        manager,
                        new Shape(
                            block.length() / size, CHANNELS, batch.height(), batch.width()))));
    List<int[]> groups = batch.queries().fused().stream().map(QueryGroup::rows).toList();
    return new ModelInput(pixels, padded(batch.captions()), padded(groups), batch.dropoutSeed());
  }

  private Optional<Padded> padded(List<int[]> rows) {
    return rows.isEmpty() ? Optional.empty() : Optional.of(Padded.of(manager, rows));
  }
}
