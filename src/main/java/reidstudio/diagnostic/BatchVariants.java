package reidstudio.diagnostic;

import reidstudio.batch.HostBatch;

/**
 * The items of a batch of the run's sampler, with other pictures of them than training gets. Rows
 * of all variants of a batch are in the same order, and modality dropout leaves out none. Prepared
 * on the calling thread.
 */
public interface BatchVariants {
  /** Batch {@code number}, counted from 0, without augmentation. */
  HostBatch plain(int number);

  /**
   * As {@link #plain(int)}, of so many whole identities that there are no more than {@code most}
   * rows; at least two identities, if the batch has them.
   */
  HostBatch plain(int number, int most);

  /** Batch {@code number}, augmented at random; each {@code draw} is another picture. */
  HostBatch drawn(int number, int draw);

  /** Items of the training set by their numbers, at least two, without augmentation. */
  HostBatch items(int[] numbers);
}
