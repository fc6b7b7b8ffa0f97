package reidstudio.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.config.RunConfig;
import reidstudio.event.RunState;

class RunRemovalTest {
  @TempDir Path home;
  private final RunRemoval removal = new RunRemoval();
  private RunFolder run;

  @BeforeEach
  void anEndedRun() throws IOException {
    try (RunStore store = new RunStore(home.resolve("runs"), Clock.systemUTC())) {
      run = store.create(RunConfig.defaults(), Optional.empty());
      store.publish(Samples.started(run.run()));
      store.publish(Samples.step(run.run(), 1, 5));
      store.publish(Samples.state(run.run(), RunState.COMPLETED, ""));
    }
    Files.createDirectories(run.checkpoints());
    Files.write(run.checkpoints().resolve("last.safetensors"), new byte[5000]);
    Files.createDirectories(run.evaluations().resolve("step-0000001"));
    Files.write(run.evaluations().resolve("step-0000001/scores.json"), new byte[300]);
    Files.write(run.path().resolve("labels.tsv"), new byte[70]);
    Files.write(run.path().resolve("config.json.part"), new byte[7]);
    Files.write(run.path().resolve("all_diagnosis.log"), new byte[20]);
  }

  @Test
  void allOfARunGoesAndNothingBesideIt() throws IOException {
    Path neighbour = Files.createDirectories(run.path().resolveSibling("neighbour"));
    long rest = total();
    assertThat(removal.size(run.path())).isEqualTo(rest);
    removal.remove(run.path());
    assertThat(run.path()).doesNotExist();
    assertThat(neighbour).isDirectory();
  }

  @Test
  void whatIsNotTheRunsStays() throws IOException {
    Path notes = Files.writeString(run.path().resolve("thesis.docx"), "years of work");
    assertThatIOException()
        .isThrownBy(() -> removal.remove(run.path()))
        .withMessage(
            "The run %s is removed, but its folder %s stays, since other files are in it.",
            run.run(), run.path());
    assertThat(run.path()).isDirectoryContaining("glob:**thesis.docx");
    try (Stream<Path> left = Files.list(run.path())) {
      assertThat(left).containsExactly(notes);
    }
  }

  @Test
  void noLinkIsFollowed() throws IOException {
    Path precious = Files.createDirectories(home.resolve("precious"));
    Path file = Files.writeString(precious.resolve("a.txt"), "keep me");
    Files.createSymbolicLink(run.checkpoints().resolve("elsewhere"), precious);
    Files.createSymbolicLink(run.path().resolve("features"), precious);
    Path link = Files.createSymbolicLink(home.resolve("link"), run.path());
    assertThatIOException()
        .isThrownBy(() -> removal.remove(link))
        .withMessageContaining("is a link to a folder elsewhere");
    assertThat(run.metrics()).exists();
    removal.remove(run.path());
    assertThat(run.path()).doesNotExist();
    assertThat(file).hasContent("keep me");
  }

  @Test
  void aRunThatIsBeingWrittenStaysWhole() throws IOException {
    try (RunStore store = new RunStore(home.resolve("runs"), Clock.systemUTC())) {
      RunFolder live = store.create(RunConfig.defaults(), Optional.empty());
      assertThatIOException()
          .isThrownBy(() -> removal.remove(live.path()))
          .withMessage("The run %s is being written; wait until it has ended.", live.run());
      assertThat(live.config()).exists();
    }
  }

  @Test
  void aFolderThatIsNoRunIsLeftAlone() throws IOException {
    Path folder = Files.createDirectories(home.resolve("holidays"));
    Path photo = Files.writeString(folder.resolve("config.json"), "{}");
    assertThatIOException()
        .isThrownBy(() -> removal.remove(folder))
        .withMessageContaining("is not the folder of a run");
    assertThat(photo).exists();
  }

  @Test
  void aRemovalThatWasCutShortCanBeMadeAgain() throws IOException {
    Files.delete(run.config());
    Files.delete(run.metrics());
    removal.remove(run.path());
    assertThat(run.path()).doesNotExist();
  }

  private long total() throws IOException {
    try (Stream<Path> files = Files.walk(run.path())) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.equals(run.lock()))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }
}
