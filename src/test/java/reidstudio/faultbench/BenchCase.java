package reidstudio.faultbench;

import java.util.Optional;
import java.util.function.Consumer;
import reidstudio.config.RunConfig;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.engine.TrainingSession;

/**
 * One run of the bench.
 *
 * @param name what is special about it
 * @param planted the fault that was planted; empty for a healthy run
 * @param config of the run, which may be the fault
 * @param wiring done to the session before its first step, which may be the fault
 */
record BenchCase(
    String name, Optional<Fault> planted, RunConfig config, Consumer<TrainingSession> wiring) {
  @Override
  public String toString() {
    return name;
  }
}
