package reidstudio.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.Patience;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.event.CheckKind;
import reidstudio.event.MetricKey;
import reidstudio.event.RunState;
import reidstudio.event.Severity;
import reidstudio.event.TrainingEvent;

@Timeout(30)
class RunStoreTest {
  private static final RunConfig CONFIG = RunConfig.defaults();

  @TempDir Path home;
  private RunStore store;

  @BeforeEach
  void open() {
    Clock clock = Clock.fixed(Instant.parse("2026-03-04T05:06:07.5Z"), ZoneOffset.UTC);
    store = new RunStore(home.resolve("runs"), clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void foldersAreNamedByTimeAndUniqueWithinASecond() throws Exception {
    assertThat(store.create(CONFIG, Optional.empty()).path())
        .isEqualTo(home.resolve("runs").resolve("2026-03-04-050607-demo"));
    assertThat(store.create(CONFIG, Optional.empty()).run()).isEqualTo("2026-03-04-050607-demo-2");
    assertThat(store.create(CONFIG, Optional.empty()).run()).isEqualTo("2026-03-04-050607-demo-3");
  }

  @Test
  void aWantedFolderMustBeNewOrEmpty() throws Exception {
    Path wanted = home.resolve("deep").resolve("mine");
    assertThat(store.create(CONFIG, Optional.of(wanted)).path()).isEqualTo(wanted);
    assertThatIOException()
        .isThrownBy(() -> store.create(CONFIG, Optional.of(wanted)))
        .withMessage(
            "The folder " + wanted + " is not empty; choose an empty or a new folder for the run.");
    Path file = Files.writeString(home.resolve("file"), "x");
    assertThatIOException()
        .isThrownBy(() -> store.create(CONFIG, Optional.of(file)))
        .withMessageContaining("is a file");
    assertThatIOException()
        .isThrownBy(() -> store.create(CONFIG, Optional.of(file.resolve("below"))))
        .withMessageContaining("cannot be made");
  }

  @Test
  void configurationAndEnvironmentAreFrozenAtTheStart() throws Exception {
    RunFolder folder = store.create(CONFIG, Optional.empty());
    assertThat(new RunConfigCodec().read(folder.config())).isEqualTo(CONFIG);
    String environment = Files.readString(folder.environment());
    JsonNode tree = new ObjectMapper().readTree(environment);
    assertThat(tree.path("java").asText()).isEqualTo(System.getProperty("java.version"));
    assertThat(tree.path("cores").asInt()).isPositive();
    assertThat(tree.path("memoryMib").asLong()).isPositive();
    assertThat(tree.findValuesAsText("user")).isEmpty();
    assertThat(environment).doesNotContain(InetAddress.getLocalHost().getHostName());
  }

  /** Nothing comes while a step hangs, and just then somebody has to look. */
  @Test
  void whileARunIsRecordedTheStoreGoesOnTicking() throws Exception {
    CountDownLatch ticks = new CountDownLatch(2);
    store.eachSecond(ticks::countDown);
    store.publish(Samples.step(created().run(), 1, 1.5));
    assertThat(ticks.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void eachEventGoesToItsRun() throws Exception {
    assertThat(store.current()).isSameAs(store.outside());
    RunTrace first = created();
    RunTrace second = created();
    assertThat(store.current()).isSameAs(second);
    store.publish(Samples.step(first.run(), 1, 1.5));
    store.publish(Samples.log("", "outside"));
    store.publish(Samples.log("elsewhere", "of a run without a folder"));
    store.close();
    assertThat(first.series(MetricKey.CE_LOSS).value(0)).isEqualTo(1.5);
    assertThat(second.keys()).isEmpty();
    assertThat(store.outside().log()).hasSize(1);
    assertThat(store.trace("elsewhere").orElseThrow().folder()).isEmpty();
    assertThat(store.trace("never")).isEmpty();
  }

  @Test
  void whatIsPublishedIsSeenWithoutClosing() throws Exception {
    RunTrace trace = created();
    for (int step = 1; step <= 50; step++) {
      int published = step;
      store.publish(Samples.step(trace.run(), step, step));
      Patience.until(
          "the step is in the trace", () -> trace.series(MetricKey.CE_LOSS).size() == published);
    }
    RunFolder folder = new RunFolder(trace.folder().orElseThrow());
    Patience.until(
        "all steps are in the file", () -> Files.readAllLines(folder.metrics()).size() == 50);
    assertThat(store.trace(trace.run())).contains(trace);
  }

  @Test
  void manyPublishersLoseNothing() throws Exception {
    RunTrace trace = created();
    List<CompletableFuture<Void>> publishers =
        List.of(
            CompletableFuture.runAsync(() -> publishLines(trace.run())),
            CompletableFuture.runAsync(() -> publishLines(trace.run())));
    publishers.forEach(CompletableFuture::join);
    store.close();
    assertThat(trace.log().size() + trace.logDropped()).isEqualTo(20_000);
    RunFolder folder = new RunFolder(trace.folder().orElseThrow());
    assertThat(Files.readAllLines(folder.events())).hasSize(20_000);
  }

  private void publishLines(String run) {
    for (int i = 0; i < 10_000; i++) {
      store.publish(Samples.log(run, "line"));
    }
  }

  @Test
  void anEndedRunGivesWayToTheNext() throws Exception {
    RunTrace first = created();
    store.publish(Samples.state(first.run(), RunState.COMPLETED, ""));
    RunTrace second = created();
    Patience.until(
        "the ended run is let go of",
        () -> {
          store.publish(Samples.log("", "tick"));
          return store.trace(first.run()).isEmpty();
        });
    assertThat(store.trace(second.run())).contains(second);
    assertThat(first.state()).contains(RunState.COMPLETED);
  }

  @Test
  void aBrokenEventDoesNotEndTheStore() throws Exception {
    RunTrace trace = created();
    store.publish(new TrainingEvent.StateChanged(trace.run(), 1, null, null));
    store.publish(Samples.step(trace.run(), 1, 2.0));
    store.close();
    assertThat(trace.lastStep()).isPresent();
  }

  @Test
  void closingTwiceAndPublishingAfterwardsAreHarmless() throws Exception {
    RunTrace trace = created();
    store.close();
    store.close();
    store.publish(Samples.log(trace.run(), "too late"));
    assertThat(trace.log()).isEmpty();
  }

  @Test
  void reportsAreKeptAsTextAndJson() throws Exception {
    RunTrace trace = created();
    var report = Samples.report(CheckKind.CE, Severity.ERROR);
    store.publish(new TrainingEvent.DiagnosisFinished(trace.run(), 1, report));
    store.publish(
        new TrainingEvent.DiagnosisFinished(
            trace.run(), 2, Samples.report(CheckKind.SAMPLING, Severity.OK)));
    store.close();
    RunFolder folder = new RunFolder(trace.folder().orElseThrow());
    String text = new DiagnosisText(ZoneOffset.UTC).text(report);
    assertThat(folder.path().resolve("ce_diagnosis.log")).hasContent(text);
    assertThat(folder.path().resolve("sampling_diagnosis.log"))
        .content()
        .startsWith("Sampling diagnosis: PASS");
    assertThat(folder.diagnostics().resolve("ce-20260304-050607-089.txt")).hasContent(text);
    JsonNode json =
        new ObjectMapper()
            .readTree(folder.diagnostics().resolve("ce-20260304-050607-089.json").toFile());
    assertThat(new DiagnosisJson().read(json)).isEqualTo(report);
    assertThat(folder.path()).isDirectoryNotContaining("glob:**.part");
  }

  private RunTrace created() throws Exception {
    store.create(CONFIG, Optional.empty());
    return store.current();
  }
}
