package reidstudio.sampler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The field's plain shuffle: every item once, whatever its identity and modality, in batches of
 * P*K; the last, shorter one is dropped. A batch has as many identities as chance gives it; its
 * items are sorted by label.
 */
public final class RandomSampler implements BatchSampler {
  private final EpochPlan plan;
  private final int identities;
  private final int instances;

  /** All items in an order of their own for each epoch. */
  private record Shuffle(IdentityIndex index, int batchSize, long seed) implements EpochPlan {
    @Override
    public List<int[]> epoch(int epoch) {
      SplittableRandom random = EpochRandom.of(seed, epoch);
      int[] order = IntStream.range(0, index.size()).toArray();
      EpochRandom.shuffle(order, random);
      List<int[]> batches = new ArrayList<>(size());
      for (int i = 0; i < size(); i++) {
        batches.add(
            Arrays.stream(order, i * batchSize, (i + 1) * batchSize)
                .boxed()
                .sorted(Comparator.comparingInt(index::label))
                .mapToInt(Integer::intValue)
                .toArray());
      }
      return batches;
    }

    @Override
    public int size() {
      return index.size() / batchSize;
    }
  }

  /**
   * @param identities P and
   * @param instances K; only their product counts
   * @throws SamplerException if there are fewer than P*K items
   */
  public RandomSampler(IdentityIndex index, int identities, int instances, long seed)
      throws SamplerException {
    if (index.size() < (long) identities * instances) {
      throw new SamplerException(
          ("There are %d items, a batch needs %d; lower sampler.identities or sampler.instances or"
                  + " add data.")
              .formatted(index.size(), (long) identities * instances));
    }
    this.plan = new KeptEpoch(new Shuffle(index, identities * instances, seed));
    this.identities = identities;
    this.instances = instances;
  }

  @Override
  public List<int[]> epoch(int epoch) {
    return plan.epoch(epoch);
  }

  @Override
  public int size() {
    return plan.size();
  }

  @Override
  public int identities() {
    return identities;
  }

  @Override
  public int instances() {
    return instances;
  }
}
