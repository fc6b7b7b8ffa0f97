package reidstudio.faultbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reidstudio.config.RunConfig;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.event.StepMetrics;

/** Gathers trials; each run gets a seed of its own. */
final class TrialList {
  private final List<BenchTrial> trials = new ArrayList<>();
  private long seed;

  /** The seeds of runs follow {@code seed}. */
  TrialList(long seed) {
    this.seed = seed;
  }

  /** A run on {@code data} with settings as key, value, key, value. */
  TrialList run(Optional<Fault> planted, String name, Path data, String... settings) {
    return run(planted, name, data, Wiring.SOUND, Question.ALL, settings);
  }

  TrialList run(
      Optional<Fault> planted,
      String name,
      Path data,
      Wiring wiring,
      Question question,
      String... settings) {
    seed++;
    trials.add(
        new BenchCase(name, planted, BenchConfig.of(data, seed, settings), wiring, question));
    return this;
  }

  TrialList log(Optional<Fault> planted, String name, LogText text) {
    trials.add(new BenchLog(name, planted, text.text()));
    return this;
  }

  TrialList steps(
      Fault planted, String name, RunConfig config, int classes, List<StepMetrics> steps) {
    trials.add(new BenchSteps(name, Optional.of(planted), config, classes, steps));
    return this;
  }

  List<BenchTrial> trials() {
    return List.copyOf(trials);
  }
}
