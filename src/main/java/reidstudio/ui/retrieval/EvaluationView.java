package reidstudio.ui.retrieval;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.ui.chart.ChartPulse;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;
import reidstudio.ui.curves.ChartFiles;

/** How well the run in view finds people that it was not trained with. */
public final class EvaluationView extends VBox {
  private final Widgets widgets;
  private final EvaluateNowViewModel now;
  private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.SCORES);

  /** What is shown below the averages. */
  private enum Part {
    SCORES,
    QUERIES,
    MAP
  }

  /**
   * Binds to the models.
   *
   * @param files saves charts
   * @param pulse of the charts
   */
  public EvaluationView(
      EvaluationViewModel evaluations,
      ComparisonChoices choices,
      EvaluateNowViewModel now,
      RetrievalViewModel retrieval,
      ChartFiles files,
      ChartPulse pulse,
      Widgets widgets) {
    this.widgets = widgets;
    this.now = now;
    AverageCards cards = new AverageCards(widgets.messages());
    ScoresPane scores =
        new ScoresPane(evaluations, cards, new CmcChart(widgets.messages(), files, pulse), widgets);
    RetrievalPane queries = new RetrievalPane(retrieval, widgets);
    MapPane map = new MapPane(evaluations, retrieval, widgets);
    StackPane parts = new StackPane(scores, queries, map);
    part.subscribe(
        shown -> {
          scores.setVisible(shown == Part.SCORES);
          queries.setVisible(shown == Part.QUERIES);
          map.setVisible(shown == Part.MAP);
          if (shown != Part.SCORES) {
            scores.chosen().ifPresent(retrieval::prefer);
            retrieval.want();
          }
        });
    parts.setMinHeight(0);
    VBox.setVgrow(parts, Priority.ALWAYS);
    VBox content = new VBox(cards, pills(), parts);
    content.getStyleClass().add("evaluation-content");
    content.visibleProperty().bind(evaluations.selectedProperty().isNotNull());
    Node empty = empty();
    empty.visibleProperty().bind(content.visibleProperty().not());
    StackPane body = new StackPane(content, empty);
    body.setMinHeight(0);
    VBox.setVgrow(body, Priority.ALWAYS);
    getStyleClass().add("page");
    setId("evaluation-page");
    getChildren()
        .addAll(new EvaluationToolbar(evaluations, choices, now, widgets), failure(), body);
  }

  private HBox pills() {
    ToggleButton scores = pill(Part.SCORES, Material2AL.GRID_ON, Styles.LEFT_PILL);
    ToggleButton queries = pill(Part.QUERIES, Material2MZ.PHOTO_LIBRARY, Styles.CENTER_PILL);
    ToggleButton map = pill(Part.MAP, Material2AL.BUBBLE_CHART, Styles.RIGHT_PILL);
    HBox pills = new HBox(scores, queries, map);
    pills.getStyleClass().add("evaluation-parts");
    return pills;
  }

  private ToggleButton pill(Part shows, Ikon icon, String style) {
    ToggleButton button = widgets.toggle(Messages.keyOf("retrieval.part", shows), icon, style);
    button.setId("part-" + shows.name().toLowerCase(java.util.Locale.ROOT));
    button.setOnAction(event -> part.set(shows));
    part.subscribe(shown -> button.setSelected(shown == shows));
    button.selectedProperty().subscribe(() -> button.setSelected(part.get() == shows));
    return button;
  }

  private Label failure() {
    Label label = new Label();
    label.setId("evaluation-failure");
    label.getStyleClass().addAll("problem-box", "problem");
    label.setWrapText(true);
    label.setMaxWidth(Double.MAX_VALUE);
    label.setMinHeight(USE_PREF_SIZE);
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    now.failureProperty().get().isEmpty()
                        ? ""
                        : widgets
                            .messages()
                            .get(
                                "retrieval.failed",
                                widgets.words().of(now.failureProperty().get())),
                now.failureProperty(),
                widgets.messages().languageProperty()));
    label.visibleProperty().bind(now.failureProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  private VBox empty() {
    Label more = widgets.label("retrieval.empty.more", Styles.TEXT_MUTED);
    more.setWrapText(true);
    more.setMaxWidth(560);
    Label about = new Label();
    about
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> widgets.messages().get(now.aboutProperty().get()),
                now.aboutProperty(),
                widgets.messages().languageProperty()));
    about.setWrapText(true);
    about.setMaxWidth(560);
    VBox box =
        new VBox(
            new FontIcon(Material2AL.IMAGE_SEARCH),
            widgets.label("retrieval.empty", Styles.TITLE_4),
            more,
            about);
    for (Label label : new Label[] {more, about}) {
      label.setTextAlignment(TextAlignment.CENTER);
      label.setAlignment(Pos.CENTER); // the box makes a short line as wide as it may be
    }
    box.getStyleClass().add("empty-state");
    return box;
  }
}
