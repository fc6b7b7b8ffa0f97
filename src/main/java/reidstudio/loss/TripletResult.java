package reidstudio.loss;

import ai.djl.ndarray.NDArray;

/**
 * What the triplet loss says about a batch.
 *
 * @param loss scalar on the device, attached to the graph
 * @param anchors rows that have a negative; the loss is their mean
 * @param anchorsWithPositive rows that have a positive beside themselves; any other anchor compares
 *     its negative with a distance of 0 and only pushes apart
 */
public record TripletResult(NDArray loss, int anchors, int anchorsWithPositive) {}
