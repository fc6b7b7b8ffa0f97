package reidstudio.ui.dataset;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import reidstudio.data.Modality;
import reidstudio.data.audit.SplitCounts;
import reidstudio.ui.common.Figures;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;

/** How many items and people each split has of each modality. */
final class ContentsTable extends TableView<ContentsTable.Row> {
  private final Messages messages;

  /** A modality of a split. */
  record Row(SplitCounts split, Modality modality, SplitCounts.Spread spread) {}

  ContentsTable(Widgets widgets) {
    this.messages = widgets.messages();
    setId("contents");
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    accessibleTextProperty().bind(messages.text("dataset.topic.contents"));
    getColumns()
        .add(column("split", 90, row -> messages.get("dataset.split." + row.split().split())));
    getColumns()
        .add(column("modality", 190, row -> messages.get("modality." + row.modality().word())));
    getColumns().add(number("items", 90, row -> Figures.count(row.spread().items())));
    getColumns().add(number("identities", 90, row -> Figures.count(row.spread().identities())));
    getColumns().add(number("of-identities", 90, row -> Figures.count(row.split().identities())));
    getColumns().add(number("each", 100, ContentsTable::each));
    messages.languageProperty().subscribe(language -> refresh());
  }

  void show(List<SplitCounts> splits) {
    getItems()
        .setAll(
            splits.stream()
                .flatMap(
                    split ->
                        split.modalities().entrySet().stream()
                            .map(entry -> new Row(split, entry.getKey(), entry.getValue())))
                .toList());
  }

  private static String each(Row row) {
    SplitCounts.Spread spread = row.spread();
    return spread.fewest() == spread.most()
        ? Figures.count(spread.most())
        : Figures.count(spread.fewest()) + " – " + Figures.count(spread.most());
  }

  private TableColumn<Row, String> number(String key, double width, Function<Row, String> value) {
    TableColumn<Row, String> column = column(key, width, value);
    column.getStyleClass().add("number-column");
    return column;
  }

  private TableColumn<Row, String> column(String key, double width, Function<Row, String> value) {
    TableColumn<Row, String> column = new TableColumn<>();
    column.textProperty().bind(messages.text("dataset.column." + key));
    column.setCellValueFactory(row -> new SimpleStringProperty(value.apply(row.getValue())));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }
}
