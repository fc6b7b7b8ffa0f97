package reidstudio.faultbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.event.Evidence;
import reidstudio.event.Finding;

/** The seed's three problems and a few traps of the whole bench, in a minute. */
class ShortFaultBenchTest {
  private static final Set<String> FAULTY =
      Set.of(
          "frozen classifier",
          "head rate 1e-6",
          "shuffle of 32",
          "norm pulled to 3",
          "logits are cut off",
          "the sampler goes by names",
          "dropout takes visible pictures, too");
  private static final Set<String> TRAPS =
      Set.of("default 1", "trap: SDM off on purpose", "modality dropout");

  private static final long SEED = 100;

  @TempDir static Path folder;
  private static BenchData data;
  private static List<BenchTrial> faulty;

  @BeforeAll
  static void plant() throws IOException {
    data = BenchData.healthy(folder.resolve("data"), 3);
    faulty = FaultyTrials.all(folder, data, SEED);
  }

  /** A cause that no trial plants is one that nobody knows to be found. */
  @Test
  void everyCauseIsPlantedSomewhereInTheBench() {
    Set<Fault> missing = EnumSet.allOf(Fault.class);
    faulty.forEach(trial -> missing.remove(trial.planted().orElseThrow()));
    assertThat(missing).isEmpty();
  }

  @Test
  void theSeedsThreeProblemsAreNamedAndHealthyRunsLeftAlone()
      throws IOException, InterruptedException {
    for (BenchTrial trial : faulty) {
      boolean numbersAlone = trial.name().startsWith("log:") || trial.name().startsWith("stored:");
      if (FAULTY.contains(trial.name()) || numbersAlone) {
        Fault planted = trial.planted().orElseThrow();
        Diagnosed said = trial.diagnose(folder);
        assertThat(said.problems()).as(trial.name()).startsWith(planted.id());
        Finding first = said.findings().get(0);
        assertThat(first.evidence()).as(first.toString()).anyMatch(Evidence::isAbnormal);
      }
    }
    for (BenchTrial trial : HealthyTrials.all(data.folder(), data.folder(), SEED)) {
      if (TRAPS.contains(trial.name()) || trial.name().contains("log")) {
        Diagnosed said = trial.diagnose(folder);
        assertThat(List.of(said.problems(), said.live()))
            .as(trial.name())
            .allMatch(all -> all.isEmpty());
        assertThat(said.findings())
            .as(trial.name())
            .allMatch(f -> !f.isProblem() || f.evidence().stream().anyMatch(Evidence::isAbnormal));
      }
    }
  }
}
