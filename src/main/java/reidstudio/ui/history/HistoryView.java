package reidstudio.ui.history;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import reidstudio.store.RunListing;
import reidstudio.ui.common.ErrorFunnel;
import reidstudio.ui.common.FileDrop;
import reidstudio.ui.common.FolderOpener;
import reidstudio.ui.common.Questions;
import reidstudio.ui.common.Visibility;
import reidstudio.ui.common.Widgets;

/** The table of stored runs, and what is known of the selected one. */
public final class HistoryView extends VBox {
  private final HistoryViewModel model;
  private final Widgets widgets;
  private final RunWords words;
  private final FilteredList<RunItem> filtered;
  private final RunTable table;
  private final RunDetails details;

  /**
   * What the view does beyond its model.
   *
   * @param folders asks for the folder of a run
   * @param logs asks for a log
   * @param opener shows a folder
   * @param comparison shows runs side by side
   * @param questions asks what cannot be undone
   */
  public record Ways(
      Supplier<Optional<Path>> folders,
      Supplier<Optional<Path>> logs,
      FolderOpener opener,
      Consumer<List<RunListing>> comparison,
      Questions questions) {}

  /** Binds to {@code model}. */
  public HistoryView(
      HistoryViewModel model, Ways ways, ErrorFunnel errors, Widgets widgets, ZoneId zone) {
    this.model = model;
    this.widgets = widgets;
    words = new RunWords(widgets.messages(), widgets.words(), zone);
    filtered = new FilteredList<>(model.items());
    table = new RunTable(filtered, words);
    table.setId("runs");
    details = new RunDetails(model, words, widgets);
    var selected = table.getSelectionModel().getSelectedItems();
    RunActions actions =
        new RunActions(
            model,
            selected,
            errors,
            widgets.messages(),
            ways.opener(),
            ways.comparison(),
            new ContinueForm(model, widgets),
            new RemovalQuestion(model, ways.questions(), errors, widgets));
    table.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
            actions.open();
          }
        });
    table.getSelectionModel().selectedItemProperty().subscribe(details::show);
    HistoryToolbar toolbar =
        new HistoryToolbar(model, selected, actions, ways.folders(), ways.logs(), widgets);
    RunMenu menu =
        new RunMenu(actions, details, () -> actions.goOnOtherwise(toolbar.goOn()), widgets);
    table.setContextMenu(menu);
    table.setOnKeyPressed(menu::pressed);
    toolbar.searched().subscribe(() -> filter(toolbar));
    toolbar.archivedToo().subscribe(() -> filter(toolbar));
    widgets.messages().languageProperty().subscribe(() -> filter(toolbar));
    filter(toolbar);
    table.setPlaceholder(empty());
    HBox.setHgrow(table, Priority.ALWAYS);
    HBox body = new HBox(table, details);
    body.getStyleClass().add("history-body");
    VBox.setVgrow(body, Priority.ALWAYS);
    getStyleClass().add("page");
    setId("history-page");
    getChildren().addAll(toolbar, body);
    new FileDrop(file -> true, model::openDropped).acceptOn(this);
    model.lookWhile(() -> Visibility.isOnScreen(this));
  }

  private void filter(HistoryToolbar toolbar) {
    filtered.setPredicate(
        new RunFilter(toolbar.searched().get(), toolbar.archivedToo().get(), words::state));
  }

  /** Why there is no run to see, and what to do. */
  private VBox empty() {
    Label what = new Label();
    what.getStyleClass().add(Styles.TITLE_4);
    Label more = new Label();
    more.getStyleClass().add(Styles.TEXT_MUTED);
    more.setWrapText(true);
    Runnable say =
        () -> {
          String key = model.items().isEmpty() ? "history.empty" : "history.none-found";
          what.setText(widgets.messages().get(key));
          more.setText(widgets.messages().get(key + ".more"));
        };
    say.run();
    model.items().addListener((InvalidationListener) changed -> say.run());
    widgets.messages().languageProperty().subscribe(say);
    VBox box = new VBox(new FontIcon(Material2AL.HISTORY), what, more);
    box.getStyleClass().add("empty-state");
    return box;
  }
}
