package reidstudio.faultbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import reidstudio.config.RunConfig;
import reidstudio.diagnostic.finding.Fault;

/**
 * A run with the real engine.
 *
 * @param config of the run, which may be the fault
 * @param wiring done behind its back, which may be the fault
 * @param question what is asked for before the last step
 */
record BenchCase(
    String name, Optional<Fault> planted, RunConfig config, Wiring wiring, Question question)
    implements BenchTrial {
  @Override
  public Diagnosed diagnose(Path folder) throws IOException, InterruptedException {
    return BenchRun.of(this, folder);
  }

  @Override
  public String toString() {
    return name;
  }
}
