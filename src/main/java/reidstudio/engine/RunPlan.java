package reidstudio.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reidstudio.config.RunConfig;

/**
 * What a run is to do.
 *
 * @param folder where it is kept; its name is the run's
 * @param config what it is asked to do
 * @param from the checkpoint it goes on from; empty for a new run
 * @param lastEpoch the epoch after which it is stopped, at most {@code config.epochs()}
 * @param leftOut steps whose batches are not trained with: a value of theirs was not finite before
 * @param warnings for its log
 */
record RunPlan(
    Path folder,
    RunConfig config,
    Optional<CheckpointFile> from,
    int lastEpoch,
    Set<Long> leftOut,
    List<String> warnings) {

  static RunPlan fresh(Path folder, RunConfig config) {
    return new RunPlan(folder, config, Optional.empty(), config.epochs(), Set.of(), List.of());
  }

  /** {@code config} from {@code checkpoint} on, to its end. */
  static RunPlan from(
      Path folder,
      RunConfig config,
      CheckpointFile checkpoint,
      Set<Long> leftOut,
      List<String> warnings) {
    return new RunPlan(folder, config, Optional.of(checkpoint), config.epochs(), leftOut, warnings);
  }

  RunPlan until(int epoch) {
    return new RunPlan(folder, config, from, Math.min(epoch, config.epochs()), leftOut, warnings);
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
