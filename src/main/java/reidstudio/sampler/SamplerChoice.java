package reidstudio.sampler;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import reidstudio.config.SamplerConfig;
import reidstudio.config.SamplerKind;

/**
 * The sampler of a run and why it is this one. {@link SamplerKind#MULTI_MODAL_BALANCED} may have to
 * give way, see {@link PairableFallback}; the other kinds are taken as asked for.
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

  /**
   * Chooses for a data set.
   *
   * @throws SamplerException if no sampler can give a batch
   */
  public static SamplerChoice of(IdentityIndex index, SamplerConfig config, long seed)
      throws SamplerException {
    if (config.kind() == SamplerKind.MULTI_MODAL_BALANCED) {
      return new PairableFallback(index, config.pairableFloor())
          .choose(
              () -> build(SamplerKind.MULTI_MODAL_BALANCED, index, config, seed),
              () -> build(SamplerKind.MODAL_AWARE_PK, index, config, seed));
    }
    return taken(
        index, build(config.kind(), index, config, seed), config.kind(), new ArrayList<>());
  }

  private static BatchSampler build(
      SamplerKind kind, IdentityIndex index, SamplerConfig config, long seed)
      throws SamplerException {
    int p = config.identities();
    int k = config.instances();
    return switch (kind) {
      case MULTI_MODAL_BALANCED -> new MultiModalBalancedSampler(index, p, k, seed);
      case MODAL_AWARE_PK -> new ModalAwarePKSampler(index, p, k, seed);
      case STRICT_MODAL_PAIRS ->
          new StrictModalPairsSampler(index, p, k, config.reuseIdentities(), seed);
      case RANDOM_IDENTITY -> new RandomIdentitySampler(index, p, k, seed);
      case RANDOM -> new RandomSampler(index, p, k, seed);
    };
  }

  /** The choice of {@code sampler}, with what there is to say of it behind {@code sentences}. */
  static SamplerChoice taken(
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
    if (kind == SamplerKind.STRICT_MODAL_PAIRS) {
      sentences.addAll(strict(index, sampler.instances()));
    } else if (kind != SamplerKind.RANDOM) {
      sentences.addAll(few(index, sampler.instances()));
    }
    return new SamplerChoice(sampler, kind, first, sentences);
  }

  private static List<String> few(IdentityIndex index, int instances) {
    long few = index.identities().stream().filter(own -> own.size() < instances).count();
    return few == 0
        ? List.of()
        : List.of(
            "%d identities have fewer than %d items, a batch shows some of theirs twice."
                .formatted(few, instances));
  }

  private static List<String> strict(IdentityIndex index, int instances) {
    int visible = StrictModalPairsSampler.visible(instances);
    int others = instances - visible;
    int left = index.identities().size() - index.pairable().size();
    long few =
        index.pairable().stream()
            .filter(own -> own.visible().length < visible || own.nonVisible().length < others)
            .count();
    List<String> sentences = new ArrayList<>();
    if (left > 0) {
      sentences.add("%d identities lack a side of the pair and are never drawn.".formatted(left));
    }
    if (few > 0) {
      sentences.add(
          ("%d identities have fewer than %d visible or %d other items, a batch shows some of"
                  + " theirs twice.")
              .formatted(few, visible, others));
    }
    return sentences;
  }

  /** What a first batch is like. */
  static String check(PairingStatistics batch) {
    return "Sampler check: %d identities, pairable %s"
        .formatted(batch.identities(), percent(batch.pairableRatio()));
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
