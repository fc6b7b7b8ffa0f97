package reidstudio.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.Patience;
import reidstudio.command.CommandAck;
import reidstudio.command.RunCommand;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.engine.SmallRun;
import reidstudio.event.MetricKey;
import reidstudio.event.RunState;
import reidstudio.store.EpochReading;
import reidstudio.store.RunCatalog;
import reidstudio.store.RunListing;
import reidstudio.store.RunReader;
import reidstudio.store.RunTrace;
import reidstudio.store.Series;
import reidstudio.store.XAxis;

/** Engine and store together: an ended run goes on in its own folder. */
@Timeout(120)
class ContinueTest {
  private static final String[] SETTINGS = {
    "epochs", "3", "checkpoint.everyEpochs", "1", "checkpoint.keep", "2"
  };
  private static final int STEPS = 18;
  private static final int LONGER = 24;

  @TempDir static Path folder;
  private static Path data;

  @TempDir Path home;

  @RegisterExtension final OpenStudio studio = new OpenStudio(() -> home);

  @BeforeAll
  static void paint() {
    data = SmallRun.data(folder.resolve("data"));
  }

  @Test
  void aCompletedRunGoesOnWithMoreEpochsOnly() throws Exception {
    Path run = completed();
    assertThat(refusal(goOn(run)))
        .isEqualTo(
            "The run "
                + run.getFileName()
                + " is complete after 3 epochs; ask for more epochs to go"
                + " on.");
    assertThat(refusal(more(run, 3))).contains("is complete after 3 epochs");

    assertThat(more(run, 4)).isInstanceOf(CommandAck.Accepted.class);
    RunTrace live = studio.ended();
    assertThat(live.state()).contains(RunState.COMPLETED);
    assertThat(live.lastStep().orElseThrow().step()).isEqualTo(LONGER);
    assertThat(live.lastStep().orElseThrow().epoch()).isEqualTo(4);
    studio.close();
    assertSameAsStored(live, run);
    assertThat(new RunConfigCodec().read(run.resolve("config.json")).epochs()).isEqualTo(4);
    assertOneLine(new RunReader().open(run), LONGER);
    RunListing listing = new RunCatalog().list(home.resolve("runs")).get(0);
    assertThat(listing.steps()).isEqualTo(LONGER);
    assertThat(listing.epochsDone()).isEqualTo(4);
    assertThat(tensorBoardFiles(run)).hasSize(2);
  }

  /** As a change is tried: the schedule is that of all epochs. */
  @Test
  void aRunForOneEpochIsStoppedAfterItAndCanBeTrainedToTheEnd() throws Exception {
    RunTrace whole = new RunReader().open(completed());
    RunConfig config = SmallRun.config(data, SETTINGS);
    CommandAck ack =
        studio.control().submit(new RunCommand.Start(config, Optional.empty(), OptionalInt.of(1)));
    assertThat(ack).isInstanceOf(CommandAck.Accepted.class);
    RunTrace first = studio.ended();
    assertThat(first.state()).contains(RunState.STOPPED);
    assertThat(first.stateReason()).isEqualTo("Stopped after epoch 1, as it was asked to.");
    assertThat(first.steps()).isEqualTo(6).isEqualTo(first.facts().orElseThrow().stepsPerEpoch());
    assertThat(new EpochReading(first).epoch(1)).isEqualTo(new EpochReading(whole).epoch(1));

    Path run = first.folder().orElseThrow();
    assertThat(goOn(run)).isInstanceOf(CommandAck.Accepted.class);
    assertThat(studio.ended().state()).contains(RunState.COMPLETED);
    studio.close();
    RunTrace stored = new RunReader().open(run);
    assertOneLine(stored, STEPS);
    for (MetricKey key : List.of(MetricKey.TOTAL_LOSS, MetricKey.RATE_HEAD)) {
      assertThat(values(stored.series(key))).isEqualTo(values(whole.series(key)));
    }
  }

  /** Killed in the middle of step 15, whose line is torn; the last checkpoint is of step 12. */
  @Test
  void aKilledRunGoesOnAndReadsBackAsOneLine() throws Exception {
    Path run = completed();
    RunTrace whole = new RunReader().open(run);
    studio.close();
    kill(run);
    assertThat(new RunReader().open(run).interrupted()).isTrue();

    studio.open();
    assertThat(goOn(run)).isInstanceOf(CommandAck.Accepted.class);
    RunTrace live = studio.ended();
    assertThat(live.state()).contains(RunState.COMPLETED);
    assertThat(live.log()).anyMatch(e -> e.text().startsWith("Goes on after step 12 from step-"));
    studio.close();
    assertSameAsStored(live, run);
    RunTrace stored = new RunReader().open(run);
    assertOneLine(stored, STEPS);
    for (MetricKey key : List.of(MetricKey.TOTAL_LOSS, MetricKey.CE_LOSS, MetricKey.SDM_LOSS)) {
      assertThat(values(stored.series(key))).isEqualTo(values(whole.series(key)));
    }
    assertThat(stored.problems()).isEmpty();
    assertThat(stored.interrupted()).isFalse();
    assertThat(stored.stateChanges()).last().satisfies(s -> assertThat(s.step()).isEqualTo(STEPS));
    assertThat(Files.readString(run.resolve("metrics.jsonl"))).endsWith("}\n");
  }

  /** The same batch under the same weights would end the run again, every time. */
  @Test
  void aStepThatWasNotFiniteIsLeftOutWithItsUpdate() throws Exception {
    start("optimizer.accumulation", "2");
    Path run = studio.ended().folder().orElseThrow();
    studio.close();
    kill(run);
    Path events = run.resolve("events.jsonl");
    Files.writeString(
        events,
        Files.readString(events)
            + "\n{\"type\":\"non-finite\",\"at\":1,\"step\":16,\"culprit\":\"ce.loss\",\"items\":[],"
            + "\"afterStep\":15}\n");

    studio.open();
    assertThat(goOn(run)).isInstanceOf(CommandAck.Accepted.class);
    RunTrace live = studio.ended();
    assertThat(live.state()).contains(RunState.COMPLETED);
    assertThat(steps(live)).endsWith(12, 13, 14, 17, 18);
    assertThat(live.log()).anyMatch(e -> e.text().startsWith("Step 15 is left out, a value of"));
    assertThat(live.log()).anyMatch(e -> e.text().startsWith("Step 16 is left out, a value of"));
    studio.close();
    assertSameAsStored(live, run);
    assertThat(steps(new RunReader().open(run))).isEqualTo(steps(live));
  }

  private static List<Integer> steps(RunTrace trace) {
    Series series = trace.series(MetricKey.TOTAL_LOSS);
    return IntStream.range(0, series.size()).mapToObj(i -> (int) series.x(XAxis.STEP, i)).toList();
  }

  @Test
  void aDamagedLastCheckpointIsNamedAndTheOneBeforeItIsUsed() throws Exception {
    Path run = completed();
    Path last = run.resolve("checkpoints/step-0000018.safetensors");
    flip(last);
    assertThat(more(run, 3)).isInstanceOf(CommandAck.Refused.class);
    assertThat(more(run, 4)).isInstanceOf(CommandAck.Accepted.class);
    RunTrace live = studio.ended();
    assertThat(live.state()).contains(RunState.COMPLETED);
    assertThat(live.log())
        .anyMatch(
            e ->
                e.text()
                    .equals(
                        "The checkpoint step-0000018.safetensors cannot be used: its checksum does"
                            + " not match."));
    assertThat(live.log()).anyMatch(e -> e.text().startsWith("Goes on after step 12 from step-"));
    studio.close();
    assertOneLine(new RunReader().open(run), LONGER);
    assertSameAsStored(live, run);
  }

  @Test
  void withoutAUsableCheckpointTheRunIsLeftAsItIs() throws Exception {
    Path run = completed();
    studio.close();
    List<String> before = everything(run);
    for (String step : List.of("12", "18")) {
      flip(run.resolve("checkpoints/step-00000" + step + ".safetensors"));
    }
    studio.open();
    assertThat(refusal(more(run, 9)))
        .startsWith("None of the run's checkpoints can be used, so it cannot go on; start a new")
        .contains("step-0000018.safetensors", "step-0000012.safetensors")
        .doesNotContain("\n");
    assertThat(everything(run)).isEqualTo(before);
    for (Path file : files(run.resolve("checkpoints"))) {
      Files.delete(file);
    }
    assertThat(refusal(more(run, 9))).startsWith("The run has no checkpoint in ");
  }

  @Test
  void anotherDataFolderIsRefusedWithWhatIsNewInIt() throws Exception {
    Path run = completed();
    studio.close();
    Path labels = run.resolve("labels.tsv");
    List<String> lines = Files.readAllLines(labels);
    String gone = lines.get(9).substring(2);
    forgetIdentity(run, lines);

    studio.open();
    assertThat(more(run, 4)).isInstanceOf(CommandAck.Accepted.class);
    RunTrace live = studio.ended();
    assertThat(live.state()).contains(RunState.FAILED);
    assertThat(live.stateReason())
        .isEqualTo(
            "The data folder is not the one that the run was trained on: identity "
                + gone
                + " is new in it; bring the former data back, or start a new run.");
    studio.close();
    assertThat(new RunReader().open(run).lastStep().orElseThrow().step()).isEqualTo(STEPS);
  }

  @Test
  void aRunThatIsBeingWrittenIsRefused() throws Exception {
    start("epochs", "500");
    Patience.until("a step was made", () -> studio.current().lastStep().isPresent());
    Path run = studio.current().folder().orElseThrow();
    try (Studio other =
        new Studio(new reidstudio.config.StudioHome(home.resolve("b")), Clock.systemUTC())) {
      CommandAck ack =
          other.control().submit(new RunCommand.Continue(run, Optional.empty(), Optional.empty()));
      assertThat(refusal(ack)).contains("is being written; wait until it has ended");
    }
    studio.control().submit(new RunCommand.Stop());
    studio.ended();
    assertThat(goOn(run)).isInstanceOf(CommandAck.Accepted.class);
    studio.control().submit(new RunCommand.Stop());
    studio.ended();
  }

  private Path completed() throws InterruptedException {
    start();
    RunTrace trace = studio.ended();
    assertThat(trace.state()).contains(RunState.COMPLETED);
    return trace.folder().orElseThrow();
  }

  private void start(String... more) {
    String[] all = Stream.concat(Stream.of(SETTINGS), Stream.of(more)).toArray(String[]::new);
    CommandAck ack =
        studio.control().submit(new RunCommand.Start(SmallRun.config(data, all), Optional.empty()));
    assertThat(ack).isInstanceOf(CommandAck.Accepted.class);
  }

  private CommandAck goOn(Path run) {
    return studio
        .control()
        .submit(new RunCommand.Continue(run, Optional.empty(), Optional.empty()));
  }

  private CommandAck more(Path run, int epochs) {
    return studio
        .control()
        .submit(new RunCommand.Continue(run, Optional.of(epochs), Optional.of("cpu")));
  }

  private static String refusal(CommandAck ack) {
    assertThat(ack).isInstanceOf(CommandAck.Refused.class);
    return ((CommandAck.Refused) ack).reason();
  }

  /** Makes of a completed run one whose process was killed while it wrote step 15. */
  private static void kill(Path run) throws IOException {
    Path metrics = run.resolve("metrics.jsonl");
    String text = Files.readString(metrics);
    cut(metrics, text.indexOf("{\"step\":15,") + 40L);
    Path events = run.resolve("events.jsonl");
    List<String> lines = new ArrayList<>(Files.readAllLines(events));
    lines.removeIf(line -> afterStep(line) > 13);
    String kept = String.join("\n", lines);
    Files.writeString(events, kept.substring(0, kept.length() - 7));
    for (Path file : files(run.resolve("checkpoints"))) {
      if (file.getFileName().toString().startsWith("step-0000018")) {
        Files.delete(file);
      }
    }
  }

  private static int afterStep(String line) {
    try {
      JsonNode tree = new ObjectMapper().readTree(line);
      return tree.path("afterStep").asInt();
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }

  private static void cut(Path file, long length) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(length);
    }
  }

  private static void flip(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  /** As if the run had been trained before the last identity came into the data folder. */
  private static void forgetIdentity(Path run, List<String> labels) throws IOException {
    Files.write(run.resolve("labels.tsv"), labels.subList(0, labels.size() - 1));
    Path last = run.resolve("checkpoints/step-0000018.safetensors");
    byte[] bytes = Files.readAllBytes(last);
    String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    int hash = text.indexOf("\"labels\":\"") + 10;
    bytes[hash] = (byte) (bytes[hash] == '0' ? '1' : '0');
    Files.write(last, bytes);
    Path sum = last.resolveSibling(last.getFileName() + ".sha256");
    try {
      var digest = java.security.MessageDigest.getInstance("SHA-256").digest(bytes);
      Files.writeString(
          sum, java.util.HexFormat.of().formatHex(digest) + "  " + last.getFileName() + "\n");
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertOneLine(RunTrace trace, int steps) {
    Series losses = trace.series(MetricKey.TOTAL_LOSS);
    assertThat(losses.size()).isEqualTo(steps);
    assertThat(trace.stepsOutOfOrder()).isZero();
    for (int i = 0; i < steps; i++) {
      assertThat(losses.x(XAxis.STEP, i)).isEqualTo(i + 1);
      if (i > 0) {
        assertThat(losses.x(XAxis.SECONDS, i)).isGreaterThan(losses.x(XAxis.SECONDS, i - 1));
      }
    }
  }

  private static void assertSameAsStored(RunTrace live, Path run) throws IOException {
    RunTrace stored = new RunReader().open(run);
    assertThat(stored.keys()).isEqualTo(live.keys());
    for (MetricKey key : live.keys()) {
      assertThat(values(stored.series(key))).as(key.name()).isEqualTo(values(live.series(key)));
    }
    assertThat(stored.log()).isEqualTo(live.log());
    assertThat(stored.stateChanges()).isEqualTo(live.stateChanges());
    assertThat(stored.config()).isEqualTo(live.config());
    assertThat(stored.facts()).isEqualTo(live.facts());
  }

  private static List<Double> values(Series series) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      values.add(series.value(i));
    }
    return values;
  }

  private static List<String> everything(Path run) throws IOException {
    return List.of(
        Files.readString(run.resolve("events.jsonl")),
        Files.readString(run.resolve("metrics.jsonl")),
        Files.readString(run.resolve("config.json")));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static List<Path> tensorBoardFiles(Path run) throws IOException {
    return files(run).stream()
        .filter(f -> f.getFileName().toString().contains("tfevents"))
        .toList();
  }
}
