package reidstudio.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.config.RunConfig;
import reidstudio.event.Evaluation;
import reidstudio.event.MetricKey;
import reidstudio.event.RunState;
import reidstudio.event.SettingScores;
import reidstudio.event.TrainingEvent;

/** How long a full folder of runs takes to be listed. */
class RunCatalogSpeedTest {
  private static final int RUNS = 500;
  private static final int STEPS = 4_000;

  /** Beside the losses: a real step has about 30 metrics and 1 kB. */
  private static final int FURTHER_METRICS = 27;

  /**
   * Processor time, for time itself depends on what else the machine does. Without the counting of
   * what tests cover it is a quarter; the margin is for machines that are slower than two seconds.
   */
  private static final Duration MOST = Duration.ofSeconds(8);

  @TempDir Path home;

  @Test
  void listingFiveHundredRunsTakesSecondsAndOnceKnownLittle() throws IOException {
    RunFolder model = model(Files.createDirectory(home.resolve("model")));
    Path runs = Files.createDirectory(home.resolve("runs"));
    for (int i = 0; i < RUNS; i++) {
      copy(model, new RunFolder(Files.createDirectory(runs.resolve("run-%03d".formatted(i)))));
    }
    RunCatalog catalog = new RunCatalog();
    Duration begun = processorTime();
    List<RunListing> first = catalog.list(runs);
    Duration cold = processorTime().minus(begun);
    Duration again = processorTime();
    List<RunListing> second = catalog.list(runs);
    Duration known = processorTime().minus(again);
    assertThat(first).hasSize(RUNS).isEqualTo(second);
    assertThat(first.get(0).figures().bestMap()).isPresent();
    assertThat(first.get(0).figures().ceCourse().values()).hasSizeBetween(55, 60);
    assertThat(cold).isLessThan(MOST);
    assertThat(known).as("what is known already").isLessThan(Duration.ofMillis(500));
  }

  /** Of all threads, the compiler's included. */
  private static Duration processorTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
  }

  private RunFolder model(Path into) throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    try (RunStore store = new RunStore(into, Clock.systemUTC())) {
      RunFolder folder = store.create(RunConfig.defaults(), Optional.empty());
      store.publish(Samples.started(folder.run()));
      for (int step = 1; step <= STEPS; step++) {
        Map<MetricKey, Double> values = new HashMap<>();
        values.put(MetricKey.CE_LOSS, 6 * Math.exp(-step / 900.0) + random.nextDouble());
        for (int i = 0; i < FURTHER_METRICS; i++) {
          values.put(new MetricKey("some.metric_number_" + i), random.nextDouble());
        }
        store.publish(Samples.step(folder.run(), step, values));
        if (step % 100 == 0) {
          store.publish(Samples.log(folder.run(), "A line of the log after step " + step));
          store.publish(evaluated(folder, step, random.nextDouble()));
        }
      }
      store.publish(Samples.state(folder.run(), RunState.COMPLETED, ""));
      return folder;
    }
  }

  private static TrainingEvent evaluated(RunFolder folder, int step, double map) {
    SettingScores scores = new SettingScores("nir", 512, 0.5, 0.6, 0.7, map, 0.1);
    return new TrainingEvent.Evaluated(
        folder.run(),
        Samples.AT,
        new Evaluation(step, step / 100, "orbench", List.of(scores, scores, scores, scores)));
  }

  /** The long files are linked, or the test would write two gigabytes. */
  private static void copy(RunFolder model, RunFolder into) throws IOException {
    Files.copy(model.config(), into.config());
    Files.copy(model.environment(), into.environment());
    Files.createLink(into.metrics(), model.metrics());
    Files.createLink(into.events(), model.events());
    new RunAboutFile()
        .change(into.path(), about -> about.withTags(List.of("a", "b")).withNotes("notes"));
  }
}
