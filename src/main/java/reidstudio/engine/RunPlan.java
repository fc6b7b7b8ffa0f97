package reidstudio.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import reidstudio.config.RunConfig;

/**
 * What a run is to do.
 *
 * @param folder where it is kept; its name is the run's
 * @param config what it is asked to do
 * @param from the checkpoint it goes on from; empty for a new run
 * @param lastEpoch the epoch after which it is stopped, at most {@code config.epochs()}
 * @param warnings for its log
 */
record RunPlan(
    Path folder,
    RunConfig config,
    Optional<CheckpointFile> from,
    int lastEpoch,
    List<String> warnings) {
  RunPlan(Path folder, RunConfig config, Optional<CheckpointFile> from, List<String> warnings) {
    this(folder, config, from, config.epochs(), warnings);
  }

  static RunPlan fresh(Path folder, RunConfig config) {
    return new RunPlan(folder, config, Optional.empty(), List.of());
  }

  RunPlan until(int epoch) {
    return new RunPlan(folder, config, from, Math.min(epoch, config.epochs()), warnings);
  }

  /** Whether it is stopped before all epochs are done. */
  boolean endsEarly() {
    return lastEpoch < config.epochs();
  }

  String run() {
    return folder.getFileName().toString();
  }

  Position start() {
    return from.map(checkpoint -> checkpoint.facts().position()).orElse(Position.START);
  }
}
