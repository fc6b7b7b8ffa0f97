package reidstudio.batch;

import java.util.List;
import java.util.SplittableRandom;
import reidstudio.data.Modality;

/**
 * Which items of a batch are left out of it at random, so that a model learns to do with fewer
 * modalities: each non-visible one with the same probability, and never a visible one, which is the
 * anchor that all others are matched with. What is left out gets no row, so no part of the model
 * and no loss can take an empty input for a real one.
 */
final class ModalityDropout {
  /** Batch normalisation needs as many. */
  private static final int FEWEST = 2;

  /** Apart from the sequences that pictures and the model draw from the same seed. */
  private static final long SEQUENCE = 0x6D6F_6461_6C69_7479L;

  private final double rate;
  private final Modality anchor;

  /**
   * @param rate probability of a non-visible item to be left out, 0 to 1
   */
  ModalityDropout(double rate) {
    this.rate = rate;
    this.anchor = Modality.VIS;
  }

  /**
   * Decides a batch. The same modalities and seed give the same answer; at least two items stay, or
   * all where there are not so many.
   *
   * @param planned modality of each item
   * @param seed of the batch
   * @return whether each item is left out
   */
  boolean[] mask(List<Modality> planned, long seed) {
    boolean[] masked = new boolean[planned.size()];
    SplittableRandom random = new SplittableRandom(seed ^ SEQUENCE);
    int left = masked.length;
    for (int i = 0; i < masked.length; i++) {
      // drawn for the anchor, too: an item's fate does not hang on what stands before it
      masked[i] = random.nextDouble() < rate && planned.get(i) != anchor;
      left -= masked[i] ? 1 : 0;
    }
    for (int i = 0; i < masked.length && left < FEWEST; i++) {
      left += masked[i] ? 1 : 0;
      masked[i] = false;
    }
    return masked;
  }
}
