package reidstudio.diagnostic.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reidstudio.data.Item;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.event.Evidence;
import reidstudio.event.Finding;
import reidstudio.event.Severity;
import reidstudio.sampler.IdentityIndex;
import reidstudio.sampler.People;
import reidstudio.sampler.SamplerException;

/** Too few pairs are a fault of a run that matches, and none of one that only classifies. */
class PairsNeededTest {
  private static final List<Item> VISIBLE_ONLY = People.alike(8, "vvvv");

  private static List<Finding> said(List<Item> items, String... settings) throws SamplerException {
    String[] all = {
      "sampler.kind", "random-identity", "sampler.identities", "4", "sampler.instances", "4"
    };
    Subject subject =
        SamplingSubject.of(
            items,
            number -> Rows.of(items),
            Stream.of(all, settings).flatMap(Stream::of).toArray(String[]::new));
    IdentityIndex index = IdentityIndex.of(items);
    BatchSurvey survey = new BatchSurvey(index);
    List<Check> checks =
        List.of(
            new ModalityCounts(subject),
            new PairableIdentities(subject, index),
            new InstancesPerIdentity(subject, index),
            new PairableBatches(subject, survey),
            new ValidRows(subject, survey),
            new SamplerComparison(subject, index, survey));
    return checks.stream().map(Check::run).toList();
  }

  @Test
  void aBaselineOfVisiblePicturesIsToldThatNothingNeedsPairs() throws SamplerException {
    List<Finding> said = said(VISIBLE_ONLY, "loss.sdm.weight", "0", "loss.triplet.weight", "1");
    assertThat(said)
        .allSatisfy(
            finding -> {
              assertThat(finding.severity()).as(finding.id()).isIn(Severity.OK, Severity.INFO);
              assertThat(finding.change()).as(finding.id()).isEmpty();
              assertThat(finding.fix()).as(finding.id()).isEmpty();
              assertThat(finding.evidence()).as(finding.id()).noneMatch(Evidence::isAbnormal);
            });
    assertThat(said.stream().filter(f -> f.title().contains("no loss compares modalities")))
        .hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "loss.sdm.weight=1",
        "loss.sdm.weight=0 loss.itc.weight=0.5",
        "loss.sdm.warmupEpochs=2 epochs=5",
        "loss.sdm.weightSteps=0,0,1 epochs=5"
      })
  void aLossThatComparesModalitiesMissesThem(String settings) throws SamplerException {
    List<Finding> said = said(VISIBLE_ONLY, settings.split("[= ]"));
    assertThat(said.stream().filter(f -> f.severity() == Severity.ERROR).map(Finding::id))
        .containsExactly(
            "sampling.modality-missing",
            "sampling.too-few-pairable",
            "sampling.pairable-ratio",
            "sampling.few-valid-rows");
  }

  @Test
  void aWarmUpThatOutlastsTheRunIsNoMatching() throws SamplerException {
    assertThat(said(VISIBLE_ONLY, "loss.sdm.warmupEpochs", "5", "epochs", "5"))
        .noneMatch(Finding::isProblem);
  }

  @Test
  void pairsThatAreThereAreFineWithoutALossToo() throws SamplerException {
    List<Finding> said =
        said(
            People.alike(60, "vvnn"),
            "loss.sdm.weight",
            "0",
            "sampler.kind",
            "multi-modal-balanced");
    assertThat(said).noneMatch(Finding::isProblem);
    assertThat(said.get(1).title()).isEqualTo("Every identity can form a pair.");
    assertThat(said.get(4).title()).isEqualTo("Nearly every row finds a positive.");
  }

  @Test
  void aSecondItemIsNeededByTripletButNotByCrossEntropy() throws SamplerException {
    String[] alone = {"sampler.instances", "1", "loss.sdm.weight", "0"};
    assertThat(said(VISIBLE_ONLY, alone)).noneMatch(Finding::isProblem);
    assertThat(
            said(
                VISIBLE_ONLY,
                Stream.of(alone, new String[] {"loss.triplet.weight", "1"})
                    .flatMap(Stream::of)
                    .toArray(String[]::new)))
        .filteredOn(Finding::isProblem)
        .extracting(Finding::id)
        .containsExactly("sampling.k-too-small");
  }
}
