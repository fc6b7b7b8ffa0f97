package reidstudio.ui.history;

import atlantafx.base.theme.Styles;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Callback;
import reidstudio.store.RunListing;
import reidstudio.ui.common.Figures;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.NumberOrder;

/** Stored runs as rows, pinned ones on top of each order. */
final class RunTable extends TableView<RunItem> {
  private static final Comparator<RunItem> PINNED_FIRST =
      Comparator.comparing(item -> !item.now().about().pinned());

  /** A sorted list leaves equal ones in any order. */
  private static final Comparator<RunItem> NEWEST_FIRST =
      Comparator.comparing((RunItem item) -> item.now().startedAt())
          .reversed()
          .thenComparing(RunItem::folder);

  private final Messages messages;
  private final RunWords words;

  RunTable(ObservableList<RunItem> runs, RunWords words) {
    this.messages = words.messages();
    this.words = words;
    SortedList<RunItem> sorted = new SortedList<>(runs);
    sorted
        .comparatorProperty()
        .bind(Bindings.createObjectBinding(this::order, comparatorProperty()));
    setItems(sorted);
    setSortPolicy(table -> true); // the sorted list does it
    getStyleClass().add(Styles.STRIPED);
    setTableMenuButtonVisible(true);
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    addColumns();
    // cells write their words when they are filled
    messages.languageProperty().subscribe(this::refresh);
  }

  private Comparator<RunItem> order() {
    Comparator<RunItem> chosen =
        getComparator() == null ? PINNED_FIRST : PINNED_FIRST.thenComparing(getComparator());
    return chosen.thenComparing(NEWEST_FIRST);
  }

  private void addColumns() {
    RunCells cells = new RunCells(words);
    List<TableColumn<RunItem, ?>> columns = getColumns();
    columns.add(drawn("state", 118, cells.state(), Comparator.comparing(words::state)));
    columns.add(
        drawn(
            "name",
            150,
            cells.title(),
            Comparator.comparing(run -> run.title().toLowerCase(Locale.ROOT))));
    columns.add(
        drawn(
            "course",
            104,
            cells.course(),
            Comparator.comparingDouble(run -> run.figures().ceLoss())));
    columns.add(number("ce", 66, run -> run.figures().ceLoss(), Figures::number));
    columns.add(
        number(
            "best-map", 88, run -> run.figures().bestMap().orElse(Double.NaN), Figures::percent));
    columns.add(text("epochs", 70, words::epochs, Comparator.comparingInt(RunListing::epochsDone)));
    columns.add(text("started", 136, words::started, Comparator.comparing(RunListing::startedAt)));
    columns.add(text("data", 88, words::data, Comparator.comparing(words::data)));
    columns.add(text("recipe", 88, words::recipe, Comparator.comparing(words::recipe)));
    columns.add(
        drawn(
            "tags",
            108,
            cells.tags(),
            Comparator.comparing(run -> String.join(",", run.about().tags()))));
    columns.add(text("notes", 96, words::notes, Comparator.comparing(words::notes)));
    columns.add(hidden(number("sdm", 66, run -> run.figures().sdmLoss(), Figures::number)));
    columns.add(
        hidden(number("accuracy", 72, run -> run.figures().ceAccuracy(), Figures::percent)));
    columns.add(hidden(text("folder", 220, words::folder, Comparator.comparing(words::folder))));
  }

  private static TableColumn<RunItem, ?> hidden(TableColumn<RunItem, ?> column) {
    column.setVisible(false);
    return column;
  }

  private TableColumn<RunItem, RunListing> text(
      String key, double width, Function<RunListing, String> value, Comparator<RunListing> order) {
    return drawn(key, width, column -> new TextCell(value), order);
  }

  private TableColumn<RunItem, RunListing> number(
      String key,
      double width,
      Function<RunListing, Double> value,
      Function<Double, String> written) {
    TableColumn<RunItem, RunListing> column =
        text(key, width, run -> written.apply(value.apply(run)), Comparator.comparing(value));
    column.setComparator(new NumberOrder<>(column, value::apply));
    column.getStyleClass().add("number-column");
    return column;
  }

  private TableColumn<RunItem, RunListing> drawn(
      String key,
      double width,
      Callback<TableColumn<RunItem, RunListing>, TableCell<RunItem, RunListing>> cells,
      Comparator<RunListing> order) {
    TableColumn<RunItem, RunListing> column = new TableColumn<>();
    column.setId("column-" + key);
    column.textProperty().bind(messages.text("history.column." + key));
    column.setCellValueFactory(row -> row.getValue().listingProperty());
    column.setCellFactory(cells);
    column.setComparator(order);
    column.setPrefWidth(width);
    return column;
  }

  private static final class TextCell extends TableCell<RunItem, RunListing> {
    private final Function<RunListing, String> value;

    TextCell(Function<RunListing, String> value) {
      this.value = value;
    }

    @Override
    protected void updateItem(RunListing run, boolean empty) {
      super.updateItem(run, empty);
      setText(empty || run == null ? null : value.apply(run));
    }
  }
}
