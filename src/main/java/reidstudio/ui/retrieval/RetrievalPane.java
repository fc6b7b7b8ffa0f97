package reidstudio.ui.retrieval;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;
import reidstudio.ui.common.WordedBox;

/** Queries, who is taken for whom, and the ranking of one query. */
final class RetrievalPane extends StackPane {
  private final RetrievalViewModel model;
  private final Widgets widgets;
  private final Messages messages;
  private final RankingView ranking;

  RetrievalPane(RetrievalViewModel model, Widgets widgets) {
    this.model = model;
    this.widgets = widgets;
    this.messages = widgets.messages();
    ranking = new RankingView(widgets);
    HBox.setHgrow(ranking, Priority.ALWAYS);
    ranking.setMinWidth(0);
    HBox all = new HBox(choices(), ranking);
    all.getStyleClass().add("retrieval-pane");
    all.visibleProperty().bind(model.detailProperty().isNotNull());
    getChildren().addAll(all, new MissingDetail(model, widgets));
    model.queryProperty().subscribe(value -> show());
    model.settingProperty().subscribe(value -> show());
    model.detailProperty().subscribe(value -> show());
    messages.languageProperty().subscribe(value -> show());
  }

  private VBox choices() {
    SettingWords words = new SettingWords(messages);
    ComboBox<String> setting = new WordedBox<>(model.settings(), words::setting, messages);
    setting.setId("query-setting");
    setting.setMaxWidth(Double.MAX_VALUE);
    setting.valueProperty().bindBidirectional(model.settingProperty());
    setting.accessibleTextProperty().bind(messages.text("retrieval.setting"));
    ComboBox<QueryOrder> order =
        new WordedBox<>(
            FXCollections.observableArrayList(QueryOrder.values()),
            each -> messages.of("retrieval.order", each),
            messages);
    order.setId("query-order");
    order.setMaxWidth(Double.MAX_VALUE);
    order.valueProperty().bindBidirectional(model.orderProperty());
    order.accessibleTextProperty().bind(messages.text("retrieval.order"));
    QueryList queries = new QueryList(model, widgets);
    VBox.setVgrow(queries, Priority.ALWAYS);
    Button all =
        widgets.button(
            "retrieval.all-queries",
            Material2AL.CLEAR,
            () -> model.confusionProperty().set(null),
            Styles.SMALL);
    all.setId("all-queries");
    all.visibleProperty().bind(model.confusionProperty().isNotNull());
    all.managedProperty().bind(all.visibleProperty());
    Label heading = widgets.label("retrieval.confusions", Styles.TEXT_BOLD);
    widgets.explain(heading, "retrieval.confusions.help");
    ConfusionTable confusions = new ConfusionTable(model, widgets);
    confusions.setPrefHeight(190);
    confusions.setMinHeight(120);
    VBox box = new VBox(setting, order, count(), queries, all, heading, confusions);
    box.getStyleClass().add("retrieval-choices");
    return box;
  }

  private Label count() {
    Label label = new Label();
    label.getStyleClass().add("hint");
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    messages.get(
                        model.confusionProperty().get() == null
                            ? "retrieval.count"
                            : "retrieval.count.confused",
                        model.queries().size()),
                model.queries(),
                model.confusionProperty(),
                messages.languageProperty()));
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private void show() {
    Integer query = model.queryProperty().get();
    if (query == null || model.rankings().filter(r -> query < r.size()).isEmpty()) {
      ranking.clear();
    } else {
      ranking.show(model.detailProperty().get(), model.rankings().get(), query);
    }
  }
}
