package reidstudio.sampler;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Batches of P distinct identities with K items each.
 *
 * <p>An epoch makes {@code max(1, floor(mean items per identity / K))} passes over the identities,
 * so that it is as long as the data allow without repeats; one pass, as older samplers make it,
 * would show a small part of each person, and one pass too many would be filled with whatever
 * modality has most items. A pass has floor(identities / P) batches. The identities that are left
 * over rotate: they are consecutive on a ring, and each pass starts where the last one's ended, so
 * no identity is left out of two passes in a row.
 */
final class PkPlan implements EpochPlan {
  private final List<IdentityIndex.Identity> identities;
  private final int perBatch;
  private final int instances;
  private final long seed;
  private final int passes;
  private final int[] ring;

  /**
   * @param perBatch P, at most the number of identities
   * @param instances K
   */
  PkPlan(List<IdentityIndex.Identity> identities, int perBatch, int instances, long seed) {
    this.identities = List.copyOf(identities);
    this.perBatch = perBatch;
    this.instances = instances;
    this.seed = seed;
    double items = identities.stream().mapToInt(IdentityIndex.Identity::size).sum();
    this.passes = (int) Math.max(1, Math.floor(items / identities.size() / instances));
    this.ring = new int[identities.size()];
    for (int i = 0; i < ring.length; i++) {
      ring[i] = i;
    }
    EpochRandom.shuffle(ring, new SplittableRandom(seed));
  }

  @Override
  public int size() {
    return passes * (identities.size() / perBatch);
  }

  @Override
  public List<int[]> epoch(int epoch) {
    SplittableRandom random = EpochRandom.of(seed, epoch);
    List<int[]> order = new ArrayList<>();
    int[] hands = new int[identities.size()];
    for (int pass = 0; pass < passes; pass++) {
      int[] included = included((long) epoch * passes + pass);
      EpochRandom.shuffle(included, random);
      for (int identity : included) {
        hands[identity]++;
      }
      order.add(included);
    }
    return deal(order, hands, random);
  }

  /** All identities but the leftover ones of a pass. */
  private int[] included(long pass) {
    int leftOver = ring.length % perBatch;
    int start = (int) Math.floorMod(pass * leftOver, (long) ring.length);
    int[] included = new int[ring.length - leftOver];
    for (int i = 0; i < included.length; i++) {
      included[i] = ring[(start + leftOver + i) % ring.length];
    }
    return included;
  }

  private List<int[]> deal(List<int[]> order, int[] hands, SplittableRandom random) {
    Hands[] dealers = new Hands[identities.size()];
    for (int i = 0; i < dealers.length; i++) {
      dealers[i] = new Hands(identities.get(i), instances, hands[i], random.split());
    }
    List<int[]> batches = new ArrayList<>(size());
    for (int[] pass : order) {
      for (int first = 0; first < pass.length; first += perBatch) {
        int[] batch = new int[perBatch * instances];
        for (int i = 0; i < perBatch; i++) {
          dealers[pass[first + i]].deal(batch, i * instances);
        }
        batches.add(batch);
      }
    }
    return batches;
  }
}
