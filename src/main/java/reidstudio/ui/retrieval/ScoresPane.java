package reidstudio.ui.retrieval;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import reidstudio.event.Evaluation;
import reidstudio.store.EvaluationReader;
import reidstudio.ui.common.Widgets;

/** Table of settings and CMC curves. */
final class ScoresPane extends HBox {
  private final EvaluationViewModel model;
  private final AverageCards cards;
  private final SettingTable table;
  private final CmcChart chart;
  private final ReferenceScores published = ReferenceScores.reid5o();
  private final CheckBox reference = new CheckBox();
  private final Label foreign;
  private Evaluation offered;

  /**
   * @param cards are filled with the same scores
   */
  ScoresPane(EvaluationViewModel model, AverageCards cards, CmcChart chart, Widgets widgets) {
    this.model = model;
    this.cards = cards;
    table = new SettingTable(widgets);
    this.chart = chart;
    getStyleClass().add("scores-pane");
    reference.setId("show-reference");
    reference.textProperty().bind(widgets.messages().text("retrieval.reference"));
    widgets.explain(reference, "retrieval.reference.help");
    foreign = widgets.label("retrieval.reference.foreign", "hint");
    foreign.setWrapText(true);
    HBox.setHgrow(foreign, Priority.ALWAYS);
    foreign.setMinWidth(0);
    reference.setMinWidth(Region.USE_PREF_SIZE);
    Label hint = widgets.label("retrieval.table.hint", Styles.TEXT_MUTED);
    hint.setMinWidth(Region.USE_PREF_SIZE);
    HBox tools = new HBox(hint, reference, foreign);
    tools.getStyleClass().add("scores-tools");
    VBox left = new VBox(tools, table);
    left.getStyleClass().add("scores-left");
    VBox.setVgrow(table, Priority.ALWAYS);
    HBox.setHgrow(left, Priority.ALWAYS);
    left.setMinWidth(0);
    chart.node().minWidthProperty().bind(widthProperty().multiply(0.34));
    chart.node().prefWidthProperty().bind(widthProperty().multiply(0.36));
    getChildren().addAll(left, chart.node());
    model.selectedProperty().subscribe(value -> show());
    model.keptProperty().subscribe(value -> show());
    model.comparedProperty().subscribe(value -> show());
    model.comparedCurvesProperty().subscribe(value -> draw());
    model.evaluations().addListener((ListChangeListener<Evaluation>) change -> show());
    reference.selectedProperty().subscribe(value -> show());
    widgets.messages().languageProperty().subscribe(value -> show());
    table
        .getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<SettingRow>) change -> draw());
  }

  /** The setting that is selected, the first of several. */
  Optional<String> chosen() {
    return table.chosen().stream().findFirst();
  }

  private void show() {
    Evaluation looked = model.selectedProperty().get();
    if (looked == null) {
      cards.getChildren().clear();
      table.getItems().clear();
      chart.clear();
      return;
    }
    offerReference(looked);
    boolean withReference = reference.isSelected();
    foreign.setVisible(withReference && !published.isComparable(looked));
    Optional<Comparison> compared = Optional.ofNullable(model.comparedProperty().get());
    ScoreSheet sheet =
        new ScoreSheet(
            looked,
            model.evaluations().isEmpty()
                ? java.util.List.of(looked)
                : java.util.List.copyOf(model.evaluations()),
            Optional.ofNullable(model.keptProperty().get()).map(EvaluationReader.Kept::curves),
            compared.map(Comparison::evaluation),
            published);
    table.show(sheet.rows(), compared.isPresent(), withReference);
    cards.show(sheet, withReference);
    draw();
  }

  /** On the same data the published scores are shown without being asked for. */
  private void offerReference(Evaluation looked) {
    if (offered == null || !offered.equals(looked)) {
      boolean comparable = published.isComparable(looked);
      boolean before = offered != null && published.isComparable(offered);
      offered = looked;
      if (comparable != before) {
        reference.setSelected(comparable);
      }
    }
  }

  private void draw() {
    Evaluation looked = model.selectedProperty().get();
    if (looked != null) {
      chart.show(
          looked, model.keptProperty().get(), model.comparedCurvesProperty().get(), table.chosen());
    }
  }
}
