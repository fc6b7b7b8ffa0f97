package reidstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import reidstudio.event.RunState;
import reidstudio.store.Listings;
import reidstudio.store.RunListing;

/** A stored run in the window, and the way to it and back. */
@ExtendWith(ApplicationExtension.class)
class StoredRunTest {
  private final FakeStudio studio = new FakeStudio();
  private WindowDriver window;

  @Start
  void start(Stage stage) {
    window = new WindowDriver(studio, stage);
  }

  @Test
  void theBannerSaysWhenARunOfAnotherProcessHasEnded() {
    SyntheticRun other = FakeStudio.newRun("other");
    other.begin();
    other.steps(5);
    studio.elsewhere = Optional.of(other);
    studio.listings = List.of(listing(FakeStudio.HOME.resolve("runs").resolve("other")));
    window.turnTo(Page.RUNS);
    window.on(() -> window.find("#runs", TableView.class).getSelectionModel().select(0));
    window.on(window.find("#open-run", Button.class)::fire);
    assertThat(window.texts("#read-only-banner"))
        .anyMatch(text -> text.startsWith("Following other, which another process is writing"));
    other.become(RunState.COMPLETED, "");
    window.pump();
    assertThat(window.texts("#read-only-banner"))
        .contains("Viewing other, read-only. Start begins a new run.");
    assertThat(window.ask(window.find("#back-to-live", Button.class)::getText)).isEqualTo("Close");
  }

  @Test
  void aStoredRunIsShownReadOnlyUntilOneGoesBack() {
    studio.begin("live").steps(5);
    studio.listings = List.of(listing("old"));
    window.pump();
    window.turnTo(Page.RUNS);
    window.on(() -> window.find("#runs", TableView.class).getSelectionModel().select(0));
    window.on(window.find("#open-run", Button.class)::fire);
    window.pump();
    assertThat(window.texts("#read-only-banner"))
        .contains("Viewing old, read-only. Start, Pause and Stop act on the live run.");
    assertThat(window.ask(window.find("#back-to-live", Button.class)::getText))
        .isEqualTo("Back to the live run");
    assertThat(window.text("#run-text")).isEqualTo("Step 400 / 960");
    assertThat(window.find("#pause", Button.class).isDisabled()).isFalse();
    window.on(window.find("#back-to-live", Button.class)::fire);
    assertThat(window.find("#read-only-banner", Node.class).isVisible()).isFalse();
    assertThat(window.text("#run-text")).isEqualTo("Step 5 / 960");
  }

  @Test
  void openingTheLiveRunFromTheListLeadsToItsCharts() {
    studio.begin("live").steps(5);
    studio.listings = List.of(listing(FakeStudio.HOME.resolve("runs").resolve("live")));
    window.pump();
    window.turnTo(Page.RUNS);
    window.on(() -> window.find("#runs", TableView.class).getSelectionModel().select(0));
    window.on(window.find("#open-run", Button.class)::fire);
    assertThat(window.find("#train-page", Node.class).isVisible()).isTrue();
    assertThat(window.find("#read-only-banner", Node.class).isVisible()).isFalse();
  }

  @Test
  void slowFilesNeverHoldTheWindow() {
    List<Runnable> stuck = new ArrayList<>();
    window.pump(); // what a new window reads by itself has been read
    studio.io = stuck::add;
    window.turnTo(Page.RUNS);
    assertThat(stuck).hasSize(1);
    window.turnTo(Page.TRAIN); // answers although neither files nor data have
    assertThat(window.find("#train-page", Node.class).isVisible()).isTrue();
    studio.listings = List.of(listing("late"));
    stuck.remove(0).run();
    window.turnTo(Page.RUNS);
    TableView<?> runs = window.find("#runs", TableView.class);
    assertThat(window.ask(() -> runs.getItems().size())).isEqualTo(1);
  }

  @Test
  void anUnreadableFolderIsANoticeWithDetails() {
    studio.listings = List.of(listing("broken"));
    window.turnTo(Page.RUNS);
    window.on(() -> window.find("#runs", TableView.class).getSelectionModel().select(0));
    window.on(window.find("#open-run", Button.class)::fire);
    assertThat(window.texts(".notice")).contains("broken is not the folder of a run.");
  }

  private static RunListing listing(String name) {
    return listing(Path.of(name));
  }

  private static RunListing listing(Path folder) {
    return Listings.completed(folder);
  }
}
