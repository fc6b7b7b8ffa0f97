package reidstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import reidstudio.event.Severity;
import reidstudio.ui.chart.TraceChart;
import reidstudio.ui.common.Language;
import reidstudio.ui.common.ThemeChoice;

/**
 * The main ways through the window with a long run in view. Each is gone once before it is watched:
 * the classes of a page are loaded only once in the life of a process.
 */
@ExtendWith(ApplicationExtension.class)
class FreezeTest {
  private static final int STEPS = 20_000;

  @RegisterExtension final FreezeWatch watch = new FreezeWatch();
  private final FakeStudio studio = new FakeStudio();
  private WindowDriver window;
  private SyntheticRun run;

  @Start
  void start(Stage stage) {
    window = new WindowDriver(studio, stage);
  }

  @BeforeEach
  void aLongRunIsShown() throws TimeoutException {
    run = studio.begin("long");
    run.steps(STEPS);
    window.pump();
    window.on(() -> studio.datasets.pending.complete(FakeStudio.demo(3)));
    window.waitUntil(() -> window.ask(() -> chart().totalPoints() == STEPS));
    throughAllPages();
    throughTheCharts();
    throughTheLanguages();
    throughTheThemes();
  }

  private TraceChart chart() {
    return window.find("#chart-ce", TraceChart.class);
  }

  private void throughAllPages() {
    for (Page page : Page.values()) {
      window.turnTo(page);
    }
    window.turnTo(Page.TRAIN);
  }

  private void throughTheCharts() throws TimeoutException {
    for (String axis : new String[] {"epoch", "seconds", "step"}) {
      window.on(window.find("#axis-" + axis, ToggleButton.class)::fire);
    }
    window.pressMoreCharts();
    window.pressMoreCharts();
  }

  private void throughTheLanguages() throws TimeoutException {
    for (Language language : List.of(Language.CHINESE, Language.ENGLISH)) {
      window.on(() -> window.window().languageProperty().set(language));
      window.pump();
      window.waitUntil(this::allPagesAreThere);
    }
  }

  private void throughTheThemes() throws TimeoutException {
    for (ThemeChoice theme : List.of(ThemeChoice.DARK, ThemeChoice.LIGHT)) {
      window.on(() -> window.window().themeProperty().set(theme));
      window.pump();
      window.waitUntil(this::allPagesAreThere);
    }
  }

  /** Those out of sight leave for the time of a switch. */
  private boolean allPagesAreThere() {
    return window.ask(
        () ->
            Stream.of("train", "dataset", "batch", "health", "evaluation", "history", "log")
                .allMatch(name -> window.window().root().lookup("#" + name + "-page") != null));
  }

  @Test
  void turningPagesFreezesNothing() {
    throughAllPages();
    assertThat(watch.worst()).as("the watch was awake").isPositive();
  }

  @Test
  void axesAndFurtherChartsFreezeNothing() throws TimeoutException {
    throughTheCharts();
  }

  /** Up to 99 ms were measured, too near to the limit for a machine that may be slower. */
  @Test
  void anotherLanguageHoldsTheWindowUpForAMoment() throws TimeoutException {
    watch.allow(Duration.ofMillis(150));
    throughTheLanguages();
  }

  @Test
  void anotherThemeFreezesNothing() throws TimeoutException {
    throughTheThemes();
  }

  @Test
  void aRunThatGoesOnFreezesNothing() {
    for (int i = 0; i < 40; i++) {
      run.steps(25);
      run.log(Severity.INFO, "line " + i);
      window.pump();
    }
  }
}
