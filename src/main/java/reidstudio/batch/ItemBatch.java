package reidstudio.batch;

/**
 * Items that were read for retrieval.
 *
 * @param batch with a row for each of them
 * @param items number of the item in each row
 */
public record ItemBatch(HostBatch batch, int[] items) {}
