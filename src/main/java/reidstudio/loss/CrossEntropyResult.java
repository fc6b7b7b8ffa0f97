package reidstudio.loss;

import ai.djl.ndarray.NDArray;

/**
 * What the classification loss says about a batch; both stay on the device.
 *
 * @param loss scalar, attached to the graph
 * @param accuracy scalar, share of rows whose largest logit is the label's
 */
public record CrossEntropyResult(NDArray loss, NDArray accuracy) {}
