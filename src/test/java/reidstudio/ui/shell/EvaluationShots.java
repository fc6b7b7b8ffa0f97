package reidstudio.ui.shell;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import reidstudio.event.RunState;

/** What the gallery shows of the page of evaluations: a run that was stored for real. */
final class EvaluationShots {
  private final FakeStudio studio;
  private final Scene scene;
  private final Path run;

  EvaluationShots(FakeStudio studio, Scene scene, Path run) {
    this.studio = studio;
    this.scene = scene;
    this.run = run;
  }

  /** By name, in this order. */
  Map<String, Runnable> shots() {
    Map<String, Runnable> shots = new LinkedHashMap<>();
    shots.put("evaluation-1-scores", this::scores);
    shots.put("evaluation-2-compared", this::compared);
    shots.put("evaluation-3-queries", () -> fire("#part-queries"));
    shots.put("evaluation-4-map", () -> fire("#part-map"));
    return shots;
  }

  private void scores() {
    studio.listings =
        List.of(StudioGallery.listing(run, Optional.of(RunState.COMPLETED), false, 6, ""));
    studio.io = Runnable::run;
    fire("#page-runs");
    ((TableView<?>) scene.lookup("#runs")).getSelectionModel().select(0);
    ((Button) scene.lookup("#open-run")).fire();
    fire("#page-evaluation");
  }

  private void compared() {
    ((ComboBox<?>) scene.lookup("#compared")).getSelectionModel().select(1);
    fire("#show-reference");
  }

  private void fire(String toggle) {
    ((javafx.scene.control.ButtonBase) scene.lookup(toggle)).fire();
  }
}
