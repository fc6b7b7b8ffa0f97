package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reidstudio.config.RunConfig;
import reidstudio.event.MetricKey;
import reidstudio.event.RunState;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent;
import reidstudio.event.TrainingEvent.RunResumed;
import reidstudio.event.TrainingEvent.StateChanged;
import reidstudio.event.TrainingEvent.StepCompleted;
import reidstudio.tensor.weights.WeightFile;

/** A run that is stopped and goes on is the run that was never stopped, to the last bit. */
class ResumeTest {
  private static final String[] SETTINGS = {
    "epochs", "3",
    "optimizer.fusion.learningRate", "0.002",
    "optimizer.fusion.weightDecay", "0.03",
    "optimizer.head.weightDecay", "0.001",
    "loss.sdm.warmupEpochs", "1",
    "sampler.identities", "3",
    "checkpoint.everyEpochs", "1",
    "checkpoint.keep", "3"
  };

  @TempDir static Path folder;
  private static Path data;
  private static List<StepMetrics> neverStopped;
  private static CheckpointFile end;

  @TempDir Path run;
  private RunConfig config;

  @BeforeEach
  void configure() {
    config = config();
  }

  private List<TrainingEvent> events = List.of();

  @BeforeAll
  static void trainWithoutAStop(@TempDir Path other) throws IOException {
    data = SmallRun.data(folder.resolve("data"));
    ResumeTest whole = new ResumeTest();
    whole.run = other;
    whole.config = config();
    whole.train(RunPlan.fresh(other, whole.config), Long.MAX_VALUE);
    neverStopped = whole.steps();
    assertThat(neverStopped).hasSizeGreaterThanOrEqualTo(6);
    assertThat(neverStopped.get(0).values()).containsKey(MetricKey.NORM_FUSED);
    assertThat(whole.states()).endsWith(RunState.COMPLETED);
    end = whole.newest();
  }

  /** Within the first epoch, at its end, within the second, and before the very last step. */
  @ParameterizedTest
  @CsvSource({"1", "epoch", "afterEpoch", "lastButOne"})
  void lossesAfterTheStopAreThoseOfARunThatWasNotStopped(String where) throws IOException {
    long step = step(where);
    train(RunPlan.fresh(run, config()), step);
    assertThat(states()).endsWith(RunState.STOPPED);
    assertThat(steps()).hasSize((int) step);

    train(goOn(step), Long.MAX_VALUE);
    assertThat(states()).endsWith(RunState.RUNNING, RunState.COMPLETED);
    assertThat(events).contains(resumed(step));
    assertSame(steps(), neverStopped.subList((int) step, neverStopped.size()));
    assertSameEnd();
  }

  /** Weights, running statistics, moments, counters, best epoch: all that a checkpoint holds. */
  private void assertSameEnd() throws IOException {
    try (WeightFile file = WeightFile.open(newest().path());
        WeightFile expected = WeightFile.open(end.path())) {
      assertThat(file.names()).containsExactlyElementsOf(expected.names());
      for (String name : file.names()) {
        assertThat(file.read(name)).as(name).isEqualTo(expected.read(name));
      }
      Map<String, String> facts = new HashMap<>(file.metadata());
      facts.put("seconds", expected.metadata().get("seconds"));
      assertThat(facts).isEqualTo(expected.metadata());
      // SDM joins in the second epoch and makes the sum larger
      assertThat(facts.get("bestEpoch")).isEqualTo("1");
    }
  }

  @Test
  void aRunForOneEpochEndsWithItAndGoesOnAsOneThatWasMadeForAll() throws IOException {
    train(RunPlan.fresh(run, config()).until(1), Long.MAX_VALUE);
    assertThat(states()).endsWith(RunState.STOPPING, RunState.STOPPED);
    int steps = (int) stepsPerEpoch();
    assertSame(steps(), neverStopped.subList(0, steps));

    train(goOn(steps), Long.MAX_VALUE);
    assertThat(states()).endsWith(RunState.RUNNING, RunState.COMPLETED);
    assertSame(steps(), neverStopped.subList(steps, neverStopped.size()));
    assertSameEnd();
  }

  @Test
  void aStopWaitsForTheUpdateThatIsUnderWay() throws IOException {
    ResumeTest whole = new ResumeTest();
    whole.run = Files.createDirectory(run.resolve("whole"));
    whole.config = SmallRun.config(data, and("optimizer.accumulation", "2"));
    whole.train(RunPlan.fresh(whole.run, whole.config), Long.MAX_VALUE);
    ResumeTest stopped = new ResumeTest();
    stopped.run = Files.createDirectory(run.resolve("stopped"));
    stopped.config = whole.config;
    stopped.train(RunPlan.fresh(stopped.run, stopped.config), 1);
    assertThat(stopped.steps()).hasSize(2);
    assertThat(stopped.newest().facts().position().updates()).isEqualTo(1);
    assertThat(stopped.steps().get(0).values()).doesNotContainKey(MetricKey.GRADIENT_NORM);
    assertThat(stopped.steps().get(1).values()).containsKey(MetricKey.GRADIENT_NORM);
    stopped.train(stopped.goOn(2), Long.MAX_VALUE);
    assertSame(stopped.steps(), whole.steps().subList(2, whole.steps().size()));
    assertThat(whole.newest().facts().position().updates()).isLessThan(whole.steps().size());
  }

  @Test
  void modalityDropoutLeavesOutTheSameAfterAStop() throws IOException {
    ResumeTest whole = new ResumeTest();
    whole.run = Files.createDirectory(run.resolve("whole"));
    whole.config = SmallRun.config(data, and("data.modalityDropout", "0.4"));
    whole.train(RunPlan.fresh(whole.run, whole.config), Long.MAX_VALUE);
    ResumeTest stopped = new ResumeTest();
    stopped.run = Files.createDirectory(run.resolve("stopped"));
    stopped.config = whole.config;
    stopped.train(RunPlan.fresh(stopped.run, stopped.config), 2);
    stopped.train(stopped.goOn(2), Long.MAX_VALUE);
    assertSame(stopped.steps(), whole.steps().subList(2, whole.steps().size()));
    assertThat(whole.steps())
        .allMatch(step -> step.value(MetricKey.MASKED_SHARE) >= 0)
        .anyMatch(step -> step.value(MetricKey.MASKED_SHARE) > 0.2);
    assertThat(neverStopped).noneMatch(step -> step.values().containsKey(MetricKey.MASKED_SHARE));
  }

  private static String[] and(String key, String value) {
    String[] settings = Arrays.copyOf(SETTINGS, SETTINGS.length + 2);
    settings[SETTINGS.length] = key;
    settings[SETTINGS.length + 1] = value;
    return settings;
  }

  @Test
  void stopsMayFollowOneAnother() throws IOException {
    train(RunPlan.fresh(run, config()), 2);
    List<StepMetrics> all = new ArrayList<>(steps());
    for (int step = 2; step < neverStopped.size(); step++) {
      train(goOn(step), step + 1L);
      all.addAll(steps());
    }
    assertSame(all, neverStopped);
    assertSameEnd();
    for (int i = 1; i < all.size(); i++) {
      assertThat(all.get(i).seconds()).isGreaterThan(all.get(i - 1).seconds());
    }
  }

  static RunConfig config() {
    return SmallRun.config(data, SETTINGS);
  }

  private static long stepsPerEpoch() {
    return neverStopped.size() / 3;
  }

  private static long step(String where) {
    return switch (where) {
      case "epoch" -> stepsPerEpoch();
      case "afterEpoch" -> stepsPerEpoch() + 1;
      case "lastButOne" -> neverStopped.size() - 1L;
      default -> Long.parseLong(where);
    };
  }

  private RunPlan goOn(long step) throws IOException {
    CheckpointFile checkpoint = newest();
    assertThat(checkpoint.facts().position().step()).isEqualTo(step);
    return RunPlan.from(run, config, checkpoint, Set.of(), List.of());
  }

  private CheckpointFile newest() throws IOException {
    CheckpointFolder.Choice choice =
        new CheckpointFolder(run.resolve("checkpoints")).newestUsable();
    assertThat(choice.warnings()).isEmpty();
    return choice.checkpoint();
  }

  /** Trains on the thread of the test; asks for a stop when {@code stopAfter} was made. */
  private void train(RunPlan plan, long stopAfter) {
    List<TrainingEvent> told = new ArrayList<>();
    ActiveRun[] active = new ActiveRun[1];
    active[0] =
        new ActiveRun(
            plan,
            (wanted, cancelled) -> SmallRun.session(config),
            event -> {
              told.add(event);
              if (event instanceof StepCompleted step && step.metrics().step() == stopAfter) {
                active[0].lifecycle().change(EnumSet.allOf(RunState.class), RunState.STOPPING, "");
              }
            },
            Clock.systemUTC());
    active[0].run();
    events = told;
  }

  private static void assertSame(List<StepMetrics> some, List<StepMetrics> expected) {
    assertThat(some).hasSameSizeAs(expected);
    for (int i = 0; i < some.size(); i++) {
      assertThat(reproducible(some.get(i))).isEqualTo(reproducible(expected.get(i)));
    }
  }

  /** Everything but what a clock or the machine tells. */
  private static StepMetrics reproducible(StepMetrics step) {
    var values = new HashMap<>(step.values());
    values.remove(MetricKey.THROUGHPUT);
    values.remove(MetricKey.DATA_WAIT);
    values.remove(MetricKey.MEMORY);
    values.keySet().removeIf(key -> key.name().startsWith("machine."));
    assertThat(values).hasSizeGreaterThan(15);
    return new StepMetrics(
        step.step(), step.epoch(), step.stepInEpoch(), 0, values, step.sdmZero());
  }

  private TrainingEvent resumed(long step) {
    return events.stream()
        .filter(e -> e instanceof RunResumed r && r.step() == step)
        .findFirst()
        .orElseThrow();
  }

  private List<StepMetrics> steps() {
    return events.stream()
        .filter(StepCompleted.class::isInstance)
        .map(e -> ((StepCompleted) e).metrics())
        .toList();
  }

  private List<RunState> states() {
    return events.stream()
        .filter(StateChanged.class::isInstance)
        .map(e -> ((StateChanged) e).state())
        .toList();
  }
}
