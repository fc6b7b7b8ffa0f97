package reidstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import reidstudio.event.Certainty;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.Severity;
import reidstudio.event.Span;
import reidstudio.store.LogEntry;
import reidstudio.ui.chart.TraceChart;

/** From a step that is pinned in the charts to the other pages, and back. */
@ExtendWith(ApplicationExtension.class)
class PinnedStepTest {
  private final FakeStudio studio = new FakeStudio();
  private WindowDriver window;
  private SyntheticRun run;

  @Start
  void start(Stage stage) {
    window = new WindowDriver(studio, stage);
  }

  private void pinAtTheEnd(FxRobot robot) throws TimeoutException {
    run = studio.begin("pinned");
    run.steps(200);
    window.pump();
    window.waitUntil(
        () -> window.ask(() -> chart().readings().stream().anyMatch(r -> r.x() == 200)));
    window.on(chart()::requestFocus);
    robot.type(KeyCode.LEFT, KeyCode.P);
    window.waitUntil(() -> flag().equals("200"));
  }

  private TraceChart chart() {
    return window.find("#chart-ce", TraceChart.class);
  }

  private String flag() {
    Label name = window.ask(() -> (Label) chart().lookup(".trace-pin-flag > .label"));
    return window.ask(() -> name.getParent().getParent().isVisible() ? name.getText() : "");
  }

  @Test
  void itsLogLinesAreSelectedAndALineLeadsBack(FxRobot robot) throws TimeoutException {
    pinAtTheEnd(robot);
    run.steps(100);
    window.pump();
    robot.type(KeyCode.L);
    @SuppressWarnings("unchecked")
    ListView<LogEntry> log = window.find("#log-list", ListView.class);
    window.waitUntil(() -> !log.getSelectionModel().isEmpty());
    assertThat(window.ask(() -> List.copyOf(log.getSelectionModel().getSelectedItems())))
        .extracting(LogEntry::text)
        .singleElement()
        .asString()
        .startsWith("Epoch 5 done");
    assertThat(window.text("#log-place"))
        .isEqualTo("Step 200: one line logged before the next step.");
    window.on(() -> log.getSelectionModel().clearAndSelect(2));
    robot.type(KeyCode.ENTER);
    window.waitUntil(() -> flag().equals("40"));
    assertThat(window.find("#train-page", javafx.scene.Node.class).isVisible()).isTrue();
  }

  @Test
  void itStaysTheSameStepWhenTheAxisMeansSomethingElse(FxRobot robot) throws TimeoutException {
    pinAtTheEnd(robot);
    window.on(window.find("#axis-epoch", ToggleButton.class)::fire);
    window.waitUntil(() -> flag().equals("5"));
    window.on(window.find("#axis-seconds", ToggleButton.class)::fire);
    window.waitUntil(() -> flag().equals("0:48"));
    window.on(window.find("#axis-step", ToggleButton.class)::fire);
    window.waitUntil(() -> flag().equals("200"));
  }

  @Test
  void theFindingThatCoversItIsOpened(FxRobot robot) throws TimeoutException {
    pinAtTheEnd(robot);
    run.health(finding("early", 10, 50), finding("now", 150, 200));
    window.pump();
    robot.type(KeyCode.D);
    window.waitUntil(() -> window.ask(() -> window.window().root().lookup("#health-page") != null));
    assertThat(window.texts("#live-problems .finding:focused")).contains("It is now.");
  }

  private static Finding finding(String id, long first, long last) {
    return new Finding(
        id,
        Severity.ERROR,
        Certainty.PROVEN,
        "It is " + id + ".",
        List.of(),
        List.of(),
        Optional.of(new Span(MetricKey.CE_LOSS, first, last)),
        "Change something.",
        Optional.empty());
  }
}
