package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.config.EvaluationConfig;
import reidstudio.config.RunConfig;
import reidstudio.event.Evaluation;
import reidstudio.event.MetricKey;
import reidstudio.event.RunState;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent;
import reidstudio.event.TrainingEvent.Evaluated;
import reidstudio.event.TrainingEvent.LogLine;
import reidstudio.event.TrainingEvent.StateChanged;
import reidstudio.event.TrainingEvent.StepCompleted;
import reidstudio.tensor.weights.WeightFile;

/** Evaluations within a run, on the thread of the test. */
class EpochEvaluationTest {
  @TempDir static Path folder;
  private static Path data;

  @TempDir Path run;
  private List<TrainingEvent> events = new ArrayList<>();
  private Consumer<TrainingEvent> reaction = event -> {};
  private ActiveRun active;

  @BeforeAll
  static void paint() {
    data = SmallRun.data(folder.resolve("data"));
  }

  @Test
  void anEvaluationFollowsEveryNthEpochAndTheLast() {
    EvaluationConfig second = new EvaluationConfig(2, 8);
    assertThat(List.of(1, 2, 3, 4, 5))
        .filteredOn(e -> second.follows(e, 5))
        .containsExactly(2, 4, 5);
    assertThat(List.of(1, 2, 3))
        .filteredOn(e -> new EvaluationConfig(0, 8).follows(e, 3))
        .isEmpty();
    train(config("epochs", "3", "evaluation.everyEpochs", "2"));
    assertThat(evaluations()).extracting(Evaluation::epoch).containsExactly(2, 3);
    long perEpoch = steps().size() / 3;
    assertThat(evaluations())
        .extracting(Evaluation::step)
        .containsExactly(2 * perEpoch, 3 * perEpoch);
    assertThat(evaluations().get(0).settings()).hasSize(32);
    assertThat(evaluations().get(0).protocol()).isEqualTo("ORBench");
    assertThat(lines())
        .anyMatch(
            line ->
                line.matches(
                    "Evaluation after epoch 2: mean mAP [0-9.]+ %, by number of modalities one"
                        + " [0-9.]+ %, two [0-9.]+ %, three [0-9.]+ %, four [0-9.]+ %; 32 settings"
                        + " in [0-9.]+ s\\. By ORBench: one trial .*; cameras do not matter; .*"));
  }

  @Test
  void trainingIsTheSameToTheLastBitWithAndWithoutIt() throws IOException {
    train(config("epochs", "3", "evaluation.everyEpochs", "0"));
    List<StepMetrics> without = steps();
    assertThat(evaluations()).isEmpty();
    Map<String, float[]> weights = weights();
    events = new ArrayList<>();
    train(config("epochs", "3", "evaluation.everyEpochs", "1"));
    assertThat(evaluations()).hasSize(3);
    assertThat(steps()).hasSameSizeAs(without);
    for (int i = 0; i < without.size(); i++) {
      assertThat(reproducible(steps().get(i))).isEqualTo(reproducible(without.get(i)));
    }
    weights().forEach((name, values) -> assertThat(values).as(name).isEqualTo(weights.get(name)));
  }

  @Test
  void theBestEpochIsThatOfTheHighestMeanMap() throws IOException {
    train(config("epochs", "3", "evaluation.everyEpochs", "1"));
    Evaluation highest =
        evaluations().stream().reduce((a, b) -> map(b) > map(a) ? b : a).orElseThrow();
    BestEpoch best = checkpoint().facts().position().best().orElseThrow();
    assertThat(best).isEqualTo(new BestEpoch("eval.map.mean", map(highest), highest.epoch()));
    CheckpointFile file = CheckpointFile.verified(run.resolve("checkpoints/best.safetensors"));
    assertThat(file.facts().position().step()).isEqualTo(highest.step());
  }

  @Test
  void aRunThatGoesOnKeepsTheBest() throws IOException {
    RunConfig config = config("epochs", "2", "evaluation.everyEpochs", "1");
    reaction = stopAt("Evaluation after epoch 1: mean");
    train(config);
    assertThat(states()).endsWith(RunState.STOPPED);
    BestEpoch first = checkpoint().facts().position().best().orElseThrow();
    assertThat(first.metric()).isEqualTo(BestEpoch.MEAN_MAP);
    reaction = event -> {};
    train(config, RunPlan.from(run, config, checkpoint(), Set.of(), List.of()));
    assertThat(states()).endsWith(RunState.COMPLETED);
    BestEpoch last = checkpoint().facts().position().best().orElseThrow();
    double now = map(evaluations().get(1));
    assertThat(last)
        .isEqualTo(now > first.value() ? new BestEpoch(BestEpoch.MEAN_MAP, now, 2) : first);
  }

  @Test
  void aStopEndsTheEvaluationAtItsNextBatch() throws IOException {
    reaction = stopAt("Epoch 1 of");
    train(config("epochs", "2", "evaluation.everyEpochs", "1"));
    assertThat(states()).endsWith(RunState.STOPPING, RunState.STOPPED);
    assertThat(evaluations()).isEmpty();
    assertThat(lines()).contains("The evaluation after epoch 1 was broken off.");
    assertThat(checkpoint().facts().position().epoch()).isEqualTo(2);
  }

  @Test
  void weightsThatAreBrokenAreToldAndTrainingGoesOn() {
    reaction =
        event -> {
          if (event instanceof LogLine line && line.text().startsWith("Epoch 2 of")) {
            var weight = active.session().model().state().get("visual.proj.weight");
            active
                .session()
                .pack()
                .run("assign", weight, weight.getManager().full(weight.getShape(), Float.NaN));
          }
        };
    train(config("epochs", "2", "evaluation.everyEpochs", "1"));
    assertThat(evaluations()).hasSize(1);
    assertThat(lines()).anyMatch(l -> l.startsWith("A feature of the gallery is not finite"));
    assertThat(states()).endsWith(RunState.COMPLETED);
  }

  @Test
  void timeOfAnEvaluationIsNotTrainingTime() {
    long[] nanos = new long[2];
    reaction =
        event -> {
          if (event instanceof LogLine line && line.text().startsWith("Epoch 1 of")) {
            nanos[0] = System.nanoTime();
          } else if (event instanceof Evaluated && nanos[1] == 0) {
            nanos[1] = System.nanoTime();
          }
        };
    long start = System.nanoTime();
    train(config("epochs", "2", "evaluation.everyEpochs", "1"));
    double elsewhere = (nanos[1] - nanos[0]) / 1e9;
    double whole = (System.nanoTime() - start) / 1e9;
    List<StepMetrics> steps = steps();
    assertThat(elsewhere).isPositive();
    assertThat(steps.get(steps.size() - 1).seconds()).isLessThan(whole - elsewhere);
  }

  private static double map(Evaluation evaluation) {
    return evaluation.meanAveragePrecision().orElseThrow();
  }

  private static RunConfig config(String... settings) {
    return SmallRun.config(data, settings);
  }

  private Consumer<TrainingEvent> stopAt(String beginning) {
    return event -> {
      if (event instanceof LogLine line && line.text().startsWith(beginning)) {
        active.lifecycle().change(EnumSet.of(RunState.RUNNING), RunState.STOPPING, "");
      }
    };
  }

  private void train(RunConfig config) {
    train(config, RunPlan.fresh(run, config));
  }

  private void train(RunConfig config, RunPlan plan) {
    active =
        new ActiveRun(
            plan,
            (wanted, cancelled) -> SmallRun.session(config),
            event -> {
              events.add(event);
              reaction.accept(event);
            },
            Clock.systemUTC());
    active.run();
  }

  private CheckpointFile checkpoint() throws IOException {
    return new CheckpointFolder(run.resolve("checkpoints")).newestUsable().checkpoint();
  }

  private Map<String, float[]> weights() throws IOException {
    Map<String, float[]> weights = new HashMap<>();
    try (WeightFile file = WeightFile.open(run.resolve("checkpoints/last.safetensors"))) {
      for (String name : file.names()) {
        weights.put(name, file.read(name));
      }
    }
    return weights;
  }

  private static Map<MetricKey, Double> reproducible(StepMetrics step) {
    Map<MetricKey, Double> values = new HashMap<>(step.values());
    values.remove(MetricKey.THROUGHPUT);
    values.remove(MetricKey.DATA_WAIT);
    values.remove(MetricKey.MEMORY);
    values.keySet().removeIf(key -> key.name().startsWith("machine."));
    assertThat(values).hasSizeGreaterThan(15);
    return values;
  }

  private List<Evaluation> evaluations() {
    return events.stream()
        .filter(Evaluated.class::isInstance)
        .map(event -> ((Evaluated) event).evaluation())
        .toList();
  }

  private List<String> lines() {
    return events.stream()
        .filter(LogLine.class::isInstance)
        .map(event -> ((LogLine) event).text())
        .toList();
  }

  private List<StepMetrics> steps() {
    return events.stream()
        .filter(StepCompleted.class::isInstance)
        .map(event -> ((StepCompleted) event).metrics())
        .toList();
  }

  private List<RunState> states() {
    return events.stream()
        .filter(StateChanged.class::isInstance)
        .map(event -> ((StateChanged) event).state())
        .toList();
  }
}
