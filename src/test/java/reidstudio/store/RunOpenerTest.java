package reidstudio.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.Patience;
import reidstudio.config.RunConfig;
import reidstudio.event.MetricKey;
import reidstudio.event.RunState;

/** A run folder that is read while somebody else writes it. */
@Timeout(60)
class RunOpenerTest {
  @TempDir Path home;
  private final StepLine line = new StepLine();
  private final Set<Thread> before = allFollowers();

  @Test
  void whatAnotherWritesAppearsUntilItEnds() throws IOException {
    try (RunStore store = new RunStore(home, Clock.systemUTC());
        RunOpener opener = new RunOpener()) {
      RunFolder folder = store.create(RunConfig.defaults(), Optional.empty());
      store.publish(Samples.started(folder.run()));
      store.publish(Samples.state(folder.run(), RunState.RUNNING, ""));
      store.publish(Samples.step(folder.run(), 1, 5));
      Patience.until("the step is in the file", () -> size(folder.metrics()) > 0);
      OpenedRun opened = opener.open(folder.path());
      RunTrace trace = opened.trace();
      assertThat(trace.interrupted()).isFalse();

      long begun = System.nanoTime();
      store.publish(Samples.step(folder.run(), 2, 4));
      store.publish(Samples.log(folder.run(), "a word"));
      Patience.until("step and word are read", () -> trace.steps() == 2 && !trace.log().isEmpty());
      assertThat(System.nanoTime() - begun)
          .as("within about a second")
          .isLessThan(TimeUnit.MILLISECONDS.toNanos(2500));

      store.publish(Samples.state(folder.run(), RunState.COMPLETED, ""));
      Patience.until(
          "the end is read", () -> trace.state().equals(Optional.of(RunState.COMPLETED)));
      awaitNoFollower();
      assertThat(trace.interrupted()).isFalse();
      assertThat(trace.problems()).isEmpty();
      assertThat(trace.series(MetricKey.CE_LOSS).value(1)).isEqualTo(4);
      opened.close();
    }
  }

  @Test
  void aTornLineIsWaitedFor() throws IOException {
    RunFolder folder = written();
    try (RunOpener opener = new RunOpener()) {
      String text = text(folder, 2);
      Files.writeString(folder.metrics(), text.substring(0, 40), StandardOpenOption.APPEND);
      RunTrace trace = opener.open(folder.path()).trace();
      assertThat(trace.steps()).isEqualTo(1);
      Files.writeString(folder.metrics(), text.substring(40), StandardOpenOption.APPEND);
      Patience.until("the whole line is read", () -> trace.steps() == 2);
      assertThat(trace.problems()).isEmpty();
    }
  }

  @Test
  void aWriterThatGoesAwayLeavesAnInterruptedRunAndNoThread() throws IOException {
    RunFolder folder = written();
    try (RunOpener opener = new RunOpener()) {
      RunTrace trace = opener.open(folder.path()).trace();
      Files.writeString(folder.metrics(), text(folder, 2), StandardOpenOption.APPEND);
      Files.delete(folder.owner());
      Patience.until("the run counts as interrupted", trace::interrupted);
      awaitNoFollower();
      assertThat(trace.steps()).as("its last line").isEqualTo(2);
    }
  }

  @Test
  void closingEndsTheFollowingAndKeepsWhatWasRead() throws IOException {
    RunFolder folder = written();
    RunOpener opener = new RunOpener();
    RunTrace trace = opener.open(folder.path()).trace();
    opener.close();
    awaitNoFollower();
    assertThat(trace.steps()).isEqualTo(1);
    assertThat(trace.interrupted()).as("it still goes on").isFalse();
  }

  @Test
  void aRunThatHasEndedNeedsNoThread() throws IOException {
    RunFolder folder = written();
    Files.delete(folder.owner());
    try (RunOpener opener = new RunOpener()) {
      assertThat(opener.open(folder.path()).trace().interrupted()).isTrue();
      assertThat(followers()).isEmpty();
    }
  }

  @Test
  void onlyWhatIsWantedIsKeptAndAReadingMayBeEnded() throws IOException {
    RunFolder folder = written();
    try (RunOpener opener = new RunOpener()) {
      OpenedRun run =
          opener.open(folder.path(), MetricKey.SDM_LOSS::equals, ReadingProgress.UNHEARD);
      assertThat(run.trace().steps()).isEqualTo(1);
      assertThat(run.trace().keys()).containsExactly(MetricKey.SDM_LOSS);
      assertThatExceptionOfType(InterruptedIOException.class)
          .isThrownBy(() -> opener.open(folder.path(), key -> true, bytes -> false));
    }
  }

  /** A run with one step that this process seems to write. */
  private RunFolder written() throws IOException {
    RunFolder folder;
    try (RunStore store = new RunStore(home, Clock.systemUTC())) {
      folder = store.create(RunConfig.defaults(), Optional.empty());
      store.publish(Samples.started(folder.run()));
      store.publish(Samples.state(folder.run(), RunState.RUNNING, ""));
      store.publish(
          Samples.step(folder.run(), 1, Map.of(MetricKey.CE_LOSS, 5.0, MetricKey.SDM_LOSS, 0.25)));
    }
    new RunOwner(folder.owner()).claim();
    return folder;
  }

  private String text(RunFolder folder, long step) {
    return new String(line.write(Samples.step(folder.run(), step, 4)), StandardCharsets.UTF_8);
  }

  private static long size(Path file) {
    return file.toFile().length();
  }

  /** Those of this test; what ran before it may have left others. */
  private Set<Thread> followers() {
    Set<Thread> now = allFollowers();
    now.removeAll(before);
    return now;
  }

  private static Set<Thread> allFollowers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("log-follower"))
        .collect(Collectors.toSet());
  }

  private void awaitNoFollower() {
    Patience.until("the follower's thread has ended", () -> followers().isEmpty());
  }
}
