package reidstudio.sampler;

import java.util.List;

/** Plans the batches of an epoch. The same seed and epoch give the same batches. */
public interface BatchSampler {
  /**
   * The batches of one epoch.
   *
   * @param epoch from 0
   * @return {@link #size()} arrays of P*K item indices each, items of one identity side by side
   */
  List<int[]> epoch(int epoch);

  /** Batches in every epoch: exactly as many as {@link #epoch} returns. */
  int size();

  /** P, identities in a batch. */
  int identities();

  /** K, items of each identity. */
  int instances();

  /** P times K. */
  default int batchSize() {
    return identities() * instances();
  }
}
