package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reidstudio.batch.BatchSource;
import reidstudio.batch.HostBatch;
import reidstudio.config.ConfigException;
import reidstudio.config.RunConfig;
import reidstudio.event.MetricKey;
import reidstudio.event.RunState;
import reidstudio.event.TrainingEvent;
import reidstudio.event.TrainingEvent.LogLine;
import reidstudio.event.TrainingEvent.StateChanged;
import reidstudio.event.TrainingEvent.StepCompleted;
import reidstudio.tensor.Parameter;
import reidstudio.tensor.weights.WeightFile;

/** Runs that start from files of CLIP, from the folder of the data to that of the run. */
class ClipRunTest {
  private static final Pattern COSINES =
      Pattern.compile("to a cosine of ([0-9.]+) and ([0-9.]+)\\.");

  @TempDir static Path folder;
  private static Path data;
  private static SmallClipFiles files;

  @TempDir Path run;
  private List<TrainingEvent> events = new ArrayList<>();

  @BeforeAll
  static void write() throws IOException {
    data = SmallRun.data(folder.resolve("data"));
    files = SmallClipFiles.in(folder.resolve("clip"));
  }

  @Test
  void theLogTellsWhatWasLoadedAndHowWellItAgrees() {
    train(RunPlan.fresh(run, config("epochs", "1")), 1);
    assertThat(states()).endsWith(RunState.STOPPED);
    // as in ClipStartTest: 61 arrays, of which four modalities share those of the patches
    assertThat(log())
        .contains(
            "Pretrained weights of OpenAI: 61 arrays gave 76 parameters their values, nothing was"
                + " missing, 0 arrays of the text encoder were not needed.");
    String test = log().stream().filter(l -> l.startsWith("Self-test")).findFirst().orElseThrow();
    assertThat(test).contains("the features of a picture and of a caption agree");
    Matcher cosines = COSINES.matcher(test);
    assertThat(cosines.find()).as(test).isTrue();
    assertThat(Double.parseDouble(cosines.group(1))).isBetween(0.999999, 1.000001);
    assertThat(Double.parseDouble(cosines.group(2))).isBetween(0.999999, 1.000001);
    assertThat(log()).anyMatch(line -> line.matches(".*are trained, [0-9,]+ are frozen, .*"));
  }

  @Test
  void frozenParametersStayAndAllOthersMove() throws InterruptedException {
    try (TrainingSession session = SmallRun.session(config())) {
      Map<String, float[]> before = values(session);
      steps(session, 3);
      Map<String, float[]> after = values(session);
      for (Parameter parameter : session.model().parameters()) {
        String name = parameter.name();
        boolean frozen = name.startsWith("visual.transformer") && !name.contains(".lora_");
        assertThat(parameter.isTrained()).as(name).isEqualTo(!frozen);
        if (frozen) {
          assertThat(after.get(name)).as(name).containsExactly(before.get(name));
        } else {
          assertThat(Arrays.equals(after.get(name), before.get(name))).as(name).isFalse();
        }
      }
      assertThat(session.model().parameters())
          .extracting(Parameter::role)
          .contains(Parameter.Role.values());
    }
  }

  @Test
  void theRunsFolderListsEveryParameter() throws IOException {
    RunConfig config = config("epochs", "1");
    train(RunPlan.fresh(run, config), 1);
    List<String[]> rows =
        Files.readAllLines(run.resolve("parameters.tsv")).stream()
            .map(line -> line.split("\t", -1))
            .toList();
    assertThat(rows.get(0))
        .startsWith("name", "group", "shape", "size", "trained", "origin", "learningRate");
    try (TrainingSession session = SmallRun.session(config)) {
      assertThat(rows).hasSize(1 + session.model().parameters().size());
    }
    assertThat(row(rows, "visual.transformer.resblocks.0.attn.in_proj_weight"))
        .containsExactly("encoder", "[384,128]", "49152", "frozen", "pretrained", "0.0", "0.0");
    assertThat(row(rows, "visual.nir.conv1.weight"))
        .containsExactly(
            "encoder", "[128,3,12,12]", "55296", "trained", "pretrained", "5.0E-4", "0.01");
    assertThat(row(rows, "text.ln_post.bias"))
        .containsExactly("encoder", "[64]", "64", "trained", "pretrained", "5.0E-4", "0.0");
    assertThat(rows)
        .filteredOn(row -> row[0].contains(".lora_"))
        .isNotEmpty()
        .allMatch(row -> row[1].equals("adapter") && row[4].equals("trained"))
        .allMatch(row -> row[0].contains("resblocks.1.") && row[5].equals("random"));
    assertThat(rows)
        .filteredOn(row -> row[1].equals("head") || row[1].equals("fusion"))
        .hasSizeGreaterThan(2)
        .allMatch(row -> row[4].equals("trained") && row[5].equals("random"));
  }

  @Test
  void aRunThatStartedFromClipGoesOnAsIfItHadNeverStopped(@TempDir Path other) throws IOException {
    RunConfig config = config("epochs", "2");
    train(RunPlan.fresh(other, config), 4);
    List<Double> whole = losses();
    assertThat(whole).hasSize(4);

    train(RunPlan.fresh(run, config), 2);
    assertThat(losses()).isEqualTo(whole.subList(0, 2));
    train(goOn(config), 4);
    assertThat(losses()).isEqualTo(whole.subList(2, 4));
    String frozen = "visual.transformer.resblocks.1.mlp.c_fc.weight";
    try (WeightFile start = WeightFile.open(files.weights());
        WeightFile end = WeightFile.open(run.resolve("checkpoints/last.safetensors"))) {
      assertThat(end.read(frozen)).containsExactly(start.read(frozen));
    }
  }

  @Test
  void theSameVocabularyInOtherFilesIsGoneOnWithAndAnotherIsNot(@TempDir Path pair)
      throws IOException {
    train(RunPlan.fresh(run, config("epochs", "1")), 1);
    SmallClipFiles.WORDS.vocabularyAndMerges(pair, "");
    RunConfig moved = config("epochs", "1", "model.text.vocabulary", pair.toString());
    train(goOn(moved), 2);
    assertThat(states()).endsWith(RunState.STOPPED);
    assertThat(losses()).hasSize(1);

    Path merges = pair.resolve("merges.txt");
    List<String> rules = new ArrayList<>(Files.readAllLines(merges));
    Collections.swap(rules, 2, 3);
    Files.write(merges, rules);
    train(goOn(moved), 3);
    assertThat(states()).endsWith(RunState.FAILED);
    assertThat(((StateChanged) events.get(events.size() - 1)).reason())
        .startsWith(pair + " is not the vocabulary that the run was trained with;");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "model.weights.pretrained | nowhere.safetensors      | nowhere.safetensors",
        "model.weights.pretrained | short.safetensors        | short.safetensors",
        "model.weights.pretrained | clip/tokenizer.json      | tokenizer.json",
        "model.text.vocabulary    | nowhere.json             | nowhere.json",
        "model.text.vocabulary    | short.json               | short.json",
        "model.text.vocabulary    | clip/clip.safetensors    | clip.safetensors",
        "model.imageLayers        | 3                        | model.imageLayers=2",
        "model.embedding          | 32                       | model.embedding=64",
        "model.patch              | 8                        | model.patch=12"
      })
  void whatDoesNotFitFailsTheRunWithOneSentence(String key, String value, String told)
      throws IOException {
    cut(files.weights(), folder.resolve("short.safetensors"));
    cut(files.vocabulary(), folder.resolve("short.json"));
    boolean named = value.contains(".");
    expectFailure(told, key, named ? folder.resolve(value).toString() : value);
  }

  @Test
  void anotherWidthFailsTheRunWithTheSettingsOfTheFile() {
    expectFailure("model.width=128, model.heads=2", "model.width", "64", "model.heads", "1");
  }

  @Test
  void headsThatAreNotClipsAreRefusedBeforeThereIsARun() {
    assertThatThrownBy(() -> config("model.heads", "4"))
        .isInstanceOfSatisfying(
            ConfigException.class,
            e ->
                assertThat(e.problems())
                    .singleElement()
                    .hasToString("model.heads: is 4, CLIP's weights of width 128 need 2"));
  }

  @Test
  void halfAsManyBitsTrainTheSame() throws InterruptedException {
    RunConfig config = config("compute.precision", "bf16", "epochs", "6");
    try (TrainingSession session = SmallRun.session(config)) {
      assertThat(session.startSentences()).anyMatch(line -> line.startsWith("Self-test"));
      List<Double> losses = steps(session, 12);
      assertThat(losses).allMatch(Double::isFinite);
      try (TrainingSession whole = SmallRun.session(config())) {
        double loss = steps(whole, 1).get(0);
        assertThat(losses.get(0)).isNotEqualTo(loss).isCloseTo(loss, withinPercentage(1));
      }
      assertThat(mean(losses.subList(9, 12))).isLessThan(0.9 * mean(losses.subList(0, 3)));
    }
  }

  private void expectFailure(String told, String... settings) {
    train(RunPlan.fresh(run, config(settings)), 1);
    assertThat(states()).containsExactly(RunState.STARTING, RunState.FAILED);
    StateChanged end = (StateChanged) events.get(events.size() - 1);
    assertThat(end.reason()).contains(told).endsWith(".").doesNotContain("\n", "Exception");
  }

  private static void cut(Path whole, Path part) throws IOException {
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(part, Arrays.copyOf(bytes, bytes.length / 2));
  }

  private static RunConfig config(String... settings) {
    return files.config(data, settings);
  }

  private RunPlan goOn(RunConfig config) throws IOException {
    CheckpointFolder.Choice choice =
        new CheckpointFolder(run.resolve("checkpoints")).newestUsable();
    return RunPlan.from(run, config, choice.checkpoint(), Set.of(), choice.warnings());
  }

  /** Trains on the thread of the test until {@code last} was made. */
  private void train(RunPlan plan, long last) {
    List<TrainingEvent> told = new ArrayList<>();
    ActiveRun[] active = new ActiveRun[1];
    DataFolders folders = new DataFolders(folder.resolve("demo"), SmallRun.PEOPLE);
    active[0] =
        new ActiveRun(
            plan,
            new FolderSessions(folders),
            event -> {
              told.add(event);
              if (event instanceof StepCompleted step && step.metrics().step() == last) {
                active[0].lifecycle().change(EnumSet.allOf(RunState.class), RunState.STOPPING, "");
              }
            },
            Clock.systemUTC());
    try (folders) {
      active[0].run();
    }
    events = told;
  }

  /** The same batch again and again. */
  private static List<Double> steps(TrainingSession session, int count)
      throws InterruptedException {
    List<Double> losses = new ArrayList<>();
    try (BatchSource batches = session.batches(1)) {
      HostBatch batch = batches.next();
      for (int i = 0; i < count; i++) {
        StepResult result = session.step().run(batch, 1, 1);
        assertThat(result.culprit()).isEmpty();
        losses.add(result.values().get(MetricKey.TOTAL_LOSS));
      }
    }
    return losses;
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(v -> v).average().orElseThrow();
  }

  private static Map<String, float[]> values(TrainingSession session) {
    Map<String, float[]> values = new HashMap<>();
    for (Map.Entry<String, NDArray> entry : session.model().state().entrySet()) {
      values.put(entry.getKey(), entry.getValue().toFloatArray());
    }
    return values;
  }

  private static List<String> row(List<String[]> rows, String name) {
    String[] row = rows.stream().filter(r -> r[0].equals(name)).findFirst().orElseThrow();
    return List.of(row).subList(1, row.length);
  }

  private List<Double> losses() {
    return events.stream()
        .filter(StepCompleted.class::isInstance)
        .map(e -> ((StepCompleted) e).metrics().values().get(MetricKey.TOTAL_LOSS))
        .toList();
  }

  private List<String> log() {
    return events.stream()
        .filter(LogLine.class::isInstance)
        .map(e -> ((LogLine) e).text())
        .toList();
  }

  private List<RunState> states() {
    return events.stream()
        .filter(StateChanged.class::isInstance)
        .map(e -> ((StateChanged) e).state())
        .toList();
  }
}
