package reidstudio.diagnostic.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reidstudio.event.Certainty;
import reidstudio.event.Evidence;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

class RankingTest {
  private static Finding of(Fault fault, Severity severity, Certainty certainty) {
    return new FindingBuilder(fault)
        .certainty(certainty)
        .saw("number of " + fault.id(), 1, "0")
        .found(severity, fault.id(), "Change it.");
  }

  private static List<String> ids(Finding... said) {
    return Ranking.of(List.of(said)).stream().map(Finding::id).toList();
  }

  @Test
  void worseComesFirstThenCrossEntropyThenSamplingThenNorms() {
    assertThat(
            ids(
                of(Fault.NORM_GROWING, Severity.ERROR, Certainty.PROVEN),
                of(Fault.SDM_DROWNS_CE, Severity.WARNING, Certainty.PROVEN),
                of(Fault.FEW_VALID_ROWS, Severity.ERROR, Certainty.PROVEN),
                of(Fault.LABEL_AGREEMENT, Severity.ERROR, Certainty.LIKELY)))
        .containsExactly(
            "ce.label-agreement",
            "sampling.few-valid-rows",
            "norm.growing-before-bn",
            "ce.sdm-drowns-ce");
  }

  @Test
  void aSymptomGoesUnderItsCauseWithItsNumbers() {
    List<Finding> ranked =
        Ranking.of(
            List.of(
                of(Fault.AT_CHANCE, Severity.ERROR, Certainty.LIKELY),
                of(Fault.CLASSIFIER_FROZEN, Severity.WARNING, Certainty.PROVEN)));
    assertThat(ranked).hasSize(1);
    assertThat(ranked.get(0).id()).isEqualTo("ce.classifier-frozen");
    assertThat(ranked.get(0).severity()).as("as bad as what it causes").isEqualTo(Severity.ERROR);
    assertThat(ranked.get(0).evidence())
        .extracting(Evidence::what)
        .containsExactly("number of ce.classifier-frozen", "number of ce.at-chance");
  }

  @Test
  void aMereSuspicionExplainsNothing() {
    assertThat(
            ids(
                of(Fault.AT_CHANCE, Severity.ERROR, Certainty.LIKELY),
                of(Fault.CLASSIFIER_FROZEN, Severity.WARNING, Certainty.POSSIBLE)))
        .containsExactly("ce.at-chance", "ce.classifier-frozen");
  }

  @Test
  void twoSayingsAboutOneCauseAreOne() {
    List<Finding> ranked =
        Ranking.of(
            List.of(
                new FindingBuilder(Fault.FEW_VALID_ROWS)
                    .certainty(Certainty.LIKELY)
                    .saw("valid rows", 2, "6")
                    .found(Severity.WARNING, "live", ""),
                new FindingBuilder(Fault.FEW_VALID_ROWS)
                    .saw("valid rows", 3, "6")
                    .saw("share", 0.3, "0.85")
                    .found(Severity.ERROR, "checked", "fix")));
    assertThat(ranked).hasSize(1);
    assertThat(ranked.get(0).title()).isEqualTo("checked");
    assertThat(ranked.get(0).certainty()).isEqualTo(Certainty.PROVEN);
    assertThat(ranked.get(0).evidence())
        .extracting(Evidence::observed)
        .containsExactly("3", "0.3000");
  }

  @Test
  void whatIsInOrderStaysAndComesLast() {
    Finding ok = new FindingBuilder(Fault.LABEL_RANGE).ok("fine");
    assertThat(ids(ok, of(Fault.NORM_GROWING, Severity.WARNING, Certainty.PROVEN)))
        .containsExactly("norm.growing-before-bn", "ce.label-range");
  }

  @Test
  void theOrderOfSayingDoesNotMatter() {
    Finding[] said = {
      of(Fault.AT_CHANCE, Severity.ERROR, Certainty.LIKELY),
      of(Fault.NO_LEARNING_BUDGET, Severity.ERROR, Certainty.PROVEN),
      of(Fault.CLASSIFIER_FROZEN, Severity.ERROR, Certainty.PROVEN),
      of(Fault.FEW_VALID_ROWS, Severity.ERROR, Certainty.PROVEN)
    };
    Finding[] backwards = new Finding[said.length];
    for (int i = 0; i < said.length; i++) {
      backwards[i] = said[said.length - 1 - i];
    }
    assertThat(ids(said)).isEqualTo(ids(backwards));
    assertThat(ids(said)).containsExactly("ce.classifier-frozen", "sampling.few-valid-rows");
  }

  @Test
  void noFaultExplainsItselfOrInACircle() {
    for (Fault cause : Fault.values()) {
      Set<Fault> explained = EnumSet.noneOf(Fault.class);
      grow(cause, explained);
      assertThat(explained).as("what %s explains", cause).doesNotContain(cause);
    }
  }

  private static void grow(Fault cause, Set<Fault> explained) {
    for (Fault symptom : Fault.values()) {
      if (cause.explains(symptom) && explained.add(symptom)) {
        grow(symptom, explained);
      }
    }
  }

  @Test
  void idsAreUniqueAndNameTheirTopic() {
    assertThat(Arrays.stream(Fault.values()).map(Fault::id)).doesNotHaveDuplicates();
    assertThat(Arrays.stream(Fault.values()).map(Fault::id))
        .allMatch(id -> id.matches("[a-z]+\\.[a-z-]+"));
  }
}
