package reidstudio.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import reidstudio.config.SamplerConfig;
import reidstudio.config.SamplerKind;
import reidstudio.data.Item;

class SamplerChoiceTest {
  private static SamplerConfig config(SamplerKind kind, int p, int k) {
    return new SamplerConfig(kind, p, k, 0.8, true);
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
    for (SamplerKind kind : EnumSet.complementOf(EnumSet.of(SamplerKind.MULTI_MODAL_BALANCED))) {
      SamplerChoice choice = SamplerChoice.of(index, config(kind, 4, 2), 42);
      assertThat(choice.kind()).isEqualTo(kind);
      assertThat(choice.firstBatch().identities()).isBetween(3, 8);
    }
  }

  @Test
  void strictPairsTellWhomTheyLeaveOutAndWhoRepeats() throws SamplerException {
    List<Item> items = People.of("vvnn", "vnn", "vv", "nt", "vvnt", "t");
    SamplerChoice choice =
        SamplerChoice.of(IdentityIndex.of(items), config(SamplerKind.STRICT_MODAL_PAIRS, 3, 4), 42);
    assertThat(choice.sampler()).isInstanceOf(StrictModalPairsSampler.class);
    assertThat(choice.sentences())
        .containsExactly(
            "Sampler check: 3 identities, pairable 100.0 %",
            "Data set: 3 of 6 identities pairable (50.0 %); 1 batches of 12 an epoch.",
            "3 identities lack a side of the pair and are never drawn.",
            "1 identities have fewer than 2 visible or 2 other items, a batch shows some of theirs"
                + " twice.");
  }

  @Test
  void identitiesAreReusedOnlyIfTheConfigurationSaysSo() throws SamplerException {
    IdentityIndex index = IdentityIndex.of(People.alike(8, "vvvvnnnn"));
    SamplerConfig reuse = config(SamplerKind.STRICT_MODAL_PAIRS, 4, 2);
    SamplerConfig once = new SamplerConfig(SamplerKind.STRICT_MODAL_PAIRS, 4, 2, 0.8, false);
    assertThat(SamplerChoice.of(index, reuse, 1).sampler().size()).isEqualTo(8);
    assertThat(SamplerChoice.of(index, once, 1).sampler().size()).isEqualTo(2);
  }
}
