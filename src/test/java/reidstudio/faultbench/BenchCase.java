package reidstudio.faultbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import reidstudio.config.RunConfig;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.engine.TrainingSession;
import reidstudio.event.CheckKind;

/**
 * A run with the real engine.
 *
 * @param config of the run, which may be the fault
 * @param wiring done to the session before its first step, which may be the fault
 * @param ask what is asked for before the last step
 */
record BenchCase(
    String name,
    Optional<Fault> planted,
    RunConfig config,
    Consumer<TrainingSession> wiring,
    CheckKind ask)
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
