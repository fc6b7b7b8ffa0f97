package reidstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import reidstudio.store.Listings;
import reidstudio.store.RunAbout;
import reidstudio.store.RunListing;

/** The list of runs, and what a user says of them. */
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class RunHistoryTest {
  private final FakeStudio studio = new FakeStudio();
  private WindowDriver window;

  @Start
  void start(Stage stage) {
    window = new WindowDriver(studio, stage);
    studio.listings = List.of(run("alpha"), run("beta"), run("gamma"));
  }

  @Test
  void anArchivedRunIsOutOfSightUntilItIsUndone() {
    window.turnTo(Page.RUNS);
    select(1);
    press(KeyCode.DELETE);
    assertThat(titles()).containsExactly("alpha", "gamma");
    assertThat(window.texts(".notice")).contains("“beta” is archived.");
    window.on(window.find("#show-archived", ToggleButton.class)::fire);
    assertThat(titles()).containsExactly("alpha", "beta", "gamma");
    window.on(window.find("#show-archived", ToggleButton.class)::fire);
    window.on(((Button) window.find(".notice-foot .button", Node.class))::fire);
    assertThat(titles()).containsExactly("alpha", "beta", "gamma");
  }

  @Test
  void runsAreDeletedOnlyAfterAYesAndOneThatCannotGoKeepsNoOther() {
    studio.written.add(run("gamma").folder());
    window.turnTo(Page.RUNS);
    window.on(() -> table().getSelectionModel().selectAll());
    window.on(table()::requestFocus);
    pressShiftDelete();
    assertThat(window.texts("#sheet"))
        .contains("Delete for good?", "That frees 4.5 GiB.")
        .anyMatch(text -> text.startsWith("3 runs are deleted from the disk"));
    window.on(window.find("#keep-runs", Button.class)::fire);
    assertThat(titles()).hasSize(3);
    assertThat(window.ask(table()::isFocused)).as("the keyboard goes on where it was").isTrue();

    pressShiftDelete();
    window.on(window.find("#remove-runs", Button.class)::fire);
    assertThat(titles()).containsExactly("gamma");
    assertThat(window.texts(".notice")).contains("The run gamma is being written.");
  }

  @Test
  void aDeletedRunIsNoLongerShown() {
    window.turnTo(Page.RUNS);
    select(0);
    press(KeyCode.ENTER);
    assertThat(window.find("#read-only-banner", Node.class).isVisible()).isTrue();
    window.turnTo(Page.RUNS);
    select(0);
    pressShiftDelete();
    window.on(window.find("#remove-runs", Button.class)::fire);
    assertThat(titles()).containsExactly("beta", "gamma");
    assertThat(window.texts(".notice")).contains("“alpha” is deleted.");
    assertThat(window.find("#read-only-banner", Node.class).isVisible()).isFalse();
  }

  /** The row is selected before the field loses the focus. */
  @Test
  void whatWasTypedForARunIsKeptWhenAnotherIsClicked(FxRobot robot) {
    window.turnTo(Page.RUNS);
    select(0);
    TextArea notes = window.find("#run-notes", TextArea.class);
    robot.clickOn(notes);
    window.on(() -> notes.setText("loss fell at once"));
    robot.clickOn("beta");
    assertThat(notes.getText()).isEmpty();
    assertThat(studio.said)
        .containsOnly(
            Map.entry(run("alpha").folder(), RunAbout.nothing().withNotes("loss fell at once")));
    robot.clickOn("alpha");
    assertThat(notes.getText()).isEqualTo("loss fell at once");
  }

  @Test
  void eachOfTwoRunsOfOneNameCanBeBroughtBack() {
    studio.listings = List.of(run("1-same"), run("2-same"));
    window.turnTo(Page.RUNS);
    select(0);
    press(KeyCode.DELETE);
    select(0);
    press(KeyCode.DELETE);
    assertThat(titles()).isEmpty();
    for (int i = 0; i < 2; i++) {
      window.on(((Button) window.find(".notice-foot .button", Node.class))::fire);
    }
    assertThat(titles()).containsExactly("same", "same");
  }

  @Test
  void whoHasNoRunsIsToldWhatToDo() {
    studio.listings = List.of();
    window.turnTo(Page.RUNS);
    assertThat(window.texts(".empty-state")).contains("No runs yet");
  }

  @Test
  void aPinnedRunStaysOnTopOfEachOrder() {
    window.turnTo(Page.RUNS);
    select(2);
    press(KeyCode.P);
    assertThat(titles()).containsExactly("gamma", "alpha", "beta");
    window.on(
        () -> {
          var name = table().getColumns().get(1);
          name.setSortType(javafx.scene.control.TableColumn.SortType.DESCENDING);
          table().getSortOrder().setAll(List.of(name));
        });
    assertThat(titles()).containsExactly("gamma", "beta", "alpha");
    assertThat(window.ask(() -> table().getSelectionModel().getSelectedIndices()))
        .as("still the same run")
        .containsExactly(0);
  }

  @Test
  void titleAndTagsAreChangedInPlaceAndSearchedFor() {
    window.turnTo(Page.RUNS);
    select(0);
    press(KeyCode.F2);
    TextField title = window.find("#run-title", TextField.class);
    assertThat(window.ask(title::isFocused)).isTrue();
    window.on(() -> title.setText("Higher rate"));
    press(title, KeyCode.ENTER);
    TextField tags = window.find("#run-tags", TextField.class);
    window.on(() -> tags.setText("sweep, night"));
    press(tags, KeyCode.ENTER);
    assertThat(studio.said.get(run("alpha").folder()))
        .isEqualTo(RunAbout.nothing().withTitle("Higher rate").withTags(List.of("sweep", "night")));
    TextField search = window.find("#run-search", TextField.class);
    window.on(() -> search.setText("NIGHT high"));
    assertThat(titles()).containsExactly("Higher rate");
    window.on(() -> search.setText("nothing such"));
    assertThat(window.texts(".empty-state")).contains("No run fits");
  }

  @Test
  void aRunIsCalledByItsTitleWhereItIsShown() {
    studio.said.put(run("alpha").folder(), RunAbout.nothing().withTitle("Higher rate"));
    window.turnTo(Page.RUNS);
    select(0);
    press(KeyCode.ENTER);
    assertThat(window.texts("#read-only-banner"))
        .contains("Viewing Higher rate, read-only. Start begins a new run.");
    assertThat(window.text("#run-name")).isEqualTo("Higher rate");

    window.turnTo(Page.RUNS);
    select(0);
    TextField title = window.find("#run-title", TextField.class);
    window.on(() -> title.setText("Too high"));
    press(title, KeyCode.ENTER);
    assertThat(window.text("#run-name")).as("renamed while it is shown").isEqualTo("Too high");
    assertThat(window.texts("#read-only-banner")).anyMatch(text -> text.contains("Too high"));
  }

  @Test
  void runsOfOneNameAreToldApartWhereTheyAreShown() {
    studio.listings = List.of(run("1-same"), run("2-same"));
    window.turnTo(Page.RUNS);
    assertThat(titles()).containsExactly("same", "same");
    select(1);
    press(KeyCode.ENTER);
    assertThat(window.text("#run-name")).isEqualTo("2-same");
  }

  private static RunListing run(String name) {
    return Listings.completed(FakeStudio.HOME.resolve("runs").resolve(name));
  }

  private void select(int row) {
    window.on(() -> table().getSelectionModel().clearAndSelect(row));
  }

  private void press(KeyCode code) {
    press(table(), code);
  }

  private void pressShiftDelete() {
    window.on(
        () ->
            table()
                .fireEvent(
                    new KeyEvent(
                        KeyEvent.KEY_PRESSED, "", "", KeyCode.DELETE, true, false, false, false)));
  }

  private void press(Node node, KeyCode code) {
    window.on(
        () ->
            node.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
  }

  @SuppressWarnings("unchecked")
  private TableView<Object> table() {
    return (TableView<Object>) window.find("#runs", TableView.class);
  }

  private List<String> titles() {
    return window.ask(
        () ->
            table().getItems().stream()
                .map(item -> table().getColumns().get(1).getCellData(item))
                .map(listing -> ((RunListing) listing).title())
                .toList());
  }
}
