package reidstudio.sampler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Which P distinct identities share each batch of an epoch, where an identity can give so many
 * hands of items and no more.
 *
 * <p>An epoch has as many batches as can be filled at all: the largest B with sum of min(hands, B)
 * at least P B. Hands that are too many are left out at random, of identities with several first;
 * where even single ones are too many, those left out rotate, so that nobody is left out of two
 * epochs in a row. Identities are drawn with a chance in proportion to the hands that they have
 * left, and one that needs every batch that is left is in the next: so the plan always comes out
 * even, and ends.
 */
final class IdentityDraw {
  private final int[] hands;
  private final int perBatch;
  private final int[] ring;
  private int size;
  private long spare;

  /**
   * @param hands of each identity, at least 1; of at least P identities
   * @param perBatch P
   */
  IdentityDraw(int[] hands, int perBatch, long seed) {
    this.hands = hands.clone();
    this.perBatch = perBatch;
    this.ring = IntStream.range(0, hands.length).toArray();
    EpochRandom.shuffle(ring, new SplittableRandom(seed));
    while (spare + gain(size) >= 0) {
      spare += gain(size);
      size++;
    }
  }

  /** By how much another batch changes the hands to spare: those that it can use, less P. */
  private long gain(int batches) {
    return Arrays.stream(hands).filter(own -> own > batches).count() - perBatch;
  }

  int size() {
    return size;
  }

  /** P numbers of identities for each batch. */
  List<int[]> epoch(int epoch, SplittableRandom random) {
    int[] left = quotas(epoch, random);
    List<int[]> batches = new ArrayList<>(size);
    ExponentialRace race = new ExponentialRace(perBatch);
    for (int batchesLeft = size; batchesLeft > 0; batchesLeft--) {
      int[] drawn = race.run(left, batchesLeft, random);
      for (int identity : drawn) {
        left[identity]--;
      }
      batches.add(drawn);
    }
    return batches;
  }

  /** In how many batches of an epoch each identity is; P times {@link #size()} together. */
  private int[] quotas(int epoch, SplittableRandom random) {
    int[] quotas = Arrays.stream(hands).map(own -> Math.min(own, size)).toArray();
    int[] further =
        IntStream.range(0, quotas.length)
            .flatMap(identity -> IntStream.range(1, quotas[identity]).map(hand -> identity))
            .toArray();
    EpochRandom.shuffle(further, random);
    int fewer = (int) Math.min(spare, further.length);
    for (int i = 0; i < fewer; i++) {
      quotas[further[i]]--;
    }
    int leftOut = (int) (spare - fewer);
    for (int i = 0; i < leftOut; i++) {
      quotas[ring[(int) Math.floorMod((long) epoch * leftOut + i, (long) ring.length)]]--;
    }
    return quotas;
  }
}
