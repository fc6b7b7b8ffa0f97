package reidstudio.objective;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/**
 * What the losses of one batch are made from.
 *
 * @param logits class scores [R, C] of all rows
 * @param rowLabels R classes
 * @param queries features [N, D] of the non-visible items; absent if there are none
 * @param queryLabels N identities
 * @param gallery features [M, D] of the visible items; absent if there are none
 * @param galleryLabels M identities
 * @param fused features [G, D] of fused queries; absent if there are none
 * @param fusedLabels G identities
 */
record LossInput(
    NDArray logits,
    int[] rowLabels,
    Optional<NDArray> queries,
    int[] queryLabels,
    Optional<NDArray> gallery,
    int[] galleryLabels,
    Optional<NDArray> fused,
    int[] fusedLabels) {}
