package reidstudio.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reidstudio.config.SamplerConfig;
import reidstudio.config.SamplerKind;
import reidstudio.data.Item;

class SamplerChoiceTest {
  private static SamplerConfig config(SamplerKind kind, int p, int k) {
    return new SamplerConfig(kind, p, k, 0.8);
  }

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

  private static SamplerChoice judge(int pairable, int people) throws SamplerException {
    String[] words = new String[people];
    for (int i = 0; i < people; i++) {
      words[i] = i < pairable ? "vn" : "vv";
    }
    IdentityIndex index = IdentityIndex.of(People.of(words));
    return SamplerChoice.balanced(
        index, () -> new Whole(people, 2), () -> new ModalAwarePKSampler(index, people, 2, 1), 0.8);
  }

  @Test
  void keepsTheBalancedSampler() throws SamplerException {
    IdentityIndex index = IdentityIndex.of(People.alike(16, "vvnncstt"));
    SamplerChoice choice =
        SamplerChoice.of(index, config(SamplerKind.MULTI_MODAL_BALANCED, 8, 4), 42);
    assertThat(choice.kind()).isEqualTo(SamplerKind.MULTI_MODAL_BALANCED);
    assertThat(choice.sampler()).isInstanceOf(MultiModalBalancedSampler.class);
    assertThat(choice.sentences())
        .containsExactly(
            "Sampler check: 8 identities, pairable 100.0 %",
            "Data set: 16 of 16 identities pairable (100.0 %); 4 batches of 32 an epoch.");
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

  @Test
  void fallsBackWhenTooFewArePairable() throws SamplerException {
    List<Item> items = People.of("vvn", "vv", "nn", "t", "vvvt");
    SamplerChoice choice =
        SamplerChoice.of(
            IdentityIndex.of(items), config(SamplerKind.MULTI_MODAL_BALANCED, 4, 2), 42);
    assertThat(choice.kind()).isEqualTo(SamplerKind.MODAL_AWARE_PK);
    assertThat(choice.sentences().get(0))
        .startsWith("MultiModalBalancedSampler is not possible, falling back")
        .contains("2 of 5 identities");
    assertThat(choice.sentences())
        .last()
        .isEqualTo("1 identities have fewer than 2 items, a batch shows some of theirs twice.");
  }

  @Test
  void refusesWhenNothingIsPossible() {
    IdentityIndex index = IdentityIndex.of(People.alike(3, "vn"));
    for (SamplerKind kind : SamplerKind.values()) {
      assertThatThrownBy(() -> SamplerChoice.of(index, config(kind, 8, 4), 42))
          .isInstanceOf(SamplerException.class);
    }
  }

  @Test
  void takesTheOtherKindsAsAskedFor() throws SamplerException {
    IdentityIndex index = IdentityIndex.of(People.alike(8, "vvnn"));
    for (SamplerKind kind : List.of(SamplerKind.MODAL_AWARE_PK, SamplerKind.RANDOM)) {
      SamplerChoice choice = SamplerChoice.of(index, config(kind, 4, 2), 42);
      assertThat(choice.kind()).isEqualTo(kind);
      assertThat(choice.firstBatch().identities()).isBetween(3, 8);
    }
  }
}
