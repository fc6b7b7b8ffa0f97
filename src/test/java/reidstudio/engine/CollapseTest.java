package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.event.Change;
import reidstudio.event.CheckKind;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/** Features that have lost what tells people apart. */
class CollapseTest {
  /** Far enough for a verdict about what first steps cannot have. */
  private static final long LATE = 400;

  @TempDir static Path folder;
  private static Path data;

  @BeforeAll
  static void paint() {
    data = SmallRun.data(folder.resolve("data"));
  }

  @Test
  void featuresThatAllPointTheSameWayHaveCollapsed() {
    try (TrainingSession session = SmallRun.session(data)) {
      collapse(session);
      Map<String, Finding> late = Diagnoses.of(CheckKind.ALL, session, LATE);
      assertThat(late.get("features.collapsed").severity()).isEqualTo(Severity.ERROR);
      assertThat(late).as("explained by it").doesNotContainKey("features.rank-collapsed");
      Change change = late.get("features.collapsed").change().orElseThrow();
      assertThat(change.key()).isEqualTo("optimizer.encoder.learningRate");
      assertThat(Diagnoses.of(CheckKind.ALL, session, 5).get("features.collapsed").severity())
          .isEqualTo(Severity.INFO);
    }
  }

  /** Three batches make one update: 400 of them are 133. */
  @Test
  void stepsOfWhichSeveralMakeAnUpdateAreFewer() {
    try (TrainingSession session = SmallRun.session(data, "optimizer.accumulation", "3")) {
      collapse(session);
      Finding early = Diagnoses.of(CheckKind.ALL, session, 400).get("features.collapsed");
      assertThat(early.severity()).isEqualTo(Severity.INFO);
      assertThat(early.fix()).contains("after 900 steps");
    }
  }

  /** The same large vector in all features, and little of their own. */
  private static void collapse(TrainingSession session) {
    PlantedWeights.affine(session, name -> name.endsWith("ln_post.weight"), 0.2f, 0);
    PlantedWeights.affine(session, name -> name.endsWith("ln_post.bias"), 0, 1);
    PlantedWeights.affine(session, name -> name.endsWith("proj.weight"), 0.1f, 0.1f);
  }

  @Test
  void featuresInTwoDimensionsHaveCollapsedInRankThoughTheyPointEverywhere() {
    try (TrainingSession session = SmallRun.session(data)) {
      session.model().parameters().stream()
          .filter(p -> p.name().endsWith("proj.weight"))
          .forEach(p -> PlantedWeights.keepRows(p.value(), 2));
      Map<String, Finding> findings = Diagnoses.of(CheckKind.ALL, session, 0);
      assertThat(findings.get("features.rank-collapsed").severity()).isEqualTo(Severity.WARNING);
      assertThat(findings.get("features.collapsed").severity()).isEqualTo(Severity.OK);
    }
  }
}
