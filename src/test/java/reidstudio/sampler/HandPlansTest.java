package reidstudio.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import reidstudio.data.Item;

/** How long the epochs of plain identity batches and of strict pairs are, and what they show. */
class HandPlansTest {
  private static int identityBatches(String[] words, int p, int k) throws SamplerException {
    return new RandomIdentitySampler(IdentityIndex.of(People.of(words)), p, k, 1).size();
  }

  private static StrictModalPairsSampler strict(List<Item> items, int p, int k, boolean reuse)
      throws SamplerException {
    return new StrictModalPairsSampler(IdentityIndex.of(items), p, k, reuse, 1);
  }

  @Test
  void anEpochOfIdentityBatchesTakesEveryWholeHandThatFits() throws SamplerException {
    // 12 people with 14 items: 3 hands of 4 each, 36 hands in batches of 3
    String[] alike = new String[12];
    Arrays.fill(alike, "vvvvnnccsstttt");
    assertThat(identityBatches(alike, 3, 4)).isEqualTo(12);
    // hands 4, 1, 1, 1 in pairs: the first is in each batch, so there are three
    assertThat(identityBatches(new String[] {"vvvvnnnn", "vn", "vn", "vn"}, 2, 2)).isEqualTo(3);
    // hands 4, 2, 1, 1: four batches, nothing left
    assertThat(identityBatches(new String[] {"vvvvnnnn", "vvnn", "vn", "vn"}, 2, 2)).isEqualTo(4);
    // one item each, padded
    assertThat(identityBatches(new String[] {"v", "n", "t", "v", "v"}, 2, 3)).isEqualTo(2);
  }

  @Test
  void identityBatchesDoNotLookAtModality() throws SamplerException {
    // 8 of 10 items are visible: two of a hand are so in 28 of 45 cases, whatever one would wish
    List<Item> items = People.alike(6, "vvvvvvvvnn");
    IdentityIndex index = IdentityIndex.of(items);
    int visible = 0;
    int rows = 0;
    for (long seed = 0; seed < 60; seed++) {
      for (int[] batch : new RandomIdentitySampler(index, 6, 2, seed).epoch(0)) {
        visible += index.pairing(batch).galleryPositives().size();
        rows += batch.length;
      }
    }
    assertThat(rows).isEqualTo(60 * 5 * 12);
    // every epoch shows all ten items of everybody
    assertThat(visible).isEqualTo(rows * 8 / 10);
    long pairs =
        index.pairing(new RandomIdentitySampler(index, 6, 2, 4).epoch(0).get(0)).pairable();
    assertThat(pairs).isLessThan(6);
  }

  @Test
  void withReuseStrictPairsShowEverythingOnceThatHasAPartnerLeft() throws SamplerException {
    // 4 visible and 6 others: two hands of 2 + 2 for everybody, 12 hands in batches of 3
    List<Item> items = People.permuted(People.alike(6, "vvvvnnccss"), 3);
    BatchSampler sampler = strict(items, 3, 4, true);
    assertThat(sampler.size()).isEqualTo(4);
    int[] shown = sampler.epoch(2).stream().flatMapToInt(Arrays::stream).toArray();
    assertThat(shown).hasSize(48).doesNotHaveDuplicates();
    assertThat(strict(items, 3, 4, false).size()).isEqualTo(2);
  }

  @Test
  void anOddKShowsOneMoreOfTheOthers() throws SamplerException {
    List<Item> items = People.alike(4, "vvvvnnnnnn");
    for (int[] batch : strict(items, 2, 5, true).epoch(0)) {
      assertThat(IdentityIndex.of(items).pairing(batch).galleryPositives()).hasSize(2 * 2);
      assertThat(IdentityIndex.of(items).pairing(batch).queryPositives()).hasSize(2 * 3);
    }
  }

  @Test
  void aShortSideRepeatsInTurnAndItsIdentityComesOnce() throws SamplerException {
    List<Item> items = People.of("vnnnnnnnn", "vvvvvvnnnnnn", "vvvvvvnnnnnn");
    BatchSampler sampler = strict(items, 2, 6, true);
    // hands 1, 2, 2: two batches of two
    assertThat(sampler.size()).isEqualTo(2);
    int uses = 0;
    for (int epoch = 0; epoch < 10; epoch++) {
      Map<Integer, Integer> seen = new HashMap<>();
      sampler
          .epoch(epoch)
          .forEach(batch -> Arrays.stream(batch).forEach(at -> seen.merge(at, 1, Integer::sum)));
      assertThat(seen.getOrDefault(0, 0)).isIn(0, 3);
      uses += seen.getOrDefault(0, 0);
      seen.remove(0);
      assertThat(seen.values()).containsOnly(1);
    }
    // P batches x size() is 4 of 5 hands: one of the several is left out, the only one never
    assertThat(uses).isEqualTo(30);
  }

  @Test
  void strictPairsRefuseWithTheNumbers() {
    IdentityIndex index = IdentityIndex.of(People.of("vn", "vt", "v", "n", "ccc", "vs"));
    assertThatThrownBy(() -> new StrictModalPairsSampler(index, 4, 2, true, 3))
        .hasMessage(
            "3 of 6 identities have a visible and a non-visible item, a batch needs 4; lower"
                + " sampler.identities or add data.");
  }

  /** The case in which the reference's strict sampler never ends: 320 identities in threes. */
  @Test
  void oneLeftOverIdentityEndsTheEpoch() throws SamplerException {
    List<Item> items = People.alike(320, "vn");
    assertThat(strict(items, 3, 2, false).epoch(0)).hasSize(106);
    assertThat(strict(items, 3, 2, true).epoch(0)).hasSize(106);
  }

  /** By counting: one batch more could not be filled, and this many can. */
  @Property
  void theLengthIsTheLargestThatHandsAllow(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 9) Integer> hands,
      @ForAll @IntRange(min = 1, max = 6) int p,
      @ForAll long seed,
      @ForAll @IntRange(max = 9) int epoch) {
    Assume.that(hands.size() >= p);
    int[] own = hands.stream().mapToInt(Integer::intValue).toArray();
    IdentityDraw draw = new IdentityDraw(own, p, seed);
    int size = draw.size();
    assertThat(usable(own, size)).isGreaterThanOrEqualTo(p * size);
    assertThat(usable(own, size + 1)).isLessThan(p * (size + 1));
    int[] times = new int[own.length];
    List<int[]> batches = draw.epoch(epoch, new SplittableRandom(seed));
    assertThat(batches).hasSize(size);
    for (int[] batch : batches) {
      assertThat(batch).hasSize(p).doesNotHaveDuplicates();
      Arrays.stream(batch).forEach(identity -> times[identity]++);
    }
    for (int i = 0; i < own.length; i++) {
      assertThat(times[i]).isBetween(p * size >= own.length ? 1 : 0, own[i]);
    }
  }

  private static int usable(int[] hands, int batches) {
    return IntStream.of(hands).map(own -> Math.min(own, batches)).sum();
  }
}
