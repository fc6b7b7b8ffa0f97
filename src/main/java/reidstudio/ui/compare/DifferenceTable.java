package reidstudio.ui.compare;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;

/** Where the settings of the runs differ: a row for each key, a column for each run. */
final class DifferenceTable extends TableView<ConfigDifference.Row> {
  private static final double KEY_WIDTH = 230;
  private static final double VALUE_WIDTH = 150;

  private final Messages messages;

  DifferenceTable(CompareViewModel model, Widgets widgets) {
    messages = widgets.messages();
    setId("differences");
    getStyleClass().add(atlantafx.base.theme.Styles.STRIPED);
    Label same = widgets.label("compare.same");
    same.setWrapText(true);
    setPlaceholder(same);
    model.differenceProperty().subscribe(found -> getItems().setAll(found.rows()));
    model.runsProperty().subscribe(this::addColumns);
    messages.languageProperty().subscribe(this::refresh);
  }

  private void addColumns(List<ComparedRun> runs) {
    getColumns().clear();
    TableColumn<ConfigDifference.Row, String> key = new TableColumn<>();
    key.textProperty().bind(messages.text("compare.key"));
    key.setCellValueFactory(row -> new SimpleStringProperty(name(row.getValue().key())));
    key.setPrefWidth(KEY_WIDTH);
    getColumns().add(key);
    for (int i = 0; i < runs.size(); i++) {
      int place = i;
      TableColumn<ConfigDifference.Row, String> column = new TableColumn<>(runs.get(i).name());
      column.setCellValueFactory(
          row -> new SimpleStringProperty(row.getValue().values().get(place)));
      column.setPrefWidth(VALUE_WIDTH);
      column.setSortable(false);
      getColumns().add(column);
    }
  }

  /** A setting is called as in files and options; what is none has a word. */
  private String name(String key) {
    return key.startsWith(RunSettings.ENVIRONMENT) ? messages.get("compare." + key) : key;
  }
}
