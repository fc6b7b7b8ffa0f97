package reidstudio.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.config.RunConfig;
import reidstudio.event.MetricKey;
import reidstudio.event.RunState;

class RunCatalogTest {
  @TempDir Path home;

  @Test
  void noFolderMeansNoRuns() throws IOException {
    assertThat(new RunCatalog().list(home.resolve("none"))).isEmpty();
  }

  @Test
  void aFinishedRunInOneLine() throws IOException {
    RunFolder folder = run(14, RunState.COMPLETED);
    RunListing listing = only();
    assertThat(listing)
        .isEqualTo(
            new RunListing(
                folder.path(),
                "demo",
                Instant.ofEpochMilli(Samples.AT),
                Optional.of(RunState.COMPLETED),
                false,
                2,
                24,
                14,
                1.0 / 14,
                0.25,
                0.5,
                ""));
  }

  @Test
  void aKilledRunWithATornLineAndALongLogAfterItsState() throws IOException {
    RunFolder folder = run(13, RunState.RUNNING);
    Files.writeString(folder.metrics(), "{\"step\":14,\"epo", StandardOpenOption.APPEND);
    String line = "{\"type\":\"log\",\"at\":1,\"severity\":\"info\",\"text\":\"x\"}\n";
    Files.writeString(folder.events(), line.repeat(3000), StandardOpenOption.APPEND);
    RunListing listing = only();
    assertThat(listing.state()).contains(RunState.RUNNING);
    assertThat(listing.interrupted()).isTrue();
    assertThat(listing.epochsDone()).isEqualTo(1);
    assertThat(listing.steps()).isEqualTo(13);
  }

  @Test
  void newestFirstAndBrokenOnesWithTheReason() throws IOException {
    run(1, RunState.FAILED);
    Path other = Files.createDirectory(home.resolve("datasets"));
    Files.setLastModifiedTime(other, FileTime.from(Instant.ofEpochMilli(Samples.AT - 1)));
    Files.writeString(home.resolve("file.txt"), "no folder");
    List<RunListing> listings = new RunCatalog().list(home);
    assertThat(listings).extracting(RunListing::isBroken).containsExactly(false, true);
    assertThat(listings.get(1).problem()).contains("is not the folder of a run");
    assertThat(listings.get(1).name()).isEqualTo("datasets");
  }

  @Test
  void aRunWithEmptyLogsIsListed() throws IOException {
    RunFolder folder = run(0, RunState.STARTING);
    Files.write(folder.events(), new byte[0]);
    Files.delete(folder.config());
    RunListing listing = only();
    assertThat(listing.isBroken()).isFalse();
    assertThat(listing.name()).isEqualTo(folder.run());
    assertThat(listing.state()).isEmpty();
    assertThat(listing.ceLoss()).isNaN();
  }

  private RunListing only() throws IOException {
    List<RunListing> listings = new RunCatalog().list(home);
    assertThat(listings).hasSize(1);
    return listings.get(0);
  }

  private RunFolder run(int steps, RunState last) throws IOException {
    try (RunStore store = new RunStore(home, Clock.systemUTC())) {
      RunFolder folder = store.create(RunConfig.defaults(), Optional.empty());
      store.publish(Samples.started(folder.run()));
      for (int step = 1; step <= steps; step++) {
        store.publish(
            Samples.step(
                folder.run(),
                step,
                Map.of(
                    MetricKey.CE_LOSS, 1.0 / step,
                    MetricKey.SDM_LOSS, 0.25,
                    MetricKey.CE_ACCURACY, 0.5)));
      }
      store.publish(Samples.state(folder.run(), last, ""));
      return folder;
    }
  }
}
