package reidstudio.ui.history;

import atlantafx.base.theme.Styles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.store.RunListing;
import reidstudio.ui.common.FileDrop;
import reidstudio.ui.common.FolderOpener;
import reidstudio.ui.common.Widgets;

/** The table of stored runs. */
public final class HistoryView extends VBox {
  private final HistoryViewModel model;
  private final Widgets widgets;
  private final TableView<RunListing> table;

  /**
   * Binds to {@code model}.
   *
   * @param folders asks for the folder of a run
   * @param logs asks for a log
   */
  public HistoryView(
      HistoryViewModel model,
      Supplier<Optional<Path>> folders,
      Supplier<Optional<Path>> logs,
      FolderOpener opener,
      Widgets widgets,
      ZoneId zone) {
    this.model = model;
    this.widgets = widgets;
    table = new RunTable(model.listings(), widgets.messages(), zone);
    table.setId("runs");
    table.setPlaceholder(empty());
    table.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            openSelected();
          }
        });
    table.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            openSelected();
          }
        });
    VBox.setVgrow(table, Priority.ALWAYS);
    getStyleClass().add("page");
    setId("history-page");
    getChildren().addAll(toolbar(folders, logs, opener), table);
    new FileDrop(file -> true, this::open).acceptOn(this);
  }

  private HBox toolbar(
      Supplier<Optional<Path>> folders, Supplier<Optional<Path>> logs, FolderOpener opener) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    ProgressIndicator busy = new ProgressIndicator();
    busy.getStyleClass().add("small-spinner");
    busy.visibleProperty().bind(model.busyProperty());
    Button open =
        widgets.button("history.open", Material2MZ.VISIBILITY, this::openSelected, Styles.ACCENT);
    open.setId("open-run");
    open.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
    Button more = goOn();
    Button show =
        widgets.button(
            "history.show",
            Material2AL.FOLDER_OPEN,
            () -> selected().ifPresent(run -> opener.open(run.folder())));
    show.disableProperty().bind(open.disableProperty());
    Button elsewhere =
        widgets.button(
            "history.elsewhere", Material2AL.FOLDER, () -> folders.get().ifPresent(model::open));
    Button log =
        widgets.button(
            "history.log", Material2AL.DESCRIPTION, () -> logs.get().ifPresent(model::openLog));
    log.setId("open-log");
    log.setTooltip(widgets.tooltip("history.log.help"));
    Button refresh = widgets.iconButton("history.refresh", Material2MZ.REFRESH, model::refresh);
    HBox bar =
        new HBox(
            widgets.label("history.title", Styles.TITLE_3),
            busy,
            gap,
            open,
            more,
            show,
            elsewhere,
            log,
            refresh);
    bar.getStyleClass().add("page-toolbar");
    return bar;
  }

  private Button goOn() {
    Button button =
        widgets.button(
            "history.continue", Material2MZ.PLAY_ARROW, () -> selected().ifPresent(model::goOn));
    button.setId("continue-run");
    button.setTooltip(widgets.tooltip("history.continue.help"));
    button
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    model.activeProperty().get()
                        || selected().filter(RunListing::mayGoOn).isEmpty(),
                model.activeProperty(),
                table.getSelectionModel().selectedItemProperty()));
    return button;
  }

  private VBox empty() {
    VBox box =
        new VBox(
            new FontIcon(Material2AL.HISTORY),
            widgets.label("history.empty", Styles.TITLE_4),
            widgets.label("history.empty.more", Styles.TEXT_MUTED));
    box.getStyleClass().add("empty-state");
    return box;
  }

  private void openSelected() {
    selected().ifPresent(run -> model.open(run.folder()));
  }

  private Optional<RunListing> selected() {
    return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
  }

  /** A folder is a run's, a file is a log. */
  private void open(Path dropped) {
    if (Files.isDirectory(dropped)) {
      model.open(dropped);
    } else {
      model.openLog(dropped);
    }
  }
}
