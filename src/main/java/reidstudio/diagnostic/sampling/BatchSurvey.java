package reidstudio.diagnostic.sampling;

import java.util.ArrayList;
import java.util.List;
import reidstudio.sampler.BatchSampler;
import reidstudio.sampler.IdentityIndex;
import reidstudio.sampler.PairingStatistics;

/** Runs a sampler alone, without any model, and counts what its batches hold. */
final class BatchSurvey {
  /**
   * Means over the batches that were looked at.
   *
   * @param batches how many
   * @param pairable mean pairable ratio
   * @param worstPairable smallest of them
   * @param validRows mean share of non-visible rows with a visible positive
   * @param validGalleryRows mean share of visible rows with a non-visible positive
   * @param meanValidRows mean number of valid non-visible rows
   * @param meanRows mean number of non-visible rows
   * @param batchesWithoutPair batches in which SDM would be exactly 0
   */
  record Summary(
      int batches,
      double pairable,
      double worstPairable,
      double validRows,
      double validGalleryRows,
      double meanValidRows,
      double meanRows,
      int batchesWithoutPair) {}

  private final IdentityIndex index;

  BatchSurvey(IdentityIndex index) {
    this.index = index;
  }

  /** Looks at up to {@code most} batches, taking further epochs if one is too short. */
  Summary of(BatchSampler sampler, int most) {
    List<PairingStatistics> seen = new ArrayList<>();
    for (int epoch = 0; seen.size() < most; epoch++) {
      for (int[] batch : sampler.epoch(epoch)) {
        if (seen.size() < most) {
          seen.add(index.pairing(batch));
        }
      }
    }
    return new Summary(
        seen.size(),
        mean(seen, PairingStatistics::pairableRatio),
        seen.stream().mapToDouble(PairingStatistics::pairableRatio).min().orElse(0),
        mean(seen, s -> s.coverage()),
        mean(seen, s -> share(s.validGalleryRows(), s.galleryPositives().size())),
        mean(seen, PairingStatistics::validQueryRows),
        mean(seen, s -> s.queryPositives().size()),
        (int) seen.stream().filter(s -> s.validQueryRows() == 0).count());
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : part / (double) whole;
  }

  private static double mean(
      List<PairingStatistics> seen, java.util.function.ToDoubleFunction<PairingStatistics> of) {
    return seen.stream().mapToDouble(of).average().orElse(0);
  }
}
