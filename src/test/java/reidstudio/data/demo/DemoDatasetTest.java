package reidstudio.data.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class DemoDatasetTest {
  private static final Logger log = LoggerFactory.getLogger(DemoDatasetTest.class);
  private static final DemoSpec SMALL = new DemoSpec(3, 2, 4, 2, 3, 3, 40, 80, 5);

  @TempDir Path home;

  @Test
  void equalSeedsGiveEqualBytesAndOtherSeedsDoNot() throws Exception {
    write(home.resolve("a"), SMALL);
    write(home.resolve("b"), SMALL);
    write(home.resolve("c"), new DemoSpec(3, 2, 4, 2, 3, 3, 40, 80, 6));

    assertThat(hash(home.resolve("a"))).isEqualTo(hash(home.resolve("b")));
    assertThat(hash(home.resolve("a"))).isNotEqualTo(hash(home.resolve("c")));
  }

  @Test
  void reportsTheTimeForATenthOfTheStandardSet() throws Exception {
    DemoSpec tenth = new DemoSpec(7, 2, 8, 4, 3, 3, 96, 192, 1);
    long start = System.nanoTime();
    write(home.resolve("demo"), tenth);
    double millis = (System.nanoTime() - start) / 1e6;
    log.info("{} ms for a tenth of the standard set", Math.round(millis));
    assertThat(DemoDataset.isComplete(home.resolve("demo"), tenth)).isTrue();
  }

  @Test
  void aFinishedSetIsCompleteForItsSpecOnly() throws Exception {
    Path dir = home.resolve("demo");
    assertThat(DemoDataset.isComplete(dir, SMALL)).isFalse();

    write(dir, SMALL);

    assertThat(DemoDataset.isComplete(dir, SMALL)).isTrue();
    assertThat(DemoDataset.isComplete(dir, DemoSpec.standard())).isFalse();
    Files.delete(dir.resolve(DemoPlan.of(SMALL).test().get(0).paths(Medium.SKETCH).get(0)));
    assertThat(DemoDataset.isComplete(dir, SMALL)).isFalse();
  }

  @Test
  void aBrokenMarkerMeansIncomplete() throws Exception {
    Path dir = home.resolve("demo");
    write(dir, SMALL);
    Files.writeString(dir.resolve("demo.json"), "null");
    assertThat(DemoDataset.isComplete(dir, SMALL)).isFalse();
    Files.writeString(dir.resolve("demo.json"), "{\"generator\":");
    assertThat(DemoDataset.isComplete(dir, SMALL)).isFalse();
  }

  @Test
  void progressRisesToOneOnTheCallingThread() throws Exception {
    List<Double> shares = new ArrayList<>();
    Thread caller = Thread.currentThread();
    DemoDataset.write(
        home.resolve("demo"),
        SMALL,
        share -> {
          assertThat(Thread.currentThread()).isSameAs(caller);
          shares.add(share);
        },
        () -> false);
    assertThat(shares).hasSize(5).isSorted().endsWith(1.0);
  }

  @Test
  void cancellingLeavesNothing() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    assertThatThrownBy(
            () ->
                DemoDataset.write(
                    home.resolve("demo"), SMALL, share -> {}, () -> asked.incrementAndGet() > 2))
        .isInstanceOf(CancellationException.class);
    assertThat(entries(home)).isEmpty();
  }

  @Test
  void interruptingCancelsAndKeepsTheInterrupt() throws Exception {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> write(home.resolve("demo"), SMALL))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(entries(home)).isEmpty();
  }

  @Test
  void cancellingKeepsAnOlderSet() throws Exception {
    Path dir = home.resolve("demo");
    write(dir, SMALL);
    String before = hash(dir);
    assertThatThrownBy(() -> DemoDataset.write(dir, DemoSpec.standard(), share -> {}, () -> true))
        .isInstanceOf(CancellationException.class);
    assertThat(hash(dir)).isEqualTo(before);
  }

  @Test
  void leftoversOfAKilledRunAreRemovedAndAnOlderSetIsReplaced() throws Exception {
    Path dir = home.resolve("demo");
    write(dir, new DemoSpec(1, 1, 1, 1, 1, 1, 40, 80, 9));
    Files.createDirectories(home.resolve(".demo.partial").resolve("vis"));
    Files.writeString(home.resolve(".demo.partial").resolve("vis").resolve("half.jpg"), "half");
    Files.createFile(home.resolve(".demo.lock"));

    write(dir, SMALL);

    assertThat(entries(home)).containsExactly("demo");
    assertThat(DemoDataset.isComplete(dir, SMALL)).isTrue();
    assertThat(dir.resolve("vis").resolve("half.jpg")).doesNotExist();
  }

  @Test
  void aFolderWithOtherFilesIsLeftAlone() throws Exception {
    Path dir = Files.createDirectory(home.resolve("thesis"));
    Files.writeString(dir.resolve("chapter1.tex"), "precious");

    assertThatThrownBy(() -> write(dir, SMALL))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "Cannot write the demo data set to "
                + dir
                + ": the folder holds other files (chapter1.tex); choose a new or an empty folder.");
    assertThat(dir.resolve("chapter1.tex")).hasContent("precious");
  }

  @Test
  void aFileAddedToADemoFolderIsNotDeletedWithIt() throws Exception {
    Path dir = home.resolve("demo");
    write(dir, SMALL);
    Files.writeString(dir.resolve("notes.txt"), "precious");
    assertThatThrownBy(() -> write(dir, SMALL)).hasMessageContaining("notes.txt");
    assertThat(dir.resolve("notes.txt")).exists();
  }

  @Test
  void anUnwritablePlaceGivesOneSentence() throws Exception {
    Path file = Files.writeString(home.resolve("file"), "");
    assertThatThrownBy(() -> write(file, SMALL))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "Cannot write the demo data set to "
                + file
                + ": "
                + file
                + " is a file, not a folder; choose another place.");
    assertThatThrownBy(() -> write(file.resolve("below"), SMALL))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("Cannot write the demo data set to " + file.resolve("below"))
        .hasMessageEndingWith(".");
  }

  @Test
  void aSecondWriterIsTurnedAway() throws Exception {
    Path dir = home.resolve("demo");
    try (StagedFolder first = StagedFolder.open(dir)) {
      assertThat(first.path()).isDirectory();
      assertThatThrownBy(() -> write(dir, SMALL))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("being written right now");
      assertThat(first.path()).isDirectory();
    }
  }

  @Test
  void theRootOfAFileSystemIsRefused() {
    Path root = home.getRoot();
    assertThatThrownBy(() -> write(root, SMALL)).hasMessageContaining("root of a file system");
  }

  private static void write(Path dir, DemoSpec spec) throws IOException {
    DemoDataset.write(dir, spec, share -> {}, () -> false);
  }

  private static List<String> entries(Path dir) throws IOException {
    try (Stream<Path> entries = Files.list(dir)) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    }
  }

  private static String hash(Path dir) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (Stream<Path> files = Files.walk(dir)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (!file.endsWith("demo.json")) {
          digest.update(dir.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
          digest.update(Files.readAllBytes(file));
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
