package reidstudio.model;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import java.util.Optional;
import reidstudio.data.Modality;

/**
 * A batch as the model takes it. Rows are ordered by modality, captions last.
 *
 * @param pixels [n, 3, H, W] by image modality, in the order of {@link Modality}; absent if n is 0
 * @param text captions; absent if the batch has none
 * @param groups which rows to fuse; absent if there are none
 */
public record ModelInput(
    Map<Modality, NDArray> pixels, Optional<Padded> text, Optional<Padded> groups) {
  /**
   * Rows of different length.
   *
   * @param values_BxT int64
   * @param present_BxT float32, 1 where a value counts and 0 where it pads
   */
  public record Padded(NDArray values_BxT, NDArray present_BxT) {}
}
