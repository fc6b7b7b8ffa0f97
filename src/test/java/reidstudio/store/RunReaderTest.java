package reidstudio.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.config.RunConfig;
import reidstudio.event.MetricKey;
import reidstudio.event.RunState;

/** Runs that were killed, damaged, or made by others. */
class RunReaderTest {
  private static final int STEPS = 5;

  @TempDir Path home;
  private RunFolder folder;

  @BeforeEach
  void aRunThatWasKilled() throws IOException {
    try (RunStore store = new RunStore(home, Clock.systemUTC())) {
      folder = store.create(RunConfig.defaults(), Optional.empty());
      store.publish(Samples.state(folder.run(), RunState.STARTING, ""));
      store.publish(Samples.started(folder.run()));
      for (int step = 1; step <= STEPS; step++) {
        store.publish(Samples.step(folder.run(), step, step));
      }
      store.publish(Samples.state(folder.run(), RunState.RUNNING, "已开始"));
    }
  }

  @Test
  void aRunWithoutAnEndIsInterrupted() throws IOException {
    RunTrace trace = open();
    assertThat(trace.state()).contains(RunState.RUNNING);
    assertThat(trace.interrupted()).isTrue();
    assertThat(trace.problems()).isEmpty();
  }

  @Test
  void aRunThatIsStillWrittenIsNot() throws IOException {
    new RunOwner(folder.owner()).claim();
    assertThat(open().interrupted()).isFalse();
    Files.writeString(folder.owner(), ProcessHandle.current().pid() + " 1970-01-01T00:00:00Z\n");
    assertThat(open().interrupted()).as("another process got the number").isTrue();
    Files.writeString(folder.owner(), "nonsense");
    assertThat(open().interrupted()).isTrue();
  }

  @Test
  void theLastStepMayBeTornAnywhere() throws IOException {
    byte[] whole = Files.readAllBytes(folder.metrics());
    int lastLine = lineStart(whole);
    for (int length = lastLine; length <= whole.length; length++) {
      Files.write(folder.metrics(), Arrays.copyOf(whole, length));
      RunTrace trace = open();
      // all but the newline is a whole line
      int expected = length >= whole.length - 1 ? STEPS : STEPS - 1;
      assertThat(trace.series(MetricKey.CE_LOSS).size()).as("%d bytes", length).isEqualTo(expected);
      assertThat(trace.problems()).isEmpty();
    }
  }

  @Test
  void theLastEventMayBeTornAnywhere() throws IOException {
    byte[] whole = Files.readAllBytes(folder.events());
    int lastLine = lineStart(whole);
    for (int length = lastLine; length <= whole.length; length++) {
      Files.write(folder.events(), Arrays.copyOf(whole, length));
      RunTrace trace = open();
      RunState expected = length >= whole.length - 1 ? RunState.RUNNING : RunState.STARTING;
      assertThat(trace.state()).as("%d bytes", length).contains(expected);
      assertThat(trace.series(MetricKey.CE_LOSS).size()).isEqualTo(STEPS);
      assertThat(trace.problems()).isEmpty();
    }
  }

  @Test
  void aBrokenLineInTheMiddleIsToldAndPassedOver() throws IOException {
    List<String> lines = Files.readAllLines(folder.metrics());
    lines.set(2, "\0\0\0\0");
    lines.set(3, lines.get(3).substring(0, 30));
    Files.write(folder.metrics(), lines);
    RunTrace trace = open();
    assertThat(trace.series(MetricKey.CE_LOSS).size()).isEqualTo(STEPS - 2);
    assertThat(trace.problems())
        .containsExactly("Lines of metrics.jsonl that cannot be read and are left out: 2.");
  }

  @Test
  void whatOthersWroteIsTakenAsFarAsItGoes() throws IOException {
    append(
        folder.metrics(),
        """
        {"step":6,"epoch":1,"stepInEpoch":6,"seconds":3,"at":1,"new.metric":7,"mine":"NaN",\
        "note":"text","nested":{"step":99,"a":[1,2]},"flag":true,"nothing":null,\
        "sdmZero":"reason-of-tomorrow"}
        """);
    append(
        folder.events(),
        """
        {"type":"of-tomorrow","at":1,"afterStep":6}
        {"type":"state","at":1,"afterStep":6,"state":"no-such-state"}
        {"type":"state","at":1,"afterStep":6,"state":"paused","later":1}
        """);
    RunTrace trace = open();
    assertThat(trace.series(new MetricKey("new.metric")).value(0)).isEqualTo(7);
    assertThat(trace.series(new MetricKey("mine")).value(0)).isNaN();
    assertThat(trace.keys())
        .containsExactly(MetricKey.CE_LOSS, new MetricKey("mine"), new MetricKey("new.metric"));
    assertThat(trace.state()).contains(RunState.PAUSED);
    assertThat(trace.problems())
        .containsExactly(
            "Lines of events.jsonl that cannot be read and are left out: 1.",
            "Events of a kind that this version does not know: 1.");
  }

  @Test
  void missingAndBrokenFilesAreNamed() throws IOException {
    Files.writeString(folder.config(), "{\"schemaVersion\":99}");
    RunTrace trace = open();
    assertThat(trace.config()).isEmpty();
    assertThat(trace.facts()).isEmpty();
    assertThat(trace.problems()).singleElement().asString().contains("config.json", "99");
    assertThat(trace.series(MetricKey.CE_LOSS).x(XAxis.EPOCH, 1)).isEqualTo(2.0 / 7);

    Files.delete(folder.config());
    Files.delete(folder.metrics());
    assertThat(open().problems())
        .containsExactly(
            "config.json is missing, so the run's settings are unknown.",
            "metrics.jsonl is missing, so there are no charts.");
  }

  @Test
  void anyOtherFolderIsRefusedInOneSentence() throws IOException {
    Files.delete(folder.metrics());
    Files.delete(folder.events());
    assertThatIOException()
        .isThrownBy(this::open)
        .withMessage(
            folder.path()
                + " is not the folder of a run: it has neither metrics.jsonl nor events.jsonl.");
    assertThatIOException()
        .isThrownBy(() -> new RunReader().open(home.resolve("gone")))
        .withMessageContaining("is not a folder");
  }

  private RunTrace open() throws IOException {
    return new RunReader().open(folder.path());
  }

  private static int lineStart(byte[] whole) {
    int start = whole.length - 1;
    while (whole[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  private static void append(Path file, String lines) throws IOException {
    Files.write(file, lines.getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
  }
}
