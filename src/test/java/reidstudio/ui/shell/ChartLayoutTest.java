package reidstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import reidstudio.config.StudioHome;
import reidstudio.ui.chart.Reference;
import reidstudio.ui.chart.TraceChart;
import reidstudio.ui.common.Language;

/** Charts are moved, hidden, shown on the whole screen, and remembered. */
@ExtendWith(ApplicationExtension.class)
class ChartLayoutTest {
  private final FakeStudio studio = new FakeStudio();
  private WindowDriver window;

  @Start
  void start(Stage stage) {
    window = new WindowDriver(studio, stage);
  }

  private TraceChart chart(String key) {
    return window.find("#chart-" + key, TraceChart.class);
  }

  /** The charts of the window from left to right and from top to bottom. */
  private List<String> order() {
    window.on(() -> window.window().root().layout());
    return window.ask(
        () ->
            window.window().root().lookupAll(".trace-chart").stream()
                .map(TraceChart.class::cast)
                .sorted(
                    Comparator.comparingDouble((TraceChart chart) -> bounds(chart).getMinY())
                        .thenComparingDouble(chart -> bounds(chart).getMinX()))
                .map(chart -> chart.getId().substring("chart-".length()))
                .toList());
  }

  private static Bounds bounds(TraceChart chart) {
    return chart.localToScene(chart.getLayoutBounds());
  }

  private MenuItem layout(String id) {
    MenuButton menu = window.find("#chart-layout", MenuButton.class);
    return menu.getItems().stream()
        .filter(item -> id.equals(item.getId()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void moreChartsAreOneClickAway() throws TimeoutException {
    studio.begin("a").steps(10);
    window.pump();
    assertThat(window.find("#chart-gradient", TraceChart.class)).isNull();
    window.pressMoreCharts();
    for (String chart :
        new String[] {
          "total",
          "accuracy",
          "weights",
          "sdm-temperature",
          "rates",
          "gradient",
          "head",
          "throughput",
          "wait",
          "memory"
        }) {
      assertThat(window.find("#chart-" + chart, TraceChart.class)).as(chart).isNotNull();
    }
    for (String notMeasured : new String[] {"itc", "triplet", "penalty", "temperature"}) {
      assertThat(window.find("#chart-" + notMeasured, TraceChart.class)).as(notMeasured).isNull();
    }
  }

  @Test
  void chartsSayTheSameInAnotherLanguageAndStayAsTheyAre() {
    studio.begin("a").steps(40);
    window.pump();
    TraceChart ce = chart("ce");
    window.on(() -> window.window().languageProperty().set(Language.CHINESE));
    assertThat(chart("ce")).isSameAs(ce);
    window.on(() -> ((MenuButton) ce.lookup(".trace-menu")).show());
    assertThat(ce.titleProperty().get()).isEqualTo("分类损失（CE）");
    assertThat(ce.references()).extracting(Reference::label).contains("下限 0.7600");
    assertThat(((MenuButton) ce.lookup(".trace-menu")).getItems())
        .extracting(MenuItem::getText)
        .contains("重置缩放", "全屏（F）");
    assertThat(window.texts("#chart-ce")).contains("由 40 个点平滑而成");
  }

  @Test
  void aTitleThatIsDraggedOntoAnotherChartMovesItThere(FxRobot robot) {
    assertThat(order()).containsExactly("ce", "sdm", "rows", "norms", "pairable");
    robot.drag(chart("ce").lookup(".trace-title")).dropTo(chart("norms").lookup(".trace-title"));
    assertThat(order()).containsExactly("sdm", "rows", "pairable", "norms", "ce");
    assertThat(new WindowMemory(new StudioHome(FakeStudio.HOME)).recall().orElseThrow().charts())
        .extracting(kept -> kept.order().subList(0, 4))
        .isEqualTo(List.of("sdm", "rows", "norms", "ce"));
    window.on(layout("reset-layout")::fire);
    assertThat(order()).containsExactly("ce", "sdm", "rows", "norms", "pairable");
  }

  @Test
  void altAndAnArrowMoveTheFocusedChart(FxRobot robot) {
    TraceChart ce = chart("ce");
    window.on(ce::requestFocus);
    robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
    assertThat(order()).startsWith("sdm", "ce");
    assertThat(window.ask(ce::isFocused)).isTrue();
    robot.press(KeyCode.ALT).type(KeyCode.DOWN).release(KeyCode.ALT);
    assertThat(order()).containsExactly("sdm", "rows", "pairable", "norms", "ce");
    robot.press(KeyCode.ALT).type(KeyCode.DOWN).release(KeyCode.ALT);
    assertThat(order()).as("there is no row below").endsWith("norms", "ce");
  }

  @Test
  void aHiddenChartIsShownAgainFromTheMenu() {
    window.on(() -> chart("sdm").actionsProperty().get().hide(chart("sdm")));
    assertThat(order()).doesNotContain("sdm").hasSize(4);
    CheckMenuItem item = (CheckMenuItem) layout("show-sdm");
    assertThat(item.isSelected()).isFalse();
    window.on(item::fire);
    assertThat(order()).startsWith("ce", "sdm");
  }

  @Test
  void theButtonsOverTheChartsAreOfOneHeight() {
    window.on(() -> window.window().root().layout());
    Set<Double> heights =
        window.ask(
            () ->
                window.window().root().lookupAll(".curves-toolbar .button-icon").stream()
                    .map(node -> node.getLayoutBounds().getHeight())
                    .collect(Collectors.toSet()));
    double pill =
        window.ask(() -> window.window().root().lookup("#axis-step").getLayoutBounds().getHeight());
    assertThat(heights).containsExactly(pill);
  }

  @Test
  void fFillsTheScreenAndEscapeReturns(FxRobot robot) throws TimeoutException {
    TraceChart rows = chart("rows");
    window.on(rows::requestFocus);
    robot.type(KeyCode.F);
    window.waitUntil(() -> window.ask(() -> rows.getScene() != window.stage().getScene()));
    Window screen = window.ask(() -> rows.getScene().getWindow());
    assertThat(((Stage) screen).isFullScreen()).isTrue();
    assertThat(order()).doesNotContain("rows");
    robot.type(KeyCode.ESCAPE);
    window.waitUntil(() -> window.ask(() -> !screen.isShowing()));
    assertThat(order()).containsExactly("ce", "sdm", "rows", "norms", "pairable");
  }
}
