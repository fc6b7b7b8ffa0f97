package reidstudio.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import reidstudio.config.SamplerKind;

class PairableFallbackTest {
  /** A sampler whose only batch is all of the data. */
  private record Whole(int identities, int instances) implements BatchSampler {
    @Override
    public List<int[]> epoch(int epoch) {
      return List.of(IntStream.range(0, identities * instances).toArray());
    }

    @Override
    public int size() {
      return 1;
    }
  }

  private static IdentityIndex people(int pairable, int people) {
    String[] words = new String[people];
    Arrays.fill(words, 0, pairable, "vn");
    Arrays.fill(words, pairable, people, "vv");
    return IdentityIndex.of(People.of(words));
  }

  private static SamplerChoice judge(int pairable, int people) throws SamplerException {
    IdentityIndex index = people(pairable, people);
    return new PairableFallback(index, 0.8)
        .choose(() -> new Whole(people, 2), () -> new ModalAwarePKSampler(index, people, 2, 1));
  }

  @Test
  void aRatioOnTheFloorIsKept() throws SamplerException {
    for (int people : new int[] {5, 10, 15, 20, 35, 100}) {
      SamplerChoice choice = judge(people * 4 / 5, people);
      assertThat(choice.kind()).isEqualTo(SamplerKind.MULTI_MODAL_BALANCED);
      assertThat(choice.sentences().get(0))
          .isEqualTo("Sampler check: " + people + " identities, pairable 80.0 %");
    }
  }

  @Test
  void aRatioJustBelowFallsBack() throws SamplerException {
    SamplerChoice choice = judge(79, 100);
    assertThat(choice.kind()).isEqualTo(SamplerKind.MODAL_AWARE_PK);
    assertThat(choice.sampler()).isInstanceOf(ModalAwarePKSampler.class);
    assertThat(choice.sentences())
        .startsWith(
            "Sampler check: 100 identities, pairable 79.0 %",
            "Pairable ratio 79.0 % is below 80.0 %, falling back to ModalAwarePKSampler.")
        .contains("Data set: 79 of 100 identities pairable (79.0 %); 1 batches of 200 an epoch.");
  }

  /** The first ratio below, as far from the floor as one identity makes it. */
  @Test
  void oneIdentityFewerThanTheFloorFallsBack() throws SamplerException {
    for (int people : new int[] {5, 10, 15, 20, 35, 100}) {
      assertThat(judge(people * 4 / 5 - 1, people).kind()).isEqualTo(SamplerKind.MODAL_AWARE_PK);
    }
    assertThat(judge(799, 1000).kind()).isEqualTo(SamplerKind.MODAL_AWARE_PK);
    assertThat(judge(800, 1000).kind()).isEqualTo(SamplerKind.MULTI_MODAL_BALANCED);
  }

  /** Judged in whole numbers: pairable / people >= floor / 100. */
  @Property
  void theBoundaryIsExactWhateverTheFloor(
      @ForAll @IntRange(min = 1, max = 200) int people,
      @ForAll @IntRange(max = 200) int pairable,
      @ForAll @IntRange(max = 100) int percent) {
    int pairs = Math.min(people, pairable);
    IdentityIndex index = people(pairs, people);
    PairingStatistics batch = index.pairing(IntStream.range(0, 2 * people).toArray());
    assertThat(new PairableFallback(index, percent / 100.0).isEnough(batch))
        .isEqualTo(100 * pairs >= percent * people);
  }

  @Test
  void aSamplerThatCannotGiveABatchGivesWayWithItsReason() throws SamplerException {
    IdentityIndex index = people(2, 5);
    SamplerChoice choice =
        new PairableFallback(index, 0)
            .choose(
                () -> new MultiModalBalancedSampler(index, 4, 2, 1),
                () -> new ModalAwarePKSampler(index, 4, 2, 1));
    assertThat(choice.kind()).isEqualTo(SamplerKind.MODAL_AWARE_PK);
    assertThat(choice.sentences().get(0))
        .isEqualTo(
            "MultiModalBalancedSampler is not possible, falling back to ModalAwarePKSampler: 2 of"
                + " 5 identities have a visible and a non-visible item, a batch needs 4; lower"
                + " sampler.identities or add data.");
    assertThatThrownBy(
            () ->
                new PairableFallback(index, 0)
                    .choose(
                        () -> new MultiModalBalancedSampler(index, 8, 2, 1),
                        () -> new ModalAwarePKSampler(index, 8, 2, 1)))
        .hasMessageContaining("There are 5 identities, a batch needs 8");
  }
}
