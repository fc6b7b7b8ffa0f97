package reidstudio.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.config.Recipe;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.event.Evaluation;
import reidstudio.event.MetricKey;
import reidstudio.event.RunState;
import reidstudio.event.SettingScores;
import reidstudio.event.TrainingEvent;

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
                RunAbout.nothing(),
                Instant.ofEpochMilli(Samples.AT),
                Optional.of(RunState.COMPLETED),
                false,
                2,
                24,
                14,
                new RunOrigin("", Optional.empty(), OptionalInt.of(64)),
                new RunFigures(
                    1.0 / 14, 0.25, 0.5, OptionalDouble.empty(), listing.figures().ceCourse()),
                "",
                ""));
    assertThat(listing.figures().ceCourse().steps()).isEqualTo(14);
    assertThat(listing.figures().ceCourse().values())
        .as("all of a short run, each once")
        .hasSize(14)
        .startsWith(1.0, 0.5)
        .endsWith(1.0 / 14);
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
    assertThat(listing.figures().ceLoss()).isNaN();
  }

  @Test
  void whatIsSaidOfARunShowsAtOnceAndAlsoAlongsideARunThatGoesOn() throws IOException {
    RunFolder folder = run(3, RunState.COMPLETED);
    RunCatalog catalog = new RunCatalog();
    assertThat(catalog.list(home).get(0).title()).isEqualTo("demo");
    new RunAboutFile().change(folder.path(), about -> about.withTitle("Other name").asPinned(true));
    assertThat(catalog.list(home).get(0).title()).isEqualTo("Other name");
    Files.writeString(folder.about(), "{");
    RunListing listing = catalog.list(home).get(0);
    assertThat(listing.title()).isEqualTo("demo");
    assertThat(listing.remark()).contains("about.json", "left as it is");
    assertThat(listing.isBroken()).isFalse();
  }

  @Test
  void theRecipeAndTheDataThatARunBeganWith() throws IOException {
    Map<String, String> data = Map.of("data.directory", home.resolve("orbench/").toString());
    RunConfig config = new RunConfigCodec().read(null, data, RunConfig.defaults());
    try (RunStore store = new RunStore(home, Clock.systemUTC())) {
      store.create(config, Optional.empty(), Optional.of(Recipe.STUCK_CE));
    }
    RunOrigin origin = only().origin();
    assertThat(origin.recipe()).contains("stuck-ce");
    assertThat(origin.data()).isEqualTo("orbench");
  }

  @Test
  void theBestMeanMapIsThatOfAnyEvaluation() throws IOException {
    RunFolder folder;
    try (RunStore store = new RunStore(home, Clock.systemUTC())) {
      folder = store.create(RunConfig.defaults(), Optional.empty());
      for (double map : new double[] {0.3, 0.7, 0.5}) {
        Evaluation evaluation =
            new Evaluation(
                1, 1, "x", List.of(new SettingScores("nir", 1, 1, 1, 1, map, Double.NaN)));
        store.publish(new TrainingEvent.Evaluated(folder.run(), Samples.AT, evaluation));
      }
    }
    assertThat(only().figures().bestMap()).hasValue(0.7);
  }

  @Test
  void stepsThatAResumedRunHasUndoneAreNotInItsCourse() throws IOException {
    RunFolder folder = run(6, RunState.STOPPED);
    try (RunStore store = new RunStore(home, Clock.systemUTC());
        ReopenedRun again = store.reopen(folder.path())) {
      again.goOn(again.config(), 3);
      store.publish(new TrainingEvent.RunResumed(folder.run(), Samples.AT + 1000, 3));
      store.publish(Samples.step(folder.run(), 4, 40));
      store.publish(Samples.state(folder.run(), RunState.STOPPED, ""));
    }
    assertThat(only().figures().ceCourse().values()).containsExactly(1.0, 0.5, 1.0 / 3, 40.0);
  }

  @Test
  void aRunOfAnotherMachineGoesOnAsLongAsItTouchesItsFolder() throws IOException {
    RunFolder folder = run(3, RunState.RUNNING);
    Files.writeString(folder.owner(), "1 2026-03-04T05:06:07Z 0123456789ab\n");
    assertThat(only().isUnderWay()).isTrue();
    Files.setLastModifiedTime(
        folder.owner(), FileTime.from(Instant.now().minus(Duration.ofMinutes(10))));
    assertThat(only().interrupted()).isTrue();
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
