package reidstudio.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reidstudio.data.Item;

/** What every sampler owes, on data sets that are hard in a way of their own. */
class BatchSamplerContractTest {
  private static final Map<String, List<Item>> DATA =
      Map.of(
          "alike", People.alike(12, "vvvvnnccsstttt"),
          "exactly P", People.alike(4, "vnt"),
          "one over P", People.alike(5, "vvnntt"),
          "nearly two P", People.alike(7, "vvvnncst"),
          "mixed", People.of("vn", "v", "n", "vvvvvvvvn", "vtttttttt", "vvnncc", "s", "vt", "vct"),
          "permuted", People.permuted(People.alike(9, "vvvnnccstt"), 5),
          "permuted mixed",
              People.permuted(People.of("vn", "v", "vvvvvvn", "vttt", "vvnncc", "s", "vt"), 7));

  static Stream<Arguments> cases() {
    return Arrays.stream(SamplerUnderTest.values())
        .flatMap(
            kind ->
                DATA.keySet().stream()
                    .sorted()
                    .flatMap(name -> IntStream.of(2, 3).mapToObj(k -> arguments(kind, name, k))))
        .filter(
            c ->
                c.get()[0] != SamplerUnderTest.RANDOM
                    || DATA.get(c.get()[1]).size() >= 4 * (int) c.get()[2]);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void yieldsWhatItSays(SamplerUnderTest kind, String data, int k) throws SamplerException {
    BatchSampler sampler = kind.build(DATA.get(data), 4, k, 42);
    assertThat(sampler.identities()).isEqualTo(4);
    assertThat(sampler.instances()).isEqualTo(k);
    assertThat(sampler.size()).isPositive();
    for (int epoch = 0; epoch < 5; epoch++) {
      assertThat(sampler.epoch(epoch))
          .hasSize(sampler.size())
          .allSatisfy(batch -> assertThat(batch).hasSize(4 * k));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyBatchHasDistinctIdentitiesSideBySide(SamplerUnderTest kind, String data, int k)
      throws SamplerException {
    List<Item> items = DATA.get(data);
    for (int[] batch : kind.build(items, 4, k, 1).epoch(3)) {
      List<Integer> runs = new ArrayList<>();
      for (int row = 0; row < batch.length; row++) {
        int label = items.get(batch[row]).label();
        if (kind.grouped() ? row % k == 0 : runs.isEmpty() || runs.get(runs.size() - 1) != label) {
          runs.add(label);
        }
        assertThat(label).as("row " + row).isEqualTo(runs.get(runs.size() - 1));
      }
      assertThat(runs).doesNotHaveDuplicates();
      if (kind.grouped()) {
        assertThat(runs).hasSize(4);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void bothKindsAreShownWhereThePersonHasThem(SamplerUnderTest kind, String data, int k)
      throws SamplerException {
    if (!kind.showsBothSides()) {
      return;
    }
    List<Item> items = DATA.get(data);
    IdentityIndex index = IdentityIndex.of(items);
    Set<Integer> pairable = new HashSet<>();
    index.pairable().forEach(identity -> pairable.add(identity.label()));
    for (int[] batch : kind.build(items, 4, k, 2).epoch(1)) {
      long expected =
          Arrays.stream(batch).map(index::label).distinct().filter(pairable::contains).count();
      assertThat(index.pairing(batch).pairable()).isEqualTo((int) expected);
      if (kind.pairableOnly()) {
        assertThat(expected).isEqualTo(4);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void nothingRepeatsInABatchUnlessThePersonHasTooFew(SamplerUnderTest kind, String data, int k)
      throws SamplerException {
    List<Item> items = DATA.get(data);
    for (int[] batch : kind.build(items, 4, k, 3).epoch(0)) {
      Map<Integer, Integer> rows = new HashMap<>();
      Map<Integer, Set<Integer>> shown = new HashMap<>();
      for (int at : batch) {
        rows.merge(items.get(at).label(), 1, Integer::sum);
        shown.computeIfAbsent(items.get(at).label(), label -> new HashSet<>()).add(at);
      }
      rows.forEach(
          (label, count) ->
              assertThat(shown.get(label)).hasSize(kind.different(items, label, count)));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void sameSeedSameBatchesOtherEpochOthers(SamplerUnderTest kind, String data, int k)
      throws SamplerException {
    List<Item> items = DATA.get(data);
    BatchSampler sampler = kind.build(items, 4, k, 42);
    int[][] second = sampler.epoch(1).toArray(int[][]::new);
    sampler.epoch(7);
    assertThat(sampler.epoch(1).toArray(int[][]::new)).isDeepEqualTo(second);
    assertThat(kind.build(items, 4, k, 42).epoch(1).toArray(int[][]::new)).isDeepEqualTo(second);
    assertThat(Arrays.deepEquals(sampler.epoch(2).toArray(), second)).isFalse();
    assertThat(Arrays.deepEquals(kind.build(items, 4, k, 43).epoch(1).toArray(), second)).isFalse();
    assertThat(Arrays.deepEquals(kind.build(items, 4, k, 43).epoch(0).toArray(), second)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyoneIsVisited(SamplerUnderTest kind, String data, int k) throws SamplerException {
    if (!kind.grouped()) {
      return;
    }
    List<Item> items = DATA.get(data);
    BatchSampler sampler = kind.build(items, 4, k, 11);
    Set<Integer> due = kind.due(items);
    for (int epoch = 0; epoch < 6; epoch++) {
      Set<Integer> visited = labels(items, sampler.epoch(epoch));
      if (due.size() % 4 != 0) {
        visited.addAll(labels(items, sampler.epoch(epoch + 1)));
      }
      assertThat(visited).isEqualTo(due);
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesWhenItCannotGiveOneBatch(SamplerUnderTest kind) {
    assertThatThrownBy(() -> kind.build(List.of(), 4, 2, 1))
        .isInstanceOf(SamplerException.class)
        .hasMessageContaining("0")
        .hasMessageContaining("lower sampler.identities");
    assertThatThrownBy(() -> kind.build(People.alike(3, "vn"), 4, 2, 1))
        .isInstanceOf(SamplerException.class)
        .hasMessageContaining(kind.grouped() ? "3" : "6")
        .hasMessageContaining(kind.grouped() ? "needs 4" : "needs 8");
  }

  private static Set<Integer> labels(List<Item> items, List<int[]> batches) {
    Set<Integer> labels = new TreeSet<>();
    batches.forEach(batch -> IntStream.of(batch).forEach(at -> labels.add(items.get(at).label())));
    return labels;
  }
}
