package reidstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import reidstudio.data.DatasetException;
import reidstudio.data.audit.DataPlace;
import reidstudio.data.audit.DatasetVerifier;
import reidstudio.data.audit.FolderVerifier;
import reidstudio.data.audit.PlantedSet;
import reidstudio.data.audit.VerificationListener;
import reidstudio.data.audit.Verified;
import reidstudio.data.demo.DemoDataset;
import reidstudio.ui.common.Language;

/** The page for data on a small demo set with faults in it, read and decoded for real. */
@ExtendWith(ApplicationExtension.class)
class DatasetPageTest {
  @TempDir Path home;

  private final ExecutorService io = Executors.newCachedThreadPool();
  private final FakeStudio studio = new FakeStudio();
  private WindowDriver window;
  private Path data;

  @Start
  void start(Stage stage) throws IOException {
    data = home.resolve("people");
    DemoDataset.write(data, PlantedSet.SPEC, fraction -> {}, () -> false);
    studio.io = io;
    window = new WindowDriver(studio, stage);
  }

  @AfterEach
  void end() {
    window.on(window.stage()::hide);
    io.shutdownNow();
  }

  /** The form for training names the folder, then somebody turns to the page. */
  private void look() throws Exception {
    window.on(() -> window.window().useData(data));
    window.on(() -> studio.datasets.pending.complete(FakeStudio.demo(0)));
    window.turnTo(Page.DATA);
    window.waitUntil(() -> window.find("#topic-files", Node.class) != null);
  }

  private void verify() throws Exception {
    window.on(window.find("#verify-data", Button.class)::fire);
    window.waitUntil(() -> !window.texts("#topic-copies").contains("not checked yet"));
  }

  private List<String> lines() {
    TableView<?> view = window.find("#details", TableView.class);
    return window.ask(() -> view.getItems().stream().map(Object::toString).toList());
  }

  private void choose(FxRobot robot, String topic) {
    Node tile = window.find("#topic-" + topic, Node.class);
    window.on(tile::requestFocus);
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
  }

  @Test
  void countsComeByThemselvesAndDamageOnRequest(FxRobot robot) throws Exception {
    PlantedSet planted = PlantedSet.plant(data);
    look();
    assertThat(window.text("#verify-folder")).isEqualTo("people");
    assertThat(window.text("#verify-layout")).isEqualTo("ORBench");
    assertThat(window.texts("#topic-copies")).contains("not checked yet");
    choose(robot, "contents");
    assertThat(window.text("#topic-title")).isEqualTo("Contents");
    TableView<?> contents = window.find("#contents", TableView.class);
    assertThat(window.ask(() -> contents.getColumns().get(2).getCellData(0))).isEqualTo("17");

    verify();
    choose(robot, "files");
    assertThat(lines())
        .anyMatch(line -> line.contains(planted.missing()) && line.contains("file is missing"))
        .anyMatch(line -> line.contains(planted.broken()) && line.contains("cannot be decoded"));
    window.on(() -> window.find("#detail-search", TextField.class).setText("decoded"));
    assertThat(lines()).hasSize(1);
    window.on(() -> window.find("#details", TableView.class).getSelectionModel().select(0));
    window.on(window.find("#show-file", Button.class)::fire);
    window.waitUntil(() -> !studio.opened.isEmpty());
    assertThat(studio.opened)
        .containsExactly(data.toRealPath().resolve(planted.broken()).getParent());

    choose(robot, "copies");
    assertThat(window.text("#detail-count")).as("the search is gone").isEqualTo("one line");
    assertThat(lines().get(0))
        .contains(planted.original() + " = " + planted.copy(), "different identities");
    assertThat(window.texts("#topic-copies")).contains("problem");
    window.on(() -> window.window().languageProperty().set(Language.CHINESE));
    assertThat(window.texts("#topic-copies")).contains("有问题");
    assertThat(lines().get(0)).contains("不同身份");
  }

  @Test
  void theWallShowsEveryPictureOfOnePersonAndIsLedByKeys(FxRobot robot) throws Exception {
    look();
    window.on(window.find("#dataset-pictures", javafx.scene.control.ToggleButton.class)::fire);
    String first = window.text("#wall-title");
    window.waitUntil(() -> shownPictures().size() > 2); // those in sight, of 7
    window.waitUntil(
        () -> shownPictures().stream().allMatch(view -> view.getImage().getProgress() == 1));
    assertThat(shownPictures()).noneMatch(view -> view.getImage().isError());
    ListView<?> captions = window.find("#captions", ListView.class);
    assertThat(window.ask(() -> captions.getItems().size())).isEqualTo(3);

    Node wall = window.find("#wall", Node.class);
    window.on(wall::requestFocus);
    robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
    robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
    assertThat(window.text("#wall-pointed")).startsWith("vis/").endsWith(".jpg");
    assertThat(window.ask(() -> captions.getSelectionModel().getSelectedIndex())).isEqualTo(1);
    assertThat(window.ask(wall::getAccessibleText)).startsWith("Picture 2 of 7, Visible-light");
    robot.press(KeyCode.ALT, KeyCode.RIGHT).release(KeyCode.RIGHT, KeyCode.ALT);
    assertThat(window.text("#wall-title")).isNotEqualTo(first);
    robot.press(KeyCode.ALT, KeyCode.LEFT).release(KeyCode.LEFT, KeyCode.ALT);
    assertThat(window.text("#wall-title")).isEqualTo(first);

    window.on(
        () -> {
          Node filter = window.window().root().lookup("#identity-filter");
          ((ComboBox<?>) filter).getSelectionModel().select(3);
        });
    assertThat(window.text("#identity-count")).isEqualTo("0 of 8 identities");
    assertThat(window.text("#wall-title")).isEmpty();
  }

  private List<ImageView> shownPictures() {
    return window.ask(
        () ->
            window.find("#wall", Node.class).lookupAll(".image-view").stream()
                .map(ImageView.class::cast)
                .filter(view -> view.getImage() != null)
                .toList());
  }

  @Test
  void everythingFitsTheSmallestScreen() throws Exception {
    look();
    verify();
    for (String id :
        new String[] {"#verify-data", "#verify-read-as", "#choose-verify", "#topic-title"}) {
      Node node = window.find(id, Node.class);
      Bounds bounds = window.ask(() -> node.localToScene(node.getLayoutBounds()));
      assertThat(bounds.getMinX()).as(id).isGreaterThanOrEqualTo(0);
      assertThat(bounds.getMaxX()).as(id).isLessThanOrEqualTo(1280);
      assertThat(bounds.getMaxY()).as(id).isLessThanOrEqualTo(720);
    }
  }

  @Test
  void anotherLayoutIsAnotherReading() throws Exception {
    look();
    window.on(
        () ->
            ((ComboBox<?>) window.window().root().lookup("#verify-read-as"))
                .getSelectionModel()
                .select(7));
    window.waitUntil(() -> window.text("#verify-problem").contains("is not laid out like RegDB"));
    assertThat(window.find("#verify-split", Node.class).isVisible()).isTrue();
    window.on(() -> window.window().languageProperty().set(Language.CHINESE));
    assertThat(window.text("#verify-problem")).contains("不符合 RegDB 的目录格式");
    window.on(window.find("#follow-form", Button.class)::fire);
    window.waitUntil(() -> window.text("#verify-layout").equals("ORBench"));
    assertThat(window.text("#verify-problem")).isEmpty();
  }

  @Test
  void aVerificationCanBeCancelledAndEndsOnItsThread() throws Exception {
    CountDownLatch decoding = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    AtomicReference<Throwable> how = new AtomicReference<>();
    studio.verifier =
        new DatasetVerifier() {
          private final DatasetVerifier real = new FolderVerifier();

          @Override
          public Verified look(DataPlace place, VerificationListener listener)
              throws DatasetException {
            return real.look(place, listener);
          }

          /** Goes on until it is cancelled. */
          @Override
          public Verified verify(DataPlace place, VerificationListener listener)
              throws DatasetException {
            try {
              Verified found = look(place, listener);
              while (true) {
                listener.read(found);
                real.verify(place, listener);
                decoding.countDown();
              }
            } catch (RuntimeException e) {
              how.set(e);
              throw e;
            } finally {
              ended.countDown();
            }
          }
        };
    look();
    window.on(window.find("#verify-data", Button.class)::fire);
    assertThat(decoding.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(window.find("#verify-progress", Node.class).getParent().isVisible()).isTrue();
    window.on(window.find("#cancel-verify", Button.class)::fire);
    assertThat(window.find("#verify-data", Button.class).isVisible()).isTrue();
    assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(how.get()).isInstanceOf(java.util.concurrent.CancellationException.class);
    assertThat(window.texts("#topic-copies")).as("counts stay").contains("not checked yet");
    assertThat(window.find("#verify-problem", Label.class).getText()).isEmpty();
  }

  /** Files may be taken away while somebody looks at them. */
  @Test
  void picturesThatAreGoneAreTold() throws Exception {
    look();
    for (Path picture : PlantedSet.pictures(data, "vis")) {
      Files.delete(picture);
    }
    window.on(window.find("#dataset-pictures", javafx.scene.control.ToggleButton.class)::fire);
    window.waitUntil(
        () ->
            window.find("#wall", Node.class).lookupAll(".picture-missing").stream()
                .anyMatch(Node::isVisible));
  }
}
