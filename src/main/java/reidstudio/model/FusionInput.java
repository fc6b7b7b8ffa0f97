package reidstudio.model;

import ai.djl.ndarray.NDArray;
import java.util.List;
import reidstudio.model.ModelInput.Padded;

/**
 * The items of a batch as fusion takes them.
 *
 * @param features [N, D] of all items
 * @param encoded what the encoders made of them: pictures, then captions; either may be missing
 * @param captionLengths tokens of each caption, without padding
 */
record FusionInput(NDArray features, List<Encoded> encoded, List<Integer> captionLengths) {
  static FusionInput of(NDArray features, List<Encoded> encoded, ModelInput input) {
    return new FusionInput(
        features,
        encoded,
        input.text().map(Padded::rows).orElse(List.of()).stream().map(row -> row.length).toList());
  }
}
