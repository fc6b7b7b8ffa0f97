package reidstudio.ui.shell;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;
import reidstudio.event.CheckKind;
import reidstudio.event.RunState;
import reidstudio.event.Severity;
import reidstudio.event.TrainingEvent;
import reidstudio.store.Listings;
import reidstudio.store.RunListing;
import reidstudio.ui.AwtPicture;
import reidstudio.ui.common.Language;
import reidstudio.ui.common.ThemeChoice;

/**
 * Shows every page of the window on made-up runs and saves a picture of each. Not a test: to be
 * looked at. Arguments: --out=DIR --width=W --height=H --theme=LIGHT|DARK
 * --language=ENGLISH|CHINESE --only=PART of the names of pictures. The page for data shows the set
 * in --data=DIR, or a small one drawn for it; that for evaluations the stored run in --run=DIR.
 */
public final class StudioGallery extends Application {
  private final Queue<Shot> shots = new ArrayDeque<>();
  private FakeStudio studio;
  private StudioWindow window;
  private Scene scene;
  private SyntheticRun run;
  private String prefix;
  private Path out;
  private Optional<Path> data;
  private Optional<Path> stored;
  private String only;

  private record Shot(String name, Runnable setUp) {}

  @Override
  public void start(Stage stage) {
    Map<String, String> options = getParameters().getNamed();
    double width = Double.parseDouble(options.getOrDefault("width", "1280"));
    double height = Double.parseDouble(options.getOrDefault("height", "720"));
    ThemeChoice theme = ThemeChoice.valueOf(options.getOrDefault("theme", "LIGHT"));
    Language language = Language.valueOf(options.getOrDefault("language", "ENGLISH"));
    out = Path.of(options.getOrDefault("out", "target"));
    data = Optional.ofNullable(options.get("data")).map(Path::of);
    stored = Optional.ofNullable(options.get("run")).map(Path::of);
    only = options.getOrDefault("only", "");
    prefix = (int) width + "-" + theme + "-" + language;
    studio = new FakeStudio();
    window = new StudioWindow(studio.ports(), language);
    window.languageProperty().set(language);
    window.themeProperty().set(theme);
    stage.setX(0);
    stage.setY(0);
    window.show(stage);
    stage.setWidth(width);
    stage.setHeight(height);
    scene = stage.getScene();
    fill();
    new DatasetShots(studio, window, scene, data)
        .shots()
        .forEach((name, setUp) -> shots.add(new Shot(name, setUp)));
    stored.ifPresent(
        run ->
            new EvaluationShots(studio, scene, run)
                .shots()
                .forEach((name, setUp) -> shots.add(new Shot(name, setUp))));
    shots.removeIf(shot -> !shot.name().contains(only));
    next();
  }

  private void fill() {
    shots.add(new Shot("1-making", () -> studio.datasets.progress.accept(0.4)));
    shots.add(new Shot("2-fresh", () -> studio.datasets.pending.complete(FakeStudio.demo(3))));
    shots.add(new Shot("3-running", this::run));
    shots.add(new Shot("4-more", () -> ((ToggleButton) find("#more-charts")).fire()));
    shots.add(new Shot("5-problem", this::problem));
    shots.add(new Shot("6-diagnosis", this::diagnosis));
    shots.add(new Shot("7-diagnosing", this::diagnosing));
    shots.add(new Shot("e-early", this::early));
    shots.add(new Shot("e1-clear", this::clear));
    shots.add(new Shot("e2-warning", this::warning));
    shots.add(new Shot("f-problems", this::problems));
    shots.add(new Shot("g-unfolded", this::unfolded));
    shots.add(new Shot("h-try", this::tryChange));
    shots.add(new Shot("i-try-busy", this::busy));
    shots.add(new Shot("j-notice", () -> press("#page-train")));
    shots.add(new Shot("k-steps", this::steps));
    shots.add(new Shot("l-form", this::form));
    shots.add(new Shot("m-verifying", this::verifying));
    shots.add(new Shot("n-verified", this::verified));
    shots.add(new Shot("8-runs", this::runs));
    shots.add(new Shot("9-log", () -> ((ToggleButton) find("#page-log")).fire()));
    shots.add(new Shot("a-broken-data", this::brokenData));
    shots.add(new Shot("c-stored", this::stored));
    shots.add(new Shot("d-keys", this::keys));
    shots.add(
        new Shot(
            "b-close",
            () ->
                scene
                    .getWindow()
                    .fireEvent(
                        new javafx.stage.WindowEvent(
                            scene.getWindow(), javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST))));
  }

  private void next() {
    Shot shot = shots.poll();
    if (shot == null) {
      Platform.exit();
      return;
    }
    shot.setUp().run();
    PauseTransition settle = new PauseTransition(Duration.seconds(1.2));
    settle.setOnFinished(
        event -> {
          save(shot.name());
          next();
        });
    settle.play();
  }

  private void run() {
    run = studio.begin("20260301-102030-demo");
    run.steps(195);
    run.become(RunState.PAUSED, "");
    run.become(RunState.RUNNING, "");
    run.steps(127);
  }

  private void problem() {
    ((ToggleButton) find("#more-charts")).fire();
    scene.getRoot().lookupAll(".titled-pane").stream()
        .map(TitledPane.class::cast)
        .peek(pane -> pane.setExpanded(false))
        .skip(2)
        .findFirst()
        .ifPresent(pane -> pane.setExpanded(true));
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    ((TextField) find("#setting-sampler-instances")).setText("0");
    ((TextField) find("#setting-sampler-identities")).setText("viele");
  }

  private void diagnosis() {
    ((ToggleButton) find("#page-diagnosis")).fire();
    publish(new TrainingEvent.DiagnosisFinished("", 1, FakeStudio.report(CheckKind.CE, true)));
    publish(new TrainingEvent.DiagnosisFinished("", 1, FakeStudio.report(CheckKind.CE, false)));
  }

  private void diagnosing() {
    publish(
        new TrainingEvent.DiagnosisProgressed(
            "", 1, CheckKind.SAMPLING, 0.4, "Drawing 20 batches with the balanced sampler"));
  }

  private void early() {
    publish(
        new TrainingEvent.DiagnosisFailed("", 2, CheckKind.SAMPLING, "The data folder is gone."));
    press("#page-diagnosis");
    run = studio.begin("20260301-113000-demo");
    run.steps(12);
  }

  private void clear() {
    run.steps(188);
    run.health(SyntheticHealth.note());
  }

  /** Seen from the charts: a dashed bar, a line, a notice. */
  private void warning() {
    press("#page-train");
    run.steps(40);
    run.health(
        SyntheticHealth.noBudget(60, 200),
        SyntheticHealth.fewRows(Severity.WARNING, 120, 240),
        SyntheticHealth.note());
  }

  private void problems() {
    press("#page-diagnosis");
    run.steps(120);
    run.health(
        SyntheticHealth.noBudget(60, 360),
        SyntheticHealth.fewRows(Severity.WARNING, 120, 360),
        SyntheticHealth.unknown(),
        SyntheticHealth.note());
  }

  private void unfolded() {
    scene.getRoot().lookupAll(".fold").stream()
        .map(TitledPane.class::cast)
        .filter(fold -> !"experiments".equals(fold.getId()))
        .forEach(fold -> fold.setExpanded(true));
    ((TitledPane) find("#experiments")).setExpanded(true);
  }

  private void tryChange() {
    ((TitledPane) find("#experiments")).setExpanded(false);
    run.become(RunState.COMPLETED, "");
    window.refresh();
    ((Button) find(".try-change")).fire();
  }

  private void busy() {
    run.become(RunState.STARTING, "");
    run.become(RunState.RUNNING, "");
    run.health(
        SyntheticHealth.noBudget(60, 360), SyntheticHealth.fewRows(Severity.ERROR, 120, 360));
  }

  private void steps() {
    press("#page-diagnosis");
    ((javafx.scene.control.Hyperlink) find(".finding-steps")).fire();
  }

  private void form() {
    press("#page-diagnosis");
    ((Button) find(".try-change")).fire();
    ((Button) find(".edit-change")).fire();
  }

  private void verifying() {
    press("#page-diagnosis");
    run = studio.begin("20260301-123000-demo");
    run.steps(100);
    run.health(SyntheticHealth.noBudget(60, 100));
    run.become(RunState.COMPLETED, "");
    window.refresh();
    ((Button) find(".verify-change")).fire();
    run = studio.begin("20260301-124500-demo-learningRate-0.3");
    run.steps(22);
  }

  private void verified() {
    run.steps(18);
    run.become(RunState.STOPPED, "Stopped after epoch 1, as it was asked to.");
  }

  private void press(String toggle) {
    ((ToggleButton) find(toggle)).fire();
  }

  private void publish(TrainingEvent event) {
    studio.idle.apply(event);
  }

  private void runs() {
    studio.listings =
        List.of(
            listing("20260301-102030-demo", Optional.of(RunState.COMPLETED), false, 12, ""),
            listing("20260228-180112-orbench", Optional.of(RunState.RUNNING), true, 7, ""),
            listing("20260227-090300-lr-high", Optional.of(RunState.FAILED), false, 1, ""),
            listing("notes", Optional.empty(), false, 0, "It has no metrics.jsonl."));
    ((ToggleButton) find("#page-runs")).fire();
  }

  private static RunListing listing(
      String name, Optional<RunState> state, boolean interrupted, int epochs, String problem) {
    return listing(
        FakeStudio.HOME.resolve("runs").resolve(name), state, interrupted, epochs, problem);
  }

  static RunListing listing(
      Path folder, Optional<RunState> state, boolean interrupted, int epochs, String problem) {
    return problem.isEmpty()
        ? Listings.of(folder, state.orElse(null), interrupted, epochs, 480)
        : Listings.broken(folder, problem);
  }

  private void brokenData() {
    ((ToggleButton) find("#page-train")).fire();
    ((Button) find("#read-data-again")).fire();
    studio.datasets.pending.completeExceptionally(
        new IOException(
            "The folder data/orbench has no train_annos.json; choose the folder that holds it."));
  }

  private void stored() {
    ((ToggleButton) find("#page-runs")).fire();
    javafx.scene.control.TableView<?> runs = (javafx.scene.control.TableView<?>) find("#runs");
    runs.getSelectionModel().select(1);
    ((Button) find("#open-run")).fire();
    studio.opened.clear();
  }

  private void keys() {
    ((Button) find("#back-to-live")).fire();
    ((Button) find("#show-keys")).fire();
  }

  private Node find(String selector) {
    return scene.getRoot().lookup(selector);
  }

  private void save(String name) {
    BufferedImage picture = AwtPicture.of(scene.snapshot(null));
    try {
      ImageIO.write(picture, "png", out.resolve(prefix + "-" + name + ".png").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
