package reidstudio.batch;

import java.util.Set;
import reidstudio.data.Modality;

/**
 * Queries of a batch that are matched together, as one block against the visible items.
 *
 * @param modalities that they show
 * @param rows among the rows that are classified: numbers below the batch's items are items, those
 *     above are fused groups; never both in one kind
 */
public record QueryKind(Set<Modality> modalities, int[] rows) {}
