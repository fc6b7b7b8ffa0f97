package reidstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import reidstudio.command.CommandAck;
import reidstudio.command.RunCommand;
import reidstudio.event.RunState;
import reidstudio.store.Listings;

/** The button that goes on with an ended run. */
@ExtendWith(ApplicationExtension.class)
class ContinueButtonTest {
  private static final Path FOLDER = FakeStudio.HOME.resolve("runs").resolve("old");

  private final FakeStudio studio = new FakeStudio();
  private WindowDriver window;

  @Start
  void start(Stage stage) {
    window = new WindowDriver(studio, stage);
  }

  @Test
  void onlyRunsThatHaveEndedMayGoOn() {
    assertThat(enabledFor(RunState.STOPPED, false, 5, 60)).isTrue();
    assertThat(enabledFor(RunState.FAILED, false, 5, 60)).isTrue();
    assertThat(enabledFor(RunState.RUNNING, true, 5, 60)).as("killed").isTrue();
    assertThat(enabledFor(RunState.RUNNING, false, 5, 60)).as("under way elsewhere").isFalse();
    assertThat(enabledFor(RunState.COMPLETED, false, 12, 144)).as("for more epochs").isTrue();
    assertThat(enabledFor(RunState.STOPPED, false, 12, 144)).as("with the last step").isTrue();
    assertThat(enabledFor(RunState.FAILED, false, 0, 0)).as("without a step").isFalse();
  }

  @Test
  void nothingGoesOnBesideARunThatIsUnderWay() {
    studio.begin("live").steps(5);
    window.pump();
    assertThat(enabledFor(RunState.STOPPED, false, 5, 60)).isFalse();
  }

  @Test
  void aPressSendsTheCommandAndShowsTheRun() {
    assertThat(enabledFor(RunState.STOPPED, false, 5, 60)).isTrue();
    window.on(button()::fire);
    assertThat(studio.commands)
        .containsExactly(new RunCommand.Continue(FOLDER, Optional.empty(), Optional.empty()));
    assertThat(window.find("#train-page", Node.class).isVisible()).isTrue();
  }

  @Test
  void aCompleteRunIsAskedForMoreEpochs() {
    assertThat(enabledFor(RunState.COMPLETED, false, 12, 144)).isTrue();
    window.on(button()::fire);
    assertThat(studio.commands).isEmpty();
    assertThat(window.ask(() -> asked("#continue-epochs", Spinner.class).getValue())).isEqualTo(19);
    for (String wrong : List.of("", "many", "12", "3000000")) {
      window.on(() -> asked("#continue-epochs", Spinner.class).getEditor().setText(wrong));
      boolean offered = window.ask(() -> !asked("#continue-more", Button.class).isDisabled());
      assertThat(offered).as(wrong).isFalse();
    }
    window.on(() -> asked("#continue-epochs", Spinner.class).getEditor().setText("30"));
    window.on(() -> asked("#continue-device", ChoiceBox.class).getSelectionModel().select(2));
    window.on(() -> asked("#continue-more", Button.class).fire());
    assertThat(studio.commands)
        .containsExactly(new RunCommand.Continue(FOLDER, Optional.of(30), Optional.of("cpu")));
  }

  /** The form is a window of its own. */
  private static <N extends Node> N asked(String selector, Class<N> type) {
    return Window.getWindows().stream()
        .map(each -> each.getScene().getRoot().lookup(selector))
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRefusalIsToldAndTheListStays() {
    studio.answer = command -> new CommandAck.Refused("The run has no checkpoint.");
    assertThat(enabledFor(RunState.STOPPED, false, 5, 60)).isTrue();
    window.on(button()::fire);
    assertThat(window.texts(".notice")).contains("The run has no checkpoint.");
    assertThat(window.find("#history-page", Node.class).isVisible()).isTrue();
  }

  private boolean enabledFor(RunState state, boolean interrupted, int epochsDone, long steps) {
    studio.listings = List.of(Listings.of(FOLDER, state, interrupted, epochsDone, steps));
    window.turnTo(Page.TRAIN);
    window.turnTo(Page.RUNS);
    window.on(() -> window.find("#runs", TableView.class).getSelectionModel().select(0));
    return !button().isDisabled();
  }

  private Button button() {
    return window.find("#continue-run", Button.class);
  }
}
