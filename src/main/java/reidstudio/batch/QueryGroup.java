package reidstudio.batch;

import java.util.Set;
import reidstudio.data.Modality;

/**
 * Items of one identity that are fused to one query.
 *
 * @param modalities that the items show
 * @param rows of the items in the batch, at least two
 */
public record QueryGroup(Set<Modality> modalities, int[] rows) {}
