package reidstudio.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import reidstudio.engine.SmallRun;
import reidstudio.event.CheckKind;
import reidstudio.event.MetricKey;
import reidstudio.event.RunState;
import reidstudio.store.RunReader;
import reidstudio.store.RunTrace;
import reidstudio.ui.chart.TraceChart;
import reidstudio.ui.shell.StudioWindow;

/** The window, the engine, the store and files on disk: nothing in here is made up. */
@ExtendWith(ApplicationExtension.class)
class RealWindowTest {
  private static final int SECONDS = 90;
  private static final List<String> CHARTS = List.of("ce", "sdm", "rows", "norms");

  @TempDir Path folder;

  private OpenWindow open;
  private Studio studio;
  private StudioWindow window;

  @Start
  void start(Stage stage) {
    open = new OpenWindow(folder, SmallRun.CROWD, stage);
    studio = open.studio();
    window = open.window();
  }

  @AfterEach
  void close() {
    open.close();
  }

  @Test
  void aRunIsTrainedPausedDiagnosedResumedStoppedAndOpenedAgain() throws Exception {
    until(() -> !button("#start").isDisabled());
    type("#setting-epochs", "400");
    press("#start");
    until(() -> steps() >= 3);
    assertThat(trace().facts().orElseThrow().classes()).isEqualTo(16);
    assertThat(button("#start").isDisabled()).isTrue();
    for (String chart : CHARTS) {
      until(() -> chart(chart).totalPoints() > 0);
    }

    press("#pause");
    until(() -> state() == RunState.PAUSED);
    long pausedAt = steps();
    turnTo("diagnosis");
    for (CheckKind check : List.of(CheckKind.CE, CheckKind.SAMPLING, CheckKind.NORM)) {
      int before = trace().reports().size();
      until(() -> !button("#diagnose-" + check.word()).isDisabled());
      press("#diagnose-" + check.word());
      until(() -> trace().reports().size() == before + 1);
      assertThat(trace().reports().get(0).subject()).contains("at step " + pausedAt);
      assertThat(trace().reports().get(0).findings()).isNotEmpty();
    }
    until(() -> !text("#verdict").isBlank());
    assertThat(steps()).isEqualTo(pausedAt);

    turnTo("train");
    press("#resume");
    until(() -> steps() > pausedAt + 2);
    press("#stop");
    until(() -> state() == RunState.STOPPED);
    until(() -> !button("#start").isDisabled());

    RunTrace live = trace();
    Path run = live.folder().orElseThrow();
    // The store hands everything to the disk once a second, and lets go of an ended run then.
    until(() -> Files.notExists(run.resolve("run.pid")));
    assertThat(run.resolve("checkpoints").resolve("last.safetensors")).isNotEmptyFile();
    assertThat(run.resolve("labels.tsv")).isNotEmptyFile();
    assertThat(run.resolve("ce_diagnosis.log")).content().contains("ce.label-range");
    assertThat(run.resolve("sampling_diagnosis.log")).content().contains("sampling.");
    try (Stream<Path> reports = Files.list(run.resolve("diagnostics"))) {
      assertThat(reports).anyMatch(file -> file.toString().endsWith(".json"));
    }
    openFirstStoredRun();
    until(() -> find("#read-only-banner").isVisible());
    until(() -> chart("ce").totalPoints() == live.series(MetricKey.CE_LOSS).size());
    press("#back-to-live");
    until(() -> !find("#read-only-banner").isVisible());
    studio.close();
    assertSameCurves(live, new RunReader().open(run));
  }

  private void openFirstStoredRun() throws TimeoutException {
    turnTo("runs");
    TableView<?> runs = (TableView<?>) find("#runs");
    until(() -> !runs.getItems().isEmpty());
    on(() -> runs.getSelectionModel().select(0));
    press("#open-run");
  }

  @Test
  void withoutARunADiagnosisLooksAtAFreshModel() throws Exception {
    until(() -> !button("#start").isDisabled());
    turnTo("diagnosis");
    press("#diagnose-ce");
    until(() -> !studio.store().outside().reports().isEmpty());
    assertThat(studio.store().outside().reports().get(0).subject()).contains("fresh model");
  }

  private static void assertSameCurves(RunTrace live, RunTrace stored) {
    assertThat(stored.keys()).isEqualTo(live.keys());
    for (MetricKey key : live.keys()) {
      assertThat(stored.series(key).size()).as(key.name()).isEqualTo(live.series(key).size());
      for (int i = 0; i < live.series(key).size(); i++) {
        assertThat(stored.series(key).value(i)).isEqualTo(live.series(key).value(i));
      }
    }
    assertThat(stored.state()).contains(RunState.STOPPED);
    assertThat(stored.reports()).hasSameSizeAs(live.reports());
  }

  private RunTrace trace() {
    return studio.store().current();
  }

  private RunState state() {
    return trace().state().orElse(null);
  }

  private long steps() {
    return trace().lastStep().map(step -> step.step()).orElse(0L);
  }

  private void turnTo(String page) {
    on(() -> ((ToggleButton) window.root().lookup("#page-" + page)).fire());
  }

  private void press(String id) throws TimeoutException {
    until(() -> !button(id).isDisabled());
    on(() -> button(id).fire());
  }

  private void type(String id, String text) {
    on(() -> ((TextField) window.root().lookup(id)).setText(text));
  }

  private Button button(String id) {
    return (Button) find(id);
  }

  private String text(String id) {
    return Optional.ofNullable(find(id)).map(node -> ((Labeled) node).getText()).orElse("");
  }

  private Node find(String id) {
    return window.root().lookup(id);
  }

  private TraceChart chart(String name) {
    return (TraceChart) find("#chart-" + name);
  }

  private static void on(Runnable task) {
    WaitForAsyncUtils.waitForAsyncFx(SECONDS * 1000L, task);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void until(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        SECONDS,
        TimeUnit.SECONDS,
        () -> WaitForAsyncUtils.waitForAsyncFx(SECONDS * 1000L, condition));
  }
}
