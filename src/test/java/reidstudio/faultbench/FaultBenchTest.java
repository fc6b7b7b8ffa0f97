package reidstudio.faultbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole bench: {@code ./mvnw verify -Pfault-bench}. Its report is {@code
 * target/fault-bench.md}; {@code -Dfault-bench.seed=N} draws other data and other first weights,
 * {@code -Dfault-bench.only=REGEX} takes only trials of such names.
 */
@Tag("fault-bench")
class FaultBenchTest {
  @TempDir Path folder;

  @Test
  void theDoctorIsRight() throws IOException, InterruptedException {
    long seed = Long.getLong("fault-bench.seed", 100);
    BenchData one = BenchData.healthy(folder.resolve("one"), seed);
    BenchData other = BenchData.healthy(folder.resolve("other"), seed + 1);
    List<BenchTrial> trials = new ArrayList<>(FaultyTrials.all(folder, one, seed));
    trials.addAll(HealthyTrials.all(one.folder(), other.folder(), seed));
    String only = System.getProperty("fault-bench.only", ".*");
    BenchReport report = new BenchReport();
    for (BenchTrial trial : trials) {
      if (trial.name().matches(only)) {
        report.add(trial, trial.diagnose(folder));
        Files.writeString(Path.of("target", "fault-bench.md"), report.text());
      }
    }
    assertThat(report.first()).as("right cause first").isGreaterThanOrEqualTo(0.90);
    assertThat(report.amongThree()).as("among the first three").isGreaterThanOrEqualTo(0.98);
    assertThat(report.falseAlarms()).as("false alarms").isLessThanOrEqualTo(0.02);
  }
}
