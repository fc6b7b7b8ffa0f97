package reidstudio.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import reidstudio.command.CommandAck;
import reidstudio.command.RunCommand;
import reidstudio.engine.SmallRun;
import reidstudio.event.BatchInspection;
import reidstudio.event.BatchItem;
import reidstudio.event.BatchMeasures;
import reidstudio.event.RunState;
import reidstudio.event.TrainingEvent.BatchInspected;
import reidstudio.store.RunTrace;
import reidstudio.ui.shell.StudioWindow;

/**
 * The page for batches over a run that really trains, of which a plain shuffle leaves many alone.
 */
@ExtendWith(ApplicationExtension.class)
class BatchWindowTest {
  private static final int SECONDS = 60;

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
  void aBatchIsShownWithItsModelAndAfterTheRunWithItsCheckpoint() throws Exception {
    turnTo("batch");
    assertThat(text("#batch-empty")).startsWith("No run yet");
    trainAndPause();
    turnTo("train");
    turnTo("batch");
    until(() -> find("#batch-people") != null && !people().getItems().isEmpty());
    BatchInspection newest = found();
    assertThat(newest.step()).isEqualTo(steps());
    assertThat(text("#batch-facts")).contains("20 items planned: 20 rows, 0 masked, 0 unreadable");
    assertThat(text("#batch-measured")).contains("weights after step " + steps() + ":");
    Map<String, Boolean> tiles = tiles();
    assertThat(tiles).hasSize(20);
    long alone = newest.items().stream().filter(BatchItem::isAlone).count();
    assertThat(alone).isPositive();
    assertThat(tiles.values().stream().filter(isAlone -> isAlone)).hasSize((int) alone);
    assertThat(text("#batch-alone")).startsWith(alone + " of 20 rows have no positive");

    pointAtTheFirstSquare();
    assertThat(text("#batch-cosine")).isEqualTo("cosine " + firstCosine(newest));
    for (String id : List.of("#batch-step", "#batch-newest", "#batch-map", "#batch-pair")) {
      Bounds bounds = ask(() -> find(id).localToScene(find(id).getLayoutBounds()));
      assertThat(bounds.getMaxX()).as(id).isLessThanOrEqualTo(1280);
      assertThat(bounds.getMaxY()).as(id).isLessThanOrEqualTo(720);
    }

    on(
        () -> {
          ((TextField) find("#batch-step")).setText("1");
          find("#batch-step").fireEvent(new javafx.event.ActionEvent());
        });
    until(() -> text("#batch-facts").startsWith("Epoch 1, batch 1 of"));
    assertThat(((Button) find("#batch-previous")).isDisabled()).isTrue();
    studio.control().submit(new RunCommand.Stop());
    until(() -> trace().state().orElseThrow() == RunState.STOPPED);
    press("#batch-next");
    until(() -> text("#batch-facts").startsWith("Epoch 1, batch 2 of"));
    assertThat(find("#batch-no-matrix").isVisible()).isFalse();
    assertThat(text("#batch-measured")).contains("weights after step " + steps() + ":");
    assertThat(tiles()).hasSize(20);
  }

  private void trainAndPause() throws TimeoutException {
    Path data = SmallRun.data(folder.resolve("data"));
    CommandAck ack =
        studio
            .control()
            .submit(
                new RunCommand.Start(
                    SmallRun.config(data, "sampler.kind", "random", "epochs", "400"),
                    Optional.empty()));
    assertThat(ack).isInstanceOf(CommandAck.Accepted.class);
    until(() -> steps() >= 3);
    studio.control().submit(new RunCommand.Pause());
    until(() -> trace().state().orElseThrow() == RunState.PAUSED);
  }

  private void pointAtTheFirstSquare() {
    on(
        () -> {
          find("#batch-map").requestFocus();
          find("#batch-map")
              .fireEvent(
                  new KeyEvent(
                      KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, false, false, false, false));
        });
  }

  /** Of the first person's first query and the first photo, in the order of the plan. */
  private static String firstCosine(BatchInspection batch) {
    BatchMeasures measures = batch.measures().orElseThrow();
    List<String> order = batch.items().stream().map(BatchItem::identity).distinct().toList();
    java.util.Comparator<BatchItem> byPerson =
        java.util.Comparator.comparingInt(item -> order.indexOf(item.identity()));
    BatchItem query =
        batch.items().stream().filter(i -> !i.isVisible()).min(byPerson).orElseThrow();
    BatchItem photo =
        batch.items().stream().filter(BatchItem::isVisible).min(byPerson).orElseThrow();
    double cosine =
        measures
            .cosines()[place(measures.queries(), query.row())][
            place(measures.gallery(), photo.row())];
    return String.format(Locale.ROOT, "%.3f", cosine).replace('-', '−');
  }

  private static int place(int[] rows, int row) {
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] == row) {
        return i;
      }
    }
    throw new AssertionError("no row " + row);
  }

  /** Every tile, by what it says, and whether it is marked; the list is scrolled for that. */
  private Map<String, Boolean> tiles() {
    Map<String, Boolean> tiles = new TreeMap<>();
    int rows = ask(() -> people().getItems().size());
    for (int i = 0; i < rows; i++) {
      int row = i;
      on(() -> people().scrollTo(row));
      on(
          () ->
              people()
                  .lookupAll(".batch-tile")
                  .forEach(
                      tile ->
                          tiles.put(
                              tile.getAccessibleText(), tile.getStyleClass().contains("alone"))));
    }
    return tiles;
  }

  private BatchInspection found() throws TimeoutException {
    until(() -> trace().inspected().flatMap(BatchInspected::found).isPresent());
    return trace().inspected().flatMap(BatchInspected::found).orElseThrow();
  }

  private ListView<?> people() {
    return (ListView<?>) find("#batch-people");
  }

  private RunTrace trace() {
    return studio.store().current();
  }

  private long steps() {
    return trace().lastStep().map(step -> step.step()).orElse(0L);
  }

  private void turnTo(String page) {
    on(() -> ((ToggleButton) find("#page-" + page)).fire());
  }

  private void press(String id) throws TimeoutException {
    until(() -> !((Button) find(id)).isDisabled());
    on(() -> ((Button) find(id)).fire());
  }

  private String text(String id) {
    return ask(() -> ((Labeled) find(id)).getText());
  }

  private Node find(String id) {
    return window.root().lookup(id);
  }

  private static void on(Runnable task) {
    WaitForAsyncUtils.waitForAsyncFx(SECONDS * 1000L, task);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static <T> T ask(Callable<T> question) {
    return WaitForAsyncUtils.waitForAsyncFx(SECONDS * 1000L, question);
  }

  private static void until(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        SECONDS,
        TimeUnit.SECONDS,
        () -> WaitForAsyncUtils.waitForAsyncFx(SECONDS * 1000L, condition));
  }
}
