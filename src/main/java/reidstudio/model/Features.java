package reidstudio.model;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/**
 * What the model makes of a batch.
 *
 * @param items_NxD feature of each item before the neck; what retrieval and SDM compare
 * @param fused_GxD feature of each group of items, absent if the batch has no group
 * @param neck_RxD items and fused rows together, after batch normalisation
 * @param logits_RxC class scores of the same rows
 * @param statistics running statistics of the neck to commit once the step is applied
 */
public record Features(
    NDArray items_NxD,
    Optional<NDArray> fused_GxD,
    NDArray neck_RxD,
    NDArray logits_RxC,
    Optional<BnNeck.Statistics> statistics) {}
