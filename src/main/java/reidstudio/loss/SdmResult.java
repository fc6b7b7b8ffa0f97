package reidstudio.loss;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import reidstudio.event.ZeroReason;

/**
 * What SDM says about a block.
 *
 * @param loss scalar on the device, attached to the graph of both inputs
 * @param rows counts and expected values, known without the device
 * @param zero why the loss is exactly 0 and teaches nothing, when it is
 */
public record SdmResult(NDArray loss, RowStatistics rows, Optional<ZeroReason> zero) {}
