package reidstudio.loss;

import java.util.Optional;
import reidstudio.event.ZeroReason;

/**
 * What labels alone say about a block.
 *
 * @param rows counts and expected values
 * @param zero why the block's loss would be exactly 0 and teach nothing, when it would
 */
public record SdmCensus(RowStatistics rows, Optional<ZeroReason> zero) {}
