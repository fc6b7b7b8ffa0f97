package reidstudio.ui.history;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import reidstudio.event.RunState;
import reidstudio.store.RunListing;
import reidstudio.ui.common.Figures;
import reidstudio.ui.common.Messages;

/** Stored runs as rows: how they ended, when, how far, and their last figures. */
final class RunTable extends TableView<RunListing> {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Messages messages;

  RunTable(ObservableList<RunListing> runs, Messages messages, ZoneId zone) {
    super(runs);
    this.messages = messages;
    getStyleClass().add(Styles.STRIPED);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    getColumns().add(state());
    getColumns().add(column("name", 190, RunListing::name));
    getColumns().add(column("started", 140, run -> DATE.format(run.startedAt().atZone(zone))));
    getColumns().add(number("epochs", RunTable::epochs));
    getColumns().add(number("ce", run -> Figures.number(run.ceLoss())));
    getColumns().add(number("sdm", run -> Figures.number(run.sdmLoss())));
    getColumns().add(number("accuracy", run -> Figures.percent(run.ceAccuracy())));
    getColumns().add(column("folder", 260, RunTable::folder));
    // cells write their words when they are filled
    messages.languageProperty().subscribe(this::refresh);
  }

  private static String epochs(RunListing run) {
    return run.isBroken() ? Figures.NONE : run.epochsDone() + " / " + run.epochs();
  }

  private static String folder(RunListing run) {
    Path name = run.folder().getFileName();
    return run.isBroken() ? run.problem() : String.valueOf(name);
  }

  private TableColumn<RunListing, String> column(
      String key, double width, Function<RunListing, String> value) {
    TableColumn<RunListing, String> column = new TableColumn<>();
    column.textProperty().bind(messages.text("history.column." + key));
    column.setCellValueFactory(row -> new SimpleStringProperty(value.apply(row.getValue())));
    column.setPrefWidth(width);
    return column;
  }

  private TableColumn<RunListing, String> number(String key, Function<RunListing, String> value) {
    TableColumn<RunListing, String> column = column(key, 84, value);
    column.getStyleClass().add("number-column");
    return column;
  }

  private TableColumn<RunListing, RunListing> state() {
    TableColumn<RunListing, RunListing> column = new TableColumn<>();
    column.textProperty().bind(messages.text("history.column.state"));
    column.setCellValueFactory(
        row -> new javafx.beans.property.SimpleObjectProperty<>(row.getValue()));
    column.setCellFactory(c -> new StateCell());
    column.setPrefWidth(110);
    return column;
  }

  private String state(RunListing run) {
    if (run.isBroken()) {
      return messages.get("state.broken");
    }
    if (run.interrupted()) {
      return messages.get("state.interrupted");
    }
    return run.state().map(s -> messages.of("state", s)).orElse(messages.get("state.none"));
  }

  private final class StateCell extends TableCell<RunListing, RunListing> {
    @Override
    protected void updateItem(RunListing run, boolean empty) {
      super.updateItem(run, empty);
      if (empty || run == null) {
        setGraphic(null);
        return;
      }
      Label badge = new Label(state(run));
      badge.getStyleClass().add("state-badge");
      run.state()
          .filter(s -> !run.interrupted() && !run.isBroken())
          .map(RunState::name)
          .map(name -> PseudoClass.getPseudoClass(name.toLowerCase(Locale.ROOT)))
          .ifPresent(state -> badge.pseudoClassStateChanged(state, true));
      setGraphic(badge);
      setAlignment(Pos.CENTER_LEFT);
    }
  }
}
