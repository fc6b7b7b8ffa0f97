package reidstudio.faultbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.rule.LiveHealth;
import reidstudio.event.Finding;
import reidstudio.store.ImportedRun;
import reidstudio.store.LogOpener;

/**
 * The log of another program: for faults that this engine cannot have, and for traps that only
 * others set.
 *
 * @param text of the log
 */
record BenchLog(String name, Optional<Fault> planted, String text) implements BenchTrial {
  @Override
  public Diagnosed diagnose(Path folder) throws IOException {
    long start = System.nanoTime();
    Path log = Files.writeString(Files.createTempFile(folder, "training", ".log"), text);
    try (LogOpener opener = new LogOpener(LiveHealth::new, ZoneOffset.UTC);
        ImportedRun run = opener.open(log, false)) {
      Set<String> live = new LinkedHashSet<>();
      run.trace()
          .healthChanges()
          .forEach(
              change ->
                  change.findings().stream()
                      .filter(Finding::isProblem)
                      .forEach(finding -> live.add(finding.id())));
      double seconds = (System.nanoTime() - start) / 1e9;
      return new Diagnosed(run.trace().health(), live, seconds, "");
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
