package reidstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import reidstudio.event.Severity;

/** The log of a run in the window. */
@ExtendWith(ApplicationExtension.class)
class LogPageTest {
  private final FakeStudio studio = new FakeStudio();
  private WindowDriver window;

  @Start
  void start(Stage stage) {
    window = new WindowDriver(studio, stage);
  }

  @Test
  void theLogCanBeFiltered() {
    SyntheticRun run = studio.begin("a");
    run.log(Severity.WARNING, "Sampler gives way");
    run.log(Severity.ERROR, "Disk full");
    window.pump();
    window.turnTo(Page.LOG);
    ListView<?> list = window.find("#log-list", ListView.class);
    assertThat(window.ask(() -> list.getItems().size())).isEqualTo(4);
    window.on(() -> window.find("#log-search", TextField.class).setText("SAMPLER"));
    assertThat(window.ask(() -> list.getItems().size())).isEqualTo(2);
    run.log(Severity.INFO, "another sampler line");
    window.pump();
    assertThat(window.ask(() -> list.getItems().size())).isEqualTo(3);
    window.on(() -> window.find("#log-search", TextField.class).setText("no such words"));
    assertThat(window.texts("#log-list"))
        .containsExactly("No line fits the search and the severity.");
  }

  @Test
  void theLogFollowsItsEndWhileThatIsInSight() {
    SyntheticRun run = studio.begin("a");
    log(run, 200);
    window.turnTo(Page.LOG);
    assertThat(lastLogLineInSight()).isEqualTo(201);
    log(run, 10);
    assertThat(lastLogLineInSight()).isEqualTo(211);
    scrollLog(4_000);
    int read = lastLogLineInSight();
    assertThat(read).isLessThan(200);
    log(run, 10);
    assertThat(lastLogLineInSight()).as("what is read stays in sight").isEqualTo(read);
    scrollLog(-40_000);
    assertThat(lastLogLineInSight()).isEqualTo(221);
    log(run, 10);
    assertThat(lastLogLineInSight()).isEqualTo(231);
  }

  private void log(SyntheticRun run, int lines) {
    for (int i = 0; i < lines; i++) {
      run.log(Severity.INFO, "line " + i);
    }
    window.pump();
  }

  private int lastLogLineInSight() {
    VirtualFlow<?> flow = window.find("#log-list .virtual-flow", VirtualFlow.class);
    return window.ask(
        () -> {
          flow.getScene().getRoot().layout();
          return flow.getLastVisibleCell().getIndex();
        });
  }

  private void scrollLog(double pixels) {
    Node flow = window.find("#log-list .virtual-flow", Node.class);
    window.on(
        () ->
            flow.fireEvent(
                new ScrollEvent(
                    ScrollEvent.SCROLL,
                    0,
                    0,
                    0,
                    0,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    0,
                    pixels,
                    0,
                    pixels,
                    ScrollEvent.HorizontalTextScrollUnits.NONE,
                    0,
                    ScrollEvent.VerticalTextScrollUnits.NONE,
                    0,
                    0,
                    null)));
  }
}
