package reidstudio.sampler;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import reidstudio.config.SamplerConfig;
import reidstudio.config.SamplerKind;

/**
 * The sampler of a run and why it is this one. {@link SamplerKind#MULTI_MODAL_BALANCED} is kept if
 * its first batch is pairable enough; otherwise, or if it cannot give a batch, {@link
 * SamplerKind#MODAL_AWARE_PK} takes its place. The other kinds are taken as asked for.
 *
 * @param sampler draws the batches
 * @param kind what {@code sampler} is, not what was asked for
 * @param firstBatch how the rows of its first batch match
 * @param sentences for the run's log
 */
public record SamplerChoice(
    BatchSampler sampler, SamplerKind kind, PairingStatistics firstBatch, List<String> sentences) {
  public SamplerChoice {
    sentences = List.copyOf(sentences);
  }

  /** Builds a sampler. */
  interface Factory {
    BatchSampler build() throws SamplerException;
  }

  /**
   * Chooses for a data set.
   *
   * @throws SamplerException if no sampler can give a batch
   */
  public static SamplerChoice of(IdentityIndex index, SamplerConfig config, long seed)
      throws SamplerException {
    int p = config.identities();
    int k = config.instances();
    Factory aware = () -> new ModalAwarePKSampler(index, p, k, seed);
    return switch (config.kind()) {
      case MULTI_MODAL_BALANCED ->
          balanced(
              index,
              () -> new MultiModalBalancedSampler(index, p, k, seed),
              aware,
              config.pairableFloor());
      case MODAL_AWARE_PK -> taken(index, aware.build(), config.kind(), new ArrayList<>());
      case RANDOM ->
          taken(index, new RandomSampler(index, p, k, seed), config.kind(), new ArrayList<>());
    };
  }

  /** The policy proper; the ratio is judged on the identities of the first batch. */
  static SamplerChoice balanced(
      IdentityIndex index, Factory preferred, Factory fallback, double floor)
      throws SamplerException {
    List<String> sentences = new ArrayList<>();
    try {
      BatchSampler sampler = preferred.build();
      PairingStatistics first = index.pairing(sampler.epoch(0).get(0));
      if (first.pairableRatio() >= floor) {
        return taken(index, sampler, SamplerKind.MULTI_MODAL_BALANCED, sentences);
      }
      sentences.add(check(first));
      sentences.add(
          "Pairable ratio %s is below %s, falling back to ModalAwarePKSampler."
              .formatted(percent(first.pairableRatio()), percent(floor)));
    } catch (SamplerException e) {
      sentences.add(
          "MultiModalBalancedSampler is not possible, falling back to ModalAwarePKSampler: "
              + e.getMessage());
    }
    return taken(index, fallback.build(), SamplerKind.MODAL_AWARE_PK, sentences);
  }

  private static SamplerChoice taken(
      IdentityIndex index, BatchSampler sampler, SamplerKind kind, List<String> sentences) {
    PairingStatistics first = index.pairing(sampler.epoch(0).get(0));
    sentences.add(check(first));
    sentences.add(
        "Data set: %d of %d identities pairable (%s); %d batches of %d an epoch."
            .formatted(
                index.pairable().size(),
                index.identities().size(),
                percent(index.pairableRatio()),
                sampler.size(),
                sampler.batchSize()));
    long few = index.identities().stream().filter(own -> own.size() < sampler.instances()).count();
    if (few > 0 && kind != SamplerKind.RANDOM) {
      sentences.add(
          "%d identities have fewer than %d items, a batch shows some of theirs twice."
              .formatted(few, sampler.instances()));
    }
    return new SamplerChoice(sampler, kind, first, sentences);
  }

  private static String check(PairingStatistics batch) {
    return "Sampler check: %d identities, pairable %s"
        .formatted(batch.identities(), percent(batch.pairableRatio()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
