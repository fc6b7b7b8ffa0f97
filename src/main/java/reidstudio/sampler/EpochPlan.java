package reidstudio.sampler;

import java.util.List;

/** The batches of every epoch, whoever asks for them. */
interface EpochPlan {
  /** Exactly {@link #size()} batches of item positions, the same for the same epoch. */
  List<int[]> epoch(int epoch);

  /** Batches in every epoch. */
  int size();
}
