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
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import reidstudio.command.RunCommand;
import reidstudio.engine.SmallRun;
import reidstudio.event.RunState;
import reidstudio.store.RunTrace;
import reidstudio.ui.chart.TraceChart;
import reidstudio.ui.shell.StudioWindow;

/** The page of evaluations on runs of the real engine, live and stored. */
@ExtendWith(ApplicationExtension.class)
class EvaluationWindowTest {
  private static final int SECONDS = 90;

  @TempDir Path folder;

  private OpenWindow open;
  private Studio studio;
  private StudioWindow window;

  @Start
  void start(Stage stage) {
    open = new OpenWindow(folder, SmallRun.PEOPLE, stage);
    studio = open.studio();
    window = open.window();
  }

  @AfterEach
  void close() {
    open.close();
  }

  private RunTrace train(String... settings) throws TimeoutException {
    Path data = folder.resolve("demo");
    until(() -> Files.exists(data) && !((ButtonBase) find("#start")).isDisabled());
    studio
        .control()
        .submit(new RunCommand.Start(SmallRun.config(data, settings), Optional.empty()));
    until(() -> trace().state().filter(RunState::isTerminal).isPresent());
    assertThat(trace().state()).contains(RunState.COMPLETED);
    return trace();
  }

  @Test
  void aRunIsReadFromItsTableToItsHardestQuery() throws Exception {
    fire("#page-evaluation");
    assertThat(shownTexts(".empty-state")).contains("No evaluation yet");
    RunTrace run = train("epochs", "3", "evaluation.everyEpochs", "1");
    // the run ends before its last evaluation is on the screen
    until(() -> ((ComboBox<?>) find("#evaluations")).getItems().size() == 3);
    until(() -> table("#settings-table").getItems().size() == 32);
    until(() -> find("#averages").lookupAll(".average-card").size() == 4);
    until(() -> ((TraceChart) find("#cmc")).series().size() == 4);
    on(() -> table("#settings-table").getSelectionModel().select(1));
    until(() -> ((TraceChart) find("#cmc")).series().size() == 1);

    ComboBox<?> compared = (ComboBox<?>) find("#compared");
    until(() -> compared.getItems().size() == 3);
    on(() -> compared.getSelectionModel().select(1));
    until(() -> columns().contains("column-map-gain"));
    until(() -> ((TraceChart) find("#cmc")).series().get(0).whole().isPresent());
    fire("#show-reference");
    until(() -> columns().contains("column-reference-map"));
    // there is no room for all in a small window
    assertThat(columns()).contains("column-rank1", "column-map").doesNotContain("column-rank5");

    fire("#part-queries");
    ListView<?> queries = (ListView<?>) find("#queries");
    until(() -> !queries.getItems().isEmpty());
    int all = queries.getItems().size();
    until(() -> answers().size() >= 9);
    until(() -> answers().stream().allMatch(view -> view.getImage().getProgress() == 1));
    assertThat(answers()).noneMatch(view -> view.getImage().isError());
    assertThat(text("#query-first")).startsWith("First right picture at rank ");
    String hardest = text("#query-facts");
    on(() -> queries.getSelectionModel().selectLast());
    until(() -> !text("#query-facts").equals(hardest));
    if (!table("#confusions").getItems().isEmpty()) {
      on(() -> table("#confusions").getSelectionModel().select(0));
      until(() -> queries.getItems().size() <= all && find("#all-queries").isVisible());
      fire("#all-queries");
      until(() -> queries.getItems().size() == all);
    }

    fire("#part-map");
    until(() -> !text("#effective-rank").isEmpty());
    assertThat(text("#effective-rank")).endsWith(" of 64");
    assertThat(find("#modality-gaps").lookupAll(".map-number")).hasSize(4);
    fire("#color-person");
    assertThat(run.evaluations()).hasSize(3);
  }

  @Test
  void aStoredRunWithoutScoresIsEvaluatedOnRequest() throws Exception {
    RunTrace run = train("evaluation.everyEpochs", "0");
    until(() -> Files.notExists(run.folder().orElseThrow().resolve("run.pid")));
    fire("#page-runs");
    until(() -> !table("#runs").getItems().isEmpty());
    on(() -> table("#runs").getSelectionModel().select(0));
    fire("#open-run");
    until(() -> find("#read-only-banner").isVisible());
    fire("#page-evaluation");
    assertThat(shownTexts(".empty-state")).contains("No evaluation yet");
    fire("#evaluate");
    until(() -> table("#settings-table").getItems().size() == 32);
    until(() -> !((ButtonBase) find("#evaluate")).isDisabled());
    ComboBox<?> looked = (ComboBox<?>) find("#evaluations");
    until(() -> looked.getValue() != null);

    // once more, of the same state: what is looked at stays in sight
    fire("#evaluate");
    until(() -> !((ButtonBase) find("#evaluate")).isDisabled());
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(looked.getValue()).isNotNull();
    // pictures that are gone are told, not an end
    try (Stream<Path> pictures = Files.walk(folder.resolve("demo"))) {
      for (Path picture :
          pictures
              .filter(p -> !p.toString().endsWith(".json") && Files.isRegularFile(p))
              .toList()) {
        Files.delete(picture);
      }
    }
    fire("#part-queries");
    until(() -> !((ListView<?>) find("#queries")).getItems().isEmpty());
    until(() -> find("#answers").lookupAll(".picture-missing").stream().anyMatch(Node::isVisible));
  }

  private List<String> columns() {
    return table("#settings-table").getVisibleLeafColumns().stream()
        .map(column -> column.getId())
        .toList();
  }

  private List<ImageView> answers() {
    return find("#answers").lookupAll(".image-view").stream()
        .map(ImageView.class::cast)
        .filter(view -> view.getImage() != null)
        .toList();
  }

  private List<String> shownTexts(String selector) {
    return ask(
        () ->
            find("#evaluation-page").lookupAll(selector).stream()
                .filter(Node::isVisible)
                .flatMap(node -> node.lookupAll(".label").stream())
                .map(label -> ((Labeled) label).getText())
                .toList());
  }

  private RunTrace trace() {
    return studio.store().current();
  }

  private TableView<?> table(String id) {
    return (TableView<?>) find(id);
  }

  private void fire(String id) throws TimeoutException {
    until(() -> !((ButtonBase) find(id)).isDisabled());
    on(() -> ((ButtonBase) find(id)).fire());
  }

  private String text(String id) {
    return ((Labeled) find(id)).getText();
  }

  private Node find(String selector) {
    return window.root().lookup(selector);
  }

  private static void on(Runnable task) {
    ask(
        () -> {
          task.run();
          return true;
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static <T> T ask(Callable<T> question) {
    return WaitForAsyncUtils.waitForAsyncFx(SECONDS * 1000L, question);
  }

  private static void until(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, () -> ask(condition));
  }
}
