package reidstudio.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import reidstudio.data.Item;

/**
 * The contract of every sampler on random data sets: nobody to fifteen people, of no item to nine,
 * some of one side only, the whole list or a subset of it, in any order.
 */
class BatchSamplerPropertyTest {
  /** One sampler on one data set. */
  record Scene(SamplerUnderTest kind, List<Item> items, int p, int k, long seed) {
    BatchSampler build() throws SamplerException {
      return kind.build(items, p, k, seed);
    }
  }

  @Provide
  Arbitrary<Scene> scenes() {
    Arbitrary<String> person =
        Arbitraries.strings().withChars("vvncst").ofMinLength(0).ofMaxLength(9);
    Arbitrary<List<Item>> items =
        Combinators.combine(
                person.list().ofMaxSize(15),
                Arbitraries.longs(),
                Arbitraries.integers().between(0, 3))
            .as(BatchSamplerPropertyTest::subset);
    return Combinators.combine(
            Arbitraries.of(SamplerUnderTest.class),
            items,
            Arbitraries.integers().between(1, 6),
            Arbitraries.integers().between(1, 6),
            Arbitraries.longs())
        .as(Scene::new);
  }

  /** A permuted list, from which up to {@code lost} quarters are lost. */
  private static List<Item> subset(List<String> words, long seed, int lost) {
    List<Item> all = People.permuted(People.of(words.toArray(String[]::new)), seed);
    return lost < 3 ? all : all.subList(0, all.size() / 2);
  }

  @Property
  void givesABatchExactlyWhereOneCanBeMade(@ForAll("scenes") Scene scene) throws SamplerException {
    if (scene.kind().isPossible(scene.items(), scene.p(), scene.k())) {
      assertThat(scene.build().size()).isPositive();
      return;
    }
    Set<Integer> due = scene.kind().due(scene.items());
    boolean grouped = scene.kind().grouped();
    boolean tooNarrow = scene.kind().pairableOnly() && scene.k() < 2;
    assertThatThrownBy(scene::build)
        .isInstanceOf(SamplerException.class)
        .hasMessageContaining(
            tooNarrow
                ? "sampler.instances is 1"
                : Integer.toString(grouped ? due.size() : scene.items().size()))
        .hasMessageContaining(
            tooNarrow ? "need 2" : "needs " + (grouped ? scene.p() : scene.p() * scene.k()));
  }

  @Property
  void everyEpochIsAsLongAsItSaysAndOfWholeBatches(
      @ForAll("scenes") Scene scene, @ForAll @IntRange(max = 50) int epoch)
      throws SamplerException {
    if (scene.kind().isPossible(scene.items(), scene.p(), scene.k())) {
      BatchSampler sampler = scene.build();
      assertThat(sampler.identities()).isEqualTo(scene.p());
      assertThat(sampler.instances()).isEqualTo(scene.k());
      assertThat(sampler.epoch(epoch))
          .hasSize(sampler.size())
          .allSatisfy(batch -> assertThat(batch).hasSize(scene.p() * scene.k()));
    }
  }

  @Property
  void everyBatchHasPIdentitiesAndKItemsOfEach(
      @ForAll("scenes") Scene scene, @ForAll @IntRange(max = 50) int epoch)
      throws SamplerException {
    if (!scene.kind().isPossible(scene.items(), scene.p(), scene.k())) {
      return;
    }
    IdentityIndex index = IdentityIndex.of(scene.items());
    for (int[] batch : scene.build().epoch(epoch)) {
      Map<Integer, List<Integer>> byLabel = new HashMap<>();
      for (int at : batch) {
        // by the list that was handed over, not by the index that was made of it
        int label = scene.items().get(at).label();
        assertThat(index.label(at)).isEqualTo(label);
        byLabel.computeIfAbsent(label, l -> new ArrayList<>()).add(at);
      }
      if (scene.kind().grouped()) {
        assertThat(byLabel).hasSize(scene.p());
        assertThat(byLabel.values()).allMatch(own -> own.size() == scene.k());
        assertThat(scene.kind().due(scene.items())).containsAll(byLabel.keySet());
      }
      byLabel.forEach(
          (label, own) ->
              assertThat(new HashSet<>(own))
                  .hasSize(scene.kind().different(scene.items(), label, own.size())));
    }
  }

  @Property
  void strictPairsAreHalfVisible(
      @ForAll("scenes") Scene scene, @ForAll @IntRange(max = 50) int epoch)
      throws SamplerException {
    if (scene.kind().strict() && scene.kind().isPossible(scene.items(), scene.p(), scene.k())) {
      IdentityIndex index = IdentityIndex.of(scene.items());
      for (int[] batch : scene.build().epoch(epoch)) {
        PairingStatistics pairing = index.pairing(batch);
        assertThat(pairing.pairable()).isEqualTo(scene.p());
        assertThat(pairing.galleryPositives()).hasSize(scene.p() * (scene.k() / 2));
        assertThat(pairing.galleryPositives()).allMatch(n -> n == scene.k() - scene.k() / 2);
        assertThat(pairing.queryPositives()).allMatch(n -> n == scene.k() / 2);
      }
    }
  }

  @Property
  void everybodyIsVisited(@ForAll("scenes") Scene scene, @ForAll @IntRange(max = 50) int epoch)
      throws SamplerException {
    if (!scene.kind().isPossible(scene.items(), scene.p(), scene.k())) {
      return;
    }
    BatchSampler sampler = scene.build();
    if (!scene.kind().grouped()) {
      long shown = sampler.epoch(epoch).stream().flatMapToInt(IntStream::of).distinct().count();
      assertThat(shown).isGreaterThan(scene.items().size() - scene.p() * scene.k());
      return;
    }
    Set<Integer> due = scene.kind().due(scene.items());
    Set<Integer> visited = labels(scene.items(), sampler.epoch(epoch));
    if (due.size() % scene.p() != 0) {
      visited.addAll(labels(scene.items(), sampler.epoch(epoch + 1)));
    }
    assertThat(visited).isEqualTo(due);
  }

  @Property
  void batchesArePureFunctionsOfDataSeedAndEpoch(
      @ForAll("scenes") Scene scene, @ForAll @IntRange(max = 50) int epoch)
      throws SamplerException {
    if (scene.kind().isPossible(scene.items(), scene.p(), scene.k())) {
      BatchSampler sampler = scene.build();
      Object[] first = sampler.epoch(epoch).toArray();
      sampler.epoch(epoch + 3);
      assertThat(Arrays.deepEquals(sampler.epoch(epoch).toArray(), first)).isTrue();
      assertThat(Arrays.deepEquals(scene.build().epoch(epoch).toArray(), first)).isTrue();
    }
  }

  /** Of two epochs in a row chance may make the same where few are possible; of seven never. */
  @Property
  void epochsDiffer(@ForAll("scenes") Scene scene) throws SamplerException {
    int due = scene.kind().due(scene.items()).size();
    if (scene.kind().isPossible(scene.items(), scene.p(), scene.k()) && due >= 6) {
      BatchSampler sampler = scene.build();
      if (scene.kind().grouped() || sampler.size() > 2) {
        Set<String> different = new HashSet<>();
        IntStream.range(0, 7)
            .forEach(e -> different.add(Arrays.deepToString(sampler.epoch(e).toArray())));
        assertThat(different).hasSizeGreaterThan(4);
      }
    }
  }

  private static Set<Integer> labels(List<Item> items, List<int[]> batches) {
    Set<Integer> labels = new TreeSet<>();
    batches.forEach(batch -> IntStream.of(batch).forEach(at -> labels.add(items.get(at).label())));
    return labels;
  }
}
