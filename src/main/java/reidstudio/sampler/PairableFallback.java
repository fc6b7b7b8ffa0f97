package reidstudio.sampler;

import java.util.ArrayList;
import java.util.List;
import reidstudio.config.SamplerKind;

/**
 * The seed's rule: the balanced sampler stays if at least {@code floor} (80 %) of the identities of
 * its first batch are pairable; below, or where it cannot give a batch, the modality-aware one
 * takes its place. A ratio on the floor stays.
 */
final class PairableFallback {
  /** Builds a sampler. */
  interface Factory {
    BatchSampler build() throws SamplerException;
  }

  private final IdentityIndex index;
  private final double floor;

  /**
   * @param floor share of pairable identities, 0 to 1
   */
  PairableFallback(IdentityIndex index, double floor) {
    this.index = index;
    this.floor = floor;
  }

  /**
   * The sampler that stays.
   *
   * @throws SamplerException if {@code fallback} is needed and cannot give a batch either
   */
  SamplerChoice choose(Factory preferred, Factory fallback) throws SamplerException {
    List<String> sentences = new ArrayList<>();
    try {
      BatchSampler sampler = preferred.build();
      PairingStatistics first = index.pairing(sampler.epoch(0).get(0));
      if (isEnough(first)) {
        return SamplerChoice.taken(index, sampler, SamplerKind.MULTI_MODAL_BALANCED, sentences);
      }
      sentences.add(SamplerChoice.check(first));
      sentences.add(
          "Pairable ratio %s is below %s, falling back to ModalAwarePKSampler."
              .formatted(
                  SamplerChoice.percent(first.pairableRatio()), SamplerChoice.percent(floor)));
    } catch (SamplerException e) {
      sentences.add(
          "MultiModalBalancedSampler is not possible, falling back to ModalAwarePKSampler: "
              + e.getMessage());
    }
    return SamplerChoice.taken(index, fallback.build(), SamplerKind.MODAL_AWARE_PK, sentences);
  }

  /** Whether a first batch keeps its sampler. */
  boolean isEnough(PairingStatistics batch) {
    return batch.pairableRatio() >= floor;
  }
}
