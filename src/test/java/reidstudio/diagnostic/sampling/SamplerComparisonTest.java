package reidstudio.diagnostic.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import reidstudio.config.SamplerKind;
import reidstudio.data.Item;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.event.Finding;
import reidstudio.event.Severity;
import reidstudio.sampler.IdentityIndex;
import reidstudio.sampler.People;
import reidstudio.sampler.SamplerException;

/** The comparison is a proposal: wherever it has one, a fault says why. */
class SamplerComparisonTest {
  @Provide
  Arbitrary<List<String>> people() {
    return Arbitraries.strings()
        .withChars("vvncst")
        .ofMinLength(1)
        .ofMaxLength(8)
        .list()
        .ofMinSize(2)
        .ofMaxSize(14);
  }

  @Property(tries = 200)
  void whereAnotherSamplerIsProposedTheOneInUseIsAtFault(
      @ForAll("people") List<String> words,
      @ForAll SamplerKind kind,
      @ForAll @IntRange(min = 1, max = 6) int identities,
      @ForAll @IntRange(min = 2, max = 5) int instances) {
    List<Item> items = People.of(words.toArray(String[]::new));
    Subject subject;
    try {
      subject =
          SamplingSubject.of(
              items,
              number -> Rows.of(items),
              "sampler.kind",
              kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
              "sampler.identities",
              Integer.toString(identities),
              "sampler.instances",
              Integer.toString(instances));
    } catch (SamplerException notPossible) {
      return;
    }
    IdentityIndex index = IdentityIndex.of(items);
    BatchSurvey survey = new BatchSurvey(index);
    Finding proposal = new SamplerComparison(subject, index, survey).run();
    assertThat(Fault.of(proposal.id())).isEmpty();
    assertThat(proposal.isProblem()).isFalse();
    if (proposal.severity() != Severity.OK && !isBorderline(survey, subject)) {
      assertThat(
              Stream.of(
                  new PairableBatches(subject, survey).run(),
                  new PairableIdentities(subject, index).run()))
          .as(proposal.toString())
          .anyMatch(Finding::isProblem);
    }
  }

  /** The comparison looks at fewer batches than the check of the ratio. */
  private static boolean isBorderline(BatchSurvey survey, Subject subject) {
    return Math.abs(survey.of(subject.sampler().sampler(), 200).pairable() - 0.8) < 0.05;
  }
}
