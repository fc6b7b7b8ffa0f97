package reidstudio.objective;

import ai.djl.ndarray.NDArray;
import reidstudio.loss.CrossEntropyResult;
import reidstudio.loss.SdmResult;

/**
 * The losses of one batch.
 *
 * @param total what is minimised, a scalar
 * @param crossEntropy before its weight
 * @param sdm before its weight, mean over the kinds of query that found a pair
 * @param sdmWeight the factor that SDM was really multiplied with
 * @param chance SDM of this batch if all similarities were equal
 * @param floor smallest SDM of this batch
 * @param singles statistics of the block of single, unfused items and why its loss is zero
 */
public record LossTerms(
    NDArray total,
    CrossEntropyResult crossEntropy,
    NDArray sdm,
    double sdmWeight,
    double chance,
    double floor,
    SdmResult singles) {}
