package reidstudio.faultbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.engine.TrainingSession;
import reidstudio.event.CheckKind;

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
    return run(planted, name, data, Wiring.SOUND, CheckKind.ALL, settings);
  }

  TrialList run(
      Optional<Fault> planted,
      String name,
      Path data,
      Consumer<TrainingSession> wiring,
      CheckKind ask,
      String... settings) {
    seed++;
    trials.add(new BenchCase(name, planted, BenchConfig.of(data, seed, settings), wiring, ask));
    return this;
  }

  TrialList log(Optional<Fault> planted, String name, LogText text) {
    trials.add(new BenchLog(name, planted, text.text()));
    return this;
  }

  List<BenchTrial> trials() {
    return List.copyOf(trials);
  }
}
