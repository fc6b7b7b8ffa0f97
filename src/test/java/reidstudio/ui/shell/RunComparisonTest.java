package reidstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import reidstudio.event.RunState;
import reidstudio.store.Listings;
import reidstudio.store.RunListing;
import reidstudio.ui.chart.TraceChart;
import reidstudio.ui.chart.VerticalMark;
import reidstudio.ui.common.Figures;
import reidstudio.ui.common.Language;

/** Runs side by side. */
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class RunComparisonTest {
  private final FakeStudio studio = new FakeStudio();
  private WindowDriver window;

  @Start
  void start(Stage stage) {
    window = new WindowDriver(studio, stage);
    studio.listings = List.of(run("alpha"), run("beta"), run("gamma"));
  }

  @Test
  void twoRunsShareChartsAndTheTickedOnesAreDrawn() {
    window.turnTo(Page.RUNS);
    window.on(() -> table().getSelectionModel().select(0));
    assertThat(window.find("#compare-runs", Button.class).isDisabled()).isTrue();
    window.on(() -> table().getSelectionModel().selectIndices(0, 1));
    window.on(window.find("#compare-runs", Button.class)::fire);
    assertThat(window.find("#compare-page", Node.class).isVisible()).isTrue();
    TraceChart ce = window.find("#compare-ce", TraceChart.class);
    assertThat(window.ask(() -> ce.series().stream().map(series -> series.name()).toList()))
        .containsExactly("alpha", "beta");
    CheckBox first = window.find("#compare-legend .check-box", CheckBox.class);
    window.on(first::fire);
    assertThat(window.ask(() -> ce.series().stream().map(series -> series.name()).toList()))
        .containsExactly("beta");
    assertThat(window.ask(() -> ce.series().get(0).color())).as("keeps its colour").isEqualTo(1);
    window.on(() -> window.window().languageProperty().set(Language.CHINESE));
    assertThat(window.find("#compare-ce", TraceChart.class)).isSameAs(ce);
    assertThat(ce.titleProperty().get()).isEqualTo("CE 损失");
    assertThat(ce.xLabelProperty().get()).isEqualTo("步");
    window.on(window.find("#compare-back", Button.class)::fire);
    assertThat(window.find("#history-page", Node.class).isVisible()).isTrue();
  }

  @Test
  void aComparedChartCanBeSavedAndTheLegendSaysWhatIsSmooth() throws Exception {
    compareTwo();
    TraceChart ce = window.find("#compare-ce", TraceChart.class);
    assertThat(window.ask(() -> ce.actionsProperty().get())).isNotNull();
    double last = window.ask(() -> ce.readings().get(0).value());
    double smooth = window.ask(() -> ce.readings().get(0).smoothed());
    // once the chart was drawn and the legend has looked at it again
    window.waitUntil(
        () ->
            window
                .texts("#compare-legend")
                .contains(Figures.number(last) + "\nsmooth " + Figures.number(smooth)));
  }

  @Test
  void whyAComparedChartIsEmptyIsSaid() {
    compareTwo();
    TraceChart ce = window.find("#compare-ce", TraceChart.class);
    assertThat(emptyText(ce)).isEqualTo("None of the ticked runs has this");
    for (Node box :
        window.ask(() -> window.window().root().lookupAll("#compare-legend .check-box"))) {
      window.on(((CheckBox) box)::fire);
    }
    assertThat(emptyText(ce)).isEqualTo("No run is ticked");
  }

  @Test
  void aChartIsReadBeforeItsFirstFrame() {
    studio.storedSteps = 5_000;
    compareTwo();
    assertThat(window.texts(".notice")).isEmpty();
    assertThat(window.texts("#compare-legend")).contains("CE loss");
  }

  @Test
  void whatCannotBeComparedIsToldAndTheListIsThere() {
    studio.listings = List.of(run("alpha"), run("broken"));
    compareTwo();
    assertThat(window.find("#history-page", Node.class).isVisible()).isTrue();
    assertThat(window.texts(".notice").toString()).contains("is not the folder of a run.");
  }

  @Test
  void theAxisOfTimeIsBrokenWhereARunPaused() throws Exception {
    SyntheticRun followed = FakeStudio.newRun("beta");
    followed.begin();
    followed.steps(5);
    studio.elsewhere = Optional.of(followed);
    compareTwo();
    TraceChart ce = window.find("#compare-ce", TraceChart.class);
    window.on(pill("seconds")::fire);
    assertThat(marks(ce)).isEmpty();
    window.on(() -> followed.become(RunState.PAUSED, ""));
    window.waitUntil(() -> !marks(ce).isEmpty());
    VerticalMark mark = marks(ce).get(0);
    assertThat(mark.kind()).isEqualTo(VerticalMark.Kind.BREAK);
    assertThat(mark.label()).isEqualTo("beta: paused");
    assertThat(mark.tooltip())
        .startsWith("beta: Paused at ")
        .endsWith("The axis counts training time and leaves this out.");
    window.on(pill("step")::fire);
    assertThat(marks(ce)).as("each run has all its steps").isEmpty();
  }

  private ToggleButton pill(String axis) {
    return window.find("#compare-axis-" + axis, ToggleButton.class);
  }

  private List<VerticalMark> marks(TraceChart chart) {
    return window.ask(() -> List.copyOf(chart.marks()));
  }

  private void compareTwo() {
    window.turnTo(Page.RUNS);
    window.on(() -> table().getSelectionModel().selectIndices(0, 1));
    window.on(window.find("#compare-runs", Button.class)::fire);
  }

  private String emptyText(TraceChart chart) {
    return window.ask(() -> chart.emptyTextProperty().get());
  }

  private static RunListing run(String name) {
    return Listings.completed(FakeStudio.HOME.resolve("runs").resolve(name));
  }

  private TableView<?> table() {
    return window.find("#runs", TableView.class);
  }
}
