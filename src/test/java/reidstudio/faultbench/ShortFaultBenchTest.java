package reidstudio.faultbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.diagnostic.finding.Fault;

/** The seed's three problems and a few traps of the whole bench, in a minute. */
class ShortFaultBenchTest {
  private static final Set<String> FAULTY =
      Set.of("frozen classifier", "head rate 1e-6", "shuffle of 32", "norm pulled to 3");
  private static final Set<String> TRAPS = Set.of("default 1", "trap: SDM off on purpose");

  private static final long SEED = 100;

  @TempDir Path folder;

  @Test
  void theSeedsThreeProblemsAreNamedAndHealthyRunsLeftAlone()
      throws IOException, InterruptedException {
    BenchData data = BenchData.healthy(folder.resolve("data"), 3);
    for (BenchTrial trial : FaultyTrials.all(folder, data, SEED)) {
      if (FAULTY.contains(trial.name()) || trial.name().startsWith("log:")) {
        Fault planted = trial.planted().orElseThrow();
        assertThat(trial.diagnose(folder).problems()).as(trial.name()).startsWith(planted.id());
      }
    }
    for (BenchTrial trial : HealthyTrials.all(data.folder(), data.folder(), SEED)) {
      if (TRAPS.contains(trial.name()) || trial.name().contains("log")) {
        Diagnosed said = trial.diagnose(folder);
        assertThat(List.of(said.problems(), said.live()))
            .as(trial.name())
            .allMatch(all -> all.isEmpty());
      }
    }
  }
}
