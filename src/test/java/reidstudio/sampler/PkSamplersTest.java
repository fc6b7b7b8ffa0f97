package reidstudio.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reidstudio.data.Item;
import reidstudio.data.Modality;

class PkSamplersTest {
  @Test
  void anEpochIsAsLongAsTheData() throws SamplerException {
    // 12 people x 14 items = 168 items = 14 batches of 12; floor(14 / 4) = 3 passes of 4 batches
    BatchSampler sampler =
        new MultiModalBalancedSampler(
            IdentityIndex.of(People.alike(12, "vvvvnnccsstttt")), 3, 4, 1);
    assertThat(sampler.size()).isEqualTo(12);
  }

  @Test
  void anEpochMakesAtLeastOnePass() throws SamplerException {
    BatchSampler sampler = new ModalAwarePKSampler(IdentityIndex.of(People.alike(7, "v")), 3, 8, 1);
    assertThat(sampler.size()).isEqualTo(2);
  }

  @Test
  void anEpochWithRoomForAllShowsAll() throws SamplerException {
    // 16 items in 4 hands of 4
    for (String word : List.of("vvvvnnnnccccssss", "vvvvvvvvvvvvnncc", "vvvvvvvvnnnnnnnn")) {
      List<Item> items = People.permuted(People.alike(6, word), 9);
      for (long seed = 0; seed < 20; seed++) {
        BatchSampler sampler = new MultiModalBalancedSampler(IdentityIndex.of(items), 3, 4, seed);
        assertThat(shown(sampler.epoch(0))).hasSize(items.size());
      }
    }
  }

  @Test
  void anEpochShowsAsManyAsTheMandatoryItemsLeaveRoomFor() throws SamplerException {
    // each of the 4 hands has a visible item, there are only 2, so 14 others meet 12 places
    List<Item> items = People.alike(3, "vvnnnnnnnncccccc");
    for (long seed = 0; seed < 20; seed++) {
      BatchSampler sampler = new MultiModalBalancedSampler(IdentityIndex.of(items), 3, 4, seed);
      assertThat(shown(sampler.epoch(0))).hasSize(3 * (2 + 12));
    }
  }

  @Test
  void repeatsAreSpreadEvenly() throws SamplerException {
    // 6 items in 3 hands of 2 items: 3 visible draws on 2, 3 others on 4
    List<Item> items = People.alike(4, "vvnnnn");
    BatchSampler sampler = new ModalAwarePKSampler(IdentityIndex.of(items), 2, 2, 3);
    Map<Integer, Integer> uses = new HashMap<>();
    sampler
        .epoch(0)
        .forEach(batch -> IntStream.of(batch).forEach(i -> uses.merge(i, 1, Integer::sum)));
    assertThat(uses).hasSize(20);
    assertThat(uses.values()).allMatch(count -> count <= 2);
  }

  @Test
  void freePlacesAreFilledWithoutPreference() throws SamplerException {
    // free places of the first hands: 6 of 8 visible and 6 of 8 others are not needed later
    List<Item> items = People.alike(8, "vvvvvvvvnnnnnnnn");
    int visible = 0;
    int rows = 0;
    for (long seed = 0; seed < 50; seed++) {
      BatchSampler sampler = new MultiModalBalancedSampler(IdentityIndex.of(items), 8, 4, seed);
      for (int at : sampler.epoch(0).get(0)) {
        visible += items.get(at).modality() == Modality.VIS ? 1 : 0;
        rows++;
      }
    }
    // binomial with 800 free places: sd 14 of 1600 rows
    assertThat(visible / (double) rows).isBetween(0.45, 0.55);
  }

  @Test
  void oneItemAPersonIsShownAgainAndAgain() throws SamplerException {
    List<Item> items = People.of("v", "n", "t");
    BatchSampler sampler = new ModalAwarePKSampler(IdentityIndex.of(items), 3, 4, 3);
    assertThat(sampler.epoch(0)).hasSize(1);
    assertThat(shown(sampler.epoch(0))).containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void oneInstanceShowsAllModalitiesInTurn() throws SamplerException {
    List<Item> items = People.alike(4, "vnt");
    BatchSampler sampler = new ModalAwarePKSampler(IdentityIndex.of(items), 2, 1, 3);
    assertThat(shown(sampler.epoch(0))).hasSize(12);
  }

  @Test
  void balancedNeedsTwoInstances() {
    IdentityIndex index = IdentityIndex.of(People.alike(4, "vnt"));
    assertThatThrownBy(() -> new MultiModalBalancedSampler(index, 2, 1, 3))
        .isInstanceOf(SamplerException.class)
        .hasMessageContaining("sampler.instances is 1");
  }

  @Test
  void balancedCountsPairablePeopleOnly() {
    IdentityIndex index = IdentityIndex.of(People.of("vn", "vt", "v", "n", "ccc", "vs"));
    assertThatThrownBy(() -> new MultiModalBalancedSampler(index, 8, 4, 3))
        .hasMessage(
            "3 of 6 identities have a visible and a non-visible item, a batch needs 8; lower"
                + " sampler.identities or add data.");
  }

  @Test
  void itemsWithoutLabelAreNotIndexed() {
    Item test = new Item.Caption(Item.UNLABELLED, "somebody", "query");
    assertThatThrownBy(() -> IdentityIndex.of(List.of(test)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Set<Integer> shown(List<int[]> batches) {
    Set<Integer> shown = new HashSet<>();
    batches.forEach(batch -> IntStream.of(batch).forEach(shown::add));
    return shown;
  }
}
