package reidstudio.ui.health;

import static org.assertj.core.api.Assertions.assertThat;
import static reidstudio.event.Certainty.LIKELY;
import static reidstudio.event.Certainty.POSSIBLE;
import static reidstudio.event.Severity.ERROR;
import static reidstudio.event.Severity.INFO;
import static reidstudio.event.Severity.WARNING;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reidstudio.event.Certainty;
import reidstudio.event.Finding;
import reidstudio.event.Severity;
import reidstudio.event.TrainingEvent.HealthChanged;

class HealthTurnTest {
  private static Finding finding(String id, Severity severity, Certainty certainty) {
    return new Finding(
        id, severity, certainty, "T", List.of(), List.of(), Optional.empty(), "", Optional.empty());
  }

  private static HealthChanged at(long step, Finding... findings) {
    return new HealthChanged("run", step, step, List.of(findings));
  }

  private static List<String> story(HealthChanged... changes) {
    return HealthTurn.of(List.of(changes)).stream()
        .map(turn -> turn.step() + " " + turn.kind() + " " + turn.finding().id())
        .toList();
  }

  @Test
  void aProblemComesGrowsEasesAndGoes() {
    assertThat(
            story(
                at(10, finding("a", WARNING, POSSIBLE)),
                at(20, finding("a", WARNING, LIKELY), finding("b", ERROR, LIKELY)),
                at(30, finding("b", ERROR, LIKELY), finding("a", ERROR, LIKELY)),
                at(230, finding("b", ERROR, LIKELY), finding("a", ERROR, LIKELY)),
                at(240, finding("a", WARNING, POSSIBLE)),
                at(250)))
        .containsExactly(
            "250 GONE a",
            "240 GONE b",
            "240 EASED a",
            "30 WORSE a",
            "20 APPEARED b",
            "20 SURER a",
            "10 APPEARED a");
  }

  @Test
  void whatIsNoProblemHasNoStory() {
    assertThat(story(at(10, finding("a", INFO, LIKELY)), at(20))).isEmpty();
    assertThat(story(at(10, finding("a", WARNING, LIKELY)), at(20, finding("a", INFO, LIKELY))))
        .containsExactly("20 GONE a", "10 APPEARED a");
  }
}
