package reidstudio.ui.retrieval;

import atlantafx.base.theme.Styles;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import reidstudio.ui.common.Widgets;

/** Who is taken for whom most often; choosing a row lists its queries alone. */
final class ConfusionTable extends TableView<Confusion> {
  private final RetrievalViewModel model;
  private final Widgets widgets;

  ConfusionTable(RetrievalViewModel model, Widgets widgets) {
    super(model.confusions());
    this.model = model;
    this.widgets = widgets;
    setId("confusions");
    getStyleClass().addAll(Styles.DENSE, "confusions");
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setPlaceholder(widgets.label("retrieval.no-confusions", "hint"));
    getColumns().add(column("sought", c -> name(c.sought())));
    getColumns().add(column("found", c -> name(c.found())));
    getColumns()
        .add(
            column(
                "times",
                c -> widgets.messages().get("retrieval.times", c.queries(), c.ofQueries())));
    widgets.messages().languageProperty().subscribe(value -> refresh());
    accessibleTextProperty().bind(widgets.messages().text("retrieval.confusions"));
    getSelectionModel().selectedItemProperty().subscribe(model.confusionProperty()::set);
    model
        .confusionProperty()
        .subscribe(
            chosen -> {
              if (chosen == null) {
                getSelectionModel().clearSelection();
              }
            });
  }

  private String name(int identity) {
    return model.detailProperty().get() == null
        ? ""
        : model.detailProperty().get().items().identities().get(identity);
  }

  private TableColumn<Confusion, String> column(String key, Function<Confusion, String> of) {
    TableColumn<Confusion, String> column = new TableColumn<>();
    column.textProperty().bind(widgets.messages().text("retrieval.confusion." + key));
    column.setCellValueFactory(row -> new SimpleStringProperty(of.apply(row.getValue())));
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }
}
