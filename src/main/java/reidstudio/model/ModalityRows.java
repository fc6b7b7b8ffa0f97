package reidstudio.model;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import reidstudio.data.Modality;

/**
 * Pictures of a batch, one modality after the other.
 *
 * @param order of the modalities
 * @param sizes pictures of each, int64 on the CPU
 */
record ModalityRows(List<Modality> order, NDArray sizes) {
  static ModalityRows of(NDManager manager, Map<Modality, NDArray> pixels) {
    long[] sizes = pixels.values().stream().mapToLong(p -> p.getShape().get(0)).toArray();
    // Made where it is read: from a GPU it would come back only after all work before it.
    NDManager host = manager.newSubManager(Device.cpu());
    return new ModalityRows(List.copyOf(pixels.keySet()), host.create(sizes));
  }
}
