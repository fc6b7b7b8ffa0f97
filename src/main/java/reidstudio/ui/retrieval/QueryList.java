package reidstudio.ui.retrieval;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import reidstudio.event.QueryRankings;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;

/** The queries of a setting: who is looked for, where the first match is, how good the ranking. */
final class QueryList extends ListView<Integer> {
  private final RetrievalViewModel model;
  private final Messages messages;

  QueryList(RetrievalViewModel model, Widgets widgets) {
    super(model.queries());
    this.model = model;
    this.messages = widgets.messages();
    setId("queries");
    getStyleClass().add("query-list");
    setCellFactory(list -> new QueryCell());
    setPlaceholder(widgets.label("retrieval.no-queries", "hint"));
    accessibleTextProperty().bind(messages.text("retrieval.queries"));
    getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            chosen -> {
              if (chosen != null) {
                model.queryProperty().set(chosen);
              }
            });
    model.queryProperty().subscribe(this::follow);
    messages.languageProperty().subscribe(value -> refresh());
  }

  private void follow(Integer query) {
    if (query == null) {
      getSelectionModel().clearSelection();
    } else if (!query.equals(getSelectionModel().getSelectedItem())) {
      getSelectionModel().select(query);
      scrollTo(getSelectionModel().getSelectedIndex());
    }
  }

  private final class QueryCell extends ListCell<Integer> {
    private final Label person = new Label();
    private final Label rank = new Label();
    private final Label precision = new Label();
    private final HBox row;

    QueryCell() {
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      precision.getStyleClass().add("query-precision");
      precision.setMinWidth(Region.USE_PREF_SIZE);
      rank.setMinWidth(Region.USE_PREF_SIZE);
      row = new HBox(person, gap, rank, precision);
      row.getStyleClass().add("query-row");
      rank.getStyleClass().add("query-rank");
    }

    @Override
    protected void updateItem(Integer query, boolean empty) {
      super.updateItem(query, empty);
      Optional<QueryRankings> setting = model.rankings();
      boolean known = !empty && query != null && setting.filter(s -> query < s.size()).isPresent();
      setGraphic(known ? row : null);
      setAccessibleText(null);
      if (known) {
        fill(setting.get(), query);
      }
    }

    private void fill(QueryRankings setting, int query) {
      int first = setting.firstRanks()[query];
      String who =
          model.detailProperty().get().items().identities().get(setting.identities()[query]);
      person.setText(messages.get("retrieval.person", who));
      rank.setText(messages.get("retrieval.rank", first));
      rank.setGraphic(new FontIcon(first == 1 ? Material2AL.CHECK_CIRCLE : Material2AL.CANCEL));
      rank.getStyleClass().removeAll("right", "wrong");
      rank.getStyleClass().add(first == 1 ? "right" : "wrong");
      precision.setText(SettingWords.percent(setting.averagePrecisions()[query]));
      setAccessibleText(messages.get("retrieval.query.said", who, first, precision.getText()));
    }
  }
}
