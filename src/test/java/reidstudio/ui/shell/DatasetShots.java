package reidstudio.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseEvent;
import reidstudio.data.audit.DataPlace;
import reidstudio.data.audit.DatasetVerifier;
import reidstudio.data.audit.FolderVerifier;
import reidstudio.data.audit.PlantedSet;
import reidstudio.data.audit.VerificationListener;
import reidstudio.data.audit.VerificationStage;
import reidstudio.data.audit.Verified;
import reidstudio.data.demo.DemoDataset;

/** What the gallery shows of the page for data: a set with faults, read for real. */
final class DatasetShots {
  private final FakeStudio studio;
  private final StudioWindow window;
  private final Scene scene;
  private final Path data;

  /**
   * @param data empty for a small set, which is drawn
   */
  DatasetShots(FakeStudio studio, StudioWindow window, Scene scene, Optional<Path> data) {
    this.studio = studio;
    this.window = window;
    this.scene = scene;
    this.data = data.orElseGet(DatasetShots::draw);
  }

  private static Path draw() {
    try {
      Path folder = Files.createTempDirectory("gallery").resolve("people");
      DemoDataset.write(folder, PlantedSet.SPEC, fraction -> {}, () -> false);
      PlantedSet.plant(folder);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By name, in this order. */
  Map<String, Runnable> shots() {
    Map<String, Runnable> shots = new LinkedHashMap<>();
    shots.put("data-0-nothing", this::nothing);
    shots.put("data-1-counts", () -> window.useData(data));
    shots.put("data-2-verifying", this::verifying);
    shots.put("data-3-verified", this::verified);
    shots.put("data-4-contents", () -> choose("contents"));
    shots.put("data-5-files", () -> choose("files"));
    shots.put("data-6-labels", () -> choose("labels"));
    shots.put("data-7-wall", () -> fire("#dataset-pictures"));
    shots.put("data-8-pointed", this::pointed);
    shots.put("data-9-other-layout", this::otherLayout);
    return shots;
  }

  private void nothing() {
    studio.io = Runnable::run;
    fire("#page-data");
    window.useData(Path.of("nowhere").toAbsolutePath());
  }

  /** Says how far it is and goes no further. */
  private void verifying() {
    DatasetVerifier real = new FolderVerifier();
    studio.verifier =
        new DatasetVerifier() {
          @Override
          public Verified look(DataPlace place, VerificationListener listener) {
            throw new UnsupportedOperationException("known already");
          }

          @Override
          public Verified verify(DataPlace place, VerificationListener listener)
              throws reidstudio.data.DatasetException {
            listener.read(real.look(place, listener));
            listener.begins(VerificationStage.DECODING);
            pause();
            listener.progress(12_345, 45_113);
            pause();
            return real.look(place, listener);
          }
        };
    studio.io = task -> new Thread(task, "gallery-io").start();
    ((Button) scene.lookup("#verify-data")).fire();
  }

  private static void pause() {
    try {
      Thread.sleep(700);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void verified() {
    ((Button) scene.lookup("#cancel-verify")).fire();
    studio.verifier = new FolderVerifier();
    studio.io = Runnable::run;
    ((Button) scene.lookup("#verify-data")).fire();
  }

  private void choose(String topic) {
    Node tile = scene.lookup("#topic-" + topic);
    tile.getOnMouseClicked()
        .handle(
            new MouseEvent(
                MouseEvent.MOUSE_CLICKED,
                0,
                0,
                0,
                0,
                javafx.scene.input.MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                null));
  }

  private void pointed() {
    javafx.scene.control.ListView<?> captions =
        (javafx.scene.control.ListView<?>) scene.lookup("#captions");
    captions.getSelectionModel().select(1);
  }

  private void otherLayout() {
    ((ComboBox<?>) scene.lookup("#verify-read-as")).getSelectionModel().select(7);
  }

  private void fire(String toggle) {
    ((ToggleButton) scene.lookup(toggle)).fire();
  }
}
