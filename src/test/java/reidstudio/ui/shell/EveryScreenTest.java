package reidstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import reidstudio.event.CheckKind;
import reidstudio.event.RunState;
import reidstudio.event.Severity;
import reidstudio.event.TrainingEvent;
import reidstudio.ui.AwtPicture;
import reidstudio.ui.common.Language;
import reidstudio.ui.common.Theme;
import reidstudio.ui.common.ThemeChoice;

/**
 * Every screen in both themes and both languages on a small display: pictures under {@code
 * target/screens} to be looked at, and what can be said without looking: nothing is blank, no text
 * is cut off, no button lies outside the window.
 */
@ExtendWith(ApplicationExtension.class)
class EveryScreenTest {
  private static final Path PICTURES = Path.of("target", "screens");

  /** These show as much of a long path or line as there is room for, and all of it elsewhere. */
  private static final Set<String> MAY_BE_CUT = Set.of("command-line");

  private static final int FEWEST_COLOURS = 30;

  private final FakeStudio studio = new FakeStudio();
  private final List<String> faults = new ArrayList<>();
  private WindowDriver window;
  private String look;

  @Start
  void start(Stage stage) {
    window = new WindowDriver(studio, stage);
  }

  static Stream<Arguments> looks() {
    return Arrays.stream(Language.values())
        .flatMap(l -> Stream.of(Theme.values()).map(t -> Arguments.of(l, t)));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void everyScreenFitsInEveryLook(Language language, Theme theme) throws IOException {
    look = (language + "-" + theme).toLowerCase(Locale.ROOT);
    Files.createDirectories(PICTURES);
    window.on(
        () -> {
          window.window().languageProperty().set(language);
          window.window().themeProperty().set(ThemeChoice.valueOf(theme.name()));
        });
    for (Map.Entry<String, Runnable> screen : screens().entrySet()) {
      screen.getValue().run();
      window.pump();
      window.on(() -> layout(window.window().root()));
      judge(screen.getKey());
    }
    assertThat(faults).isEmpty();
  }

  /** In this order, for each stands on what those before it did. */
  private Map<String, Runnable> screens() {
    Map<String, Runnable> screens = new LinkedHashMap<>();
    screens.put("train-first-start", () -> {});
    screens.put(
        "train-ready", () -> window.on(() -> studio.datasets.pending.complete(FakeStudio.demo(3))));
    for (Page page : Page.values()) {
      screens.put(word(page) + "-empty", () -> window.turnTo(page));
    }
    screens.put("train-running", this::train);
    for (Page page : Page.values()) {
      if (page != Page.TRAIN) {
        screens.put(word(page) + "-running", () -> window.turnTo(page));
      }
    }
    screens.put("diagnosis-report", this::report);
    screens.put("train-more-charts", this::more);
    screens.put("runs-listed", this::runs);
    screens.put("keys", () -> press("#show-keys"));
    return screens;
  }

  private void train() {
    SyntheticRun run = studio.begin("20260301-102030-demo");
    run.steps(322);
    run.health(
        SyntheticHealth.noBudget(60, 320),
        SyntheticHealth.fewRows(Severity.WARNING, 120, 240),
        SyntheticHealth.note());
    window.turnTo(Page.TRAIN);
  }

  private void report() {
    window.turnTo(Page.DIAGNOSIS);
    studio.idle.apply(
        new TrainingEvent.DiagnosisFinished("", 1, FakeStudio.report(CheckKind.CE, false)));
  }

  private void more() {
    window.turnTo(Page.TRAIN);
    try {
      window.pressMoreCharts();
    } catch (TimeoutException e) {
      throw new AssertionError("further charts did not come", e);
    }
  }

  private void runs() {
    Path runs = FakeStudio.HOME.resolve("runs");
    studio.listings =
        List.of(
            StudioGallery.listing(
                runs.resolve("20260301-102030-demo"),
                Optional.of(RunState.COMPLETED),
                false,
                12,
                ""),
            StudioGallery.listing(
                runs.resolve("20260228-180112-orbench"),
                Optional.of(RunState.RUNNING),
                true,
                7,
                ""),
            StudioGallery.listing(
                runs.resolve("notes"), Optional.empty(), false, 0, "It has no metrics.jsonl."));
    window.turnTo(Page.RUNS);
  }

  private void press(String selector) {
    window.on(
        () -> ((javafx.scene.control.ButtonBase) window.window().root().lookup(selector)).fire());
  }

  private static String word(Page page) {
    return page.name().toLowerCase(Locale.ROOT);
  }

  private static void layout(Parent root) {
    root.applyCss();
    root.layout();
  }

  private void judge(String screen) throws IOException {
    String name = look + "-" + screen;
    BufferedImage picture =
        window.ask(() -> AwtPicture.of(window.window().root().getScene().snapshot(null)));
    ImageIO.write(picture, "png", PICTURES.resolve(name + ".png").toFile());
    long colours =
        Arrays.stream(
                picture.getRGB(
                    0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))
            .distinct()
            .count();
    if (colours < FEWEST_COLOURS) {
      faults.add(name + " has only " + colours + " colours");
    }
    window.ask(
        () -> {
          look(window.window().root(), name);
          return true;
        });
  }

  private void look(Node node, String screen) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Labeled labeled && !(node instanceof TableCell)) {
      cut(labeled, screen);
    }
    if (node instanceof Button button) {
      outside(button, screen);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> look(child, screen));
    }
  }

  private void cut(Labeled labeled, String screen) {
    String wanted = labeled.getText();
    if (wanted == null
        || wanted.isBlank()
        || MAY_BE_CUT.contains(String.valueOf(labeled.getId()))) {
      return;
    }
    for (Node child : labeled.getChildrenUnmodifiable()) {
      boolean shortened =
          child instanceof Text text
              && text.isVisible()
              && !text.getText().isEmpty()
              && text.getText().endsWith("...")
              && !wanted.endsWith("...");
      if (shortened) {
        faults.add(screen + ": “" + wanted + "” is shown as “" + ((Text) child).getText() + "”");
      }
    }
  }

  private void outside(Button button, String screen) {
    Bounds bounds = button.localToScene(button.getLayoutBounds());
    boolean scrolled = isInScroll(button);
    if (!scrolled
        && (bounds.getMaxX() > button.getScene().getWidth() + 1
            || bounds.getMaxY() > button.getScene().getHeight() + 1)) {
      faults.add(screen + ": the button “" + button.getText() + "” lies outside");
    }
  }

  private static boolean isInScroll(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at instanceof javafx.scene.control.ScrollPane
          || at instanceof javafx.scene.control.skin.VirtualFlow) {
        return true;
      }
    }
    return false;
  }
}
