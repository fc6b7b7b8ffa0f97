package reidstudio.store.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.Patience;
import reidstudio.event.StepMetrics;

/** A log that grows while it is read. */
@Timeout(60)
class LogFollowingTest {
  @TempDir Path folder;

  @RepeatedTest(50)
  void inPiecesIsAsAtOnce(RepetitionInfo repetition) throws IOException {
    byte[] whole = MixedLog.utf8();
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    Path file = Files.createFile(folder.resolve("pieces.log"));
    Told pieces = new Told();
    TextLog log = new TextLog(file, "a", pieces, ZoneOffset.UTC);
    for (int at = 0; at < whole.length; ) {
      int end = Math.min(whole.length, at + 1 + random.nextInt(200));
      Files.write(file, Arrays.copyOfRange(whole, at, end), StandardOpenOption.APPEND);
      assertThat(log.advance()).isTrue();
      assertThat(log.advance()).isFalse();
      at = end;
    }
    pieces.end(log);
    Told once = Told.of(whole);
    assertThat(pieces.steps()).isEqualTo(once.steps());
    assertThat(pieces.evaluations()).isEqualTo(once.evaluations());
    assertThat(pieces.profile()).isEqualTo(once.profile());
    assertThat(pieces.lines()).isEqualTo(once.lines());
    assertThat(pieces.counts).isEqualTo(once.counts);
  }

  @Test
  void aLineIsWaitedForUntilItIsWhole() throws IOException {
    Path file = write("[01, 000] CE=5.991\n[01, 001] CE=5.9");
    Told told = new Told();
    TextLog log = new TextLog(file, "a", told, ZoneOffset.UTC);
    log.advance();
    assertThat(told.steps()).isEmpty();
    append(file, "81\n[01, 002] CE=5.0");
    log.advance();
    assertThat(told.steps()).hasSize(1);
    told.end(log);
    assertThat(Told.values(told.steps().get(1))).containsEntry("ce.loss", 5.981);
    // the last line never ended: its number may go on
    assertThat(told.steps()).hasSize(2).extracting(StepMetrics::step).containsExactly(1L, 2L);
    assertThat(told.counts.cut()).isEqualTo(1);
  }

  @Test
  void aFileThatBecameShorterIsReadAgain() throws IOException {
    Path file = write("[01, 000] CE=5.991\n[01, 001] CE=5.981\n[01, 002] CE=5.971\n");
    Told told = new Told();
    TextLog log = new TextLog(file, "a", told, ZoneOffset.UTC);
    log.advance();
    Files.writeString(file, "[01, 000] CE=4.991\n");
    log.advance();
    told.end(log);
    assertThat(told.steps()).hasSize(4);
    assertThat(told.steps()).extracting(StepMetrics::step).isSorted().doesNotHaveDuplicates();
    assertThat(told.lines())
        .contains(
            "WARNING The log file became shorter or was replaced; it is read again from its"
                + " beginning.");
  }

  @Test
  void aFileThatWasReplacedIsReadAgain() throws IOException {
    Path file = write("[01, 000] CE=5.991\n");
    Told told = new Told();
    TextLog log = new TextLog(file, "a", told, ZoneOffset.UTC);
    log.advance();
    Files.writeString(file, "[01, 001] CE=4.991\n[01, 002] CE=4.981\n");
    log.advance();
    told.end(log);
    assertThat(told.steps()).hasSize(3);
    assertThat(told.lines()).anyMatch(line -> line.contains("was replaced"));
  }

  @Test
  void theFollowerReadsWhatIsAppendedAndEndsWhenClosed() throws Exception {
    Path file = write("[01, 000] CE=5.991\n[01, 001] CE=5.981\n");
    Told told = new Told();
    TextLog log = new TextLog(file, "a", told, ZoneOffset.UTC);
    CountDownLatch changes = new CountDownLatch(2);
    LogFollower follower = new LogFollower(log, changes::countDown);
    Patience.until("the log was read", () -> changes.getCount() < 2);
    append(file, "[01, 002] CE=5.971\n");
    assertThat(changes.await(30, TimeUnit.SECONDS)).isTrue();
    append(file, "[01, 003] CE=5.961\n");
    follower.close();
    assertThat(told.steps()).extracting(StepMetrics::step).containsExactly(1L, 2L, 3L, 4L);
    follower.close();
  }

  @Test
  void aFileThatIsGoneForAWhileIsWaitedFor() throws Exception {
    Path file = write("[01, 000] CE=5.991\n");
    Told told = new Told();
    TextLog log = new TextLog(file, "a", told, ZoneOffset.UTC);
    log.advance();
    Files.delete(file);
    LogFollower follower = new LogFollower(log, () -> {});
    Files.writeString(file, "[01, 000] CE=5.991\n[01, 001] CE=5.981\n");
    follower.close();
    assertThat(told.steps()).hasSize(2);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("a.log"), text);
  }

  private static void append(Path file, String text) throws IOException {
    Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
  }
}
