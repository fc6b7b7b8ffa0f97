package reidstudio.ui.retrieval;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.event.EvaluationDetail;
import reidstudio.event.FeatureGeometry;
import reidstudio.event.TestItem;
import reidstudio.store.EvaluationReader;
import reidstudio.ui.chart.PointSymbol;
import reidstudio.ui.chart.ScatterPlot;
import reidstudio.ui.chart.ScatterPoints;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;

/** Features in two dimensions, and how they lie in numbers. */
final class MapPane extends StackPane {
  private static final double SIDE = 268;

  private final EvaluationViewModel evaluations;
  private final RetrievalViewModel model;
  private final Widgets widgets;
  private final Messages messages;
  private final SettingWords words;
  private final ScatterPlot plot = new ScatterPlot();
  private final FlowPane legend = new FlowPane();
  private final Label about = new Label();
  private final MapNumbers numbers;
  private final ObjectProperty<MapColoring> coloring =
      new SimpleObjectProperty<>(MapColoring.MODALITY);

  MapPane(EvaluationViewModel evaluations, RetrievalViewModel model, Widgets widgets) {
    this.evaluations = evaluations;
    this.model = model;
    this.widgets = widgets;
    this.messages = widgets.messages();
    this.words = new SettingWords(messages);
    numbers = new MapNumbers(widgets);
    plot.setId("feature-map");
    plot.accessibleTextProperty().bind(messages.text("retrieval.map.title"));
    about.getStyleClass().add("hint");
    about.setWrapText(true);
    about.setMinHeight(USE_PREF_SIZE);
    legend.getStyleClass().add("map-legend");
    VBox left = new VBox(head(), plot, about);
    left.getStyleClass().add("map-left");
    VBox.setVgrow(plot, Priority.ALWAYS);
    HBox.setHgrow(left, Priority.ALWAYS);
    ScrollPane side = new ScrollPane(numbers);
    side.setFitToWidth(true);
    side.setMinWidth(SIDE);
    side.setMaxWidth(SIDE);
    side.getStyleClass().add("map-side");
    HBox all = new HBox(left, side);
    all.getStyleClass().add("map-pane");
    all.visibleProperty().bind(model.detailProperty().isNotNull());
    getChildren().addAll(all, new MissingDetail(model, widgets));
    model.detailProperty().subscribe(value -> show());
    coloring.subscribe(value -> show());
    messages.languageProperty().subscribe(value -> show());
  }

  private HBox head() {
    Label by = widgets.label("retrieval.color-by", Styles.TEXT_MUTED);
    by.setMinWidth(USE_PREF_SIZE);
    ToggleButton modality = choice("retrieval.color.modality", MapColoring.MODALITY);
    modality.setId("color-modality");
    modality.getStyleClass().add(Styles.LEFT_PILL);
    ToggleButton person = choice("retrieval.color.person", MapColoring.PERSON);
    person.setId("color-person");
    person.getStyleClass().add(Styles.RIGHT_PILL);
    HBox pills = new HBox(modality, person);
    pills.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(legend, Priority.ALWAYS);
    HBox head = new HBox(by, pills, legend);
    head.getStyleClass().add("map-head");
    return head;
  }

  private ToggleButton choice(String key, MapColoring means) {
    ToggleButton button =
        widgets.toggle(
            key,
            means == MapColoring.MODALITY ? Material2AL.CATEGORY : Material2MZ.PERSON,
            Styles.SMALL);
    button.setOnAction(event -> coloring.set(means));
    coloring.subscribe(now -> button.setSelected(now == means));
    button.selectedProperty().subscribe(() -> button.setSelected(coloring.get() == means));
    return button;
  }

  private void show() {
    EvaluationDetail detail = model.detailProperty().get();
    if (detail == null) {
      plot.show(ScatterPoints.none(), point -> "");
      return;
    }
    ScatterPoints points = coloring.get().points(detail);
    plot.show(points, point -> name(detail, point));
    legend.getChildren().setAll(entries(detail, points));
    EvaluationReader.Kept kept = evaluations.keptProperty().get();
    if (kept != null && kept.curves().geometry().isPresent()) {
      FeatureGeometry geometry = kept.curves().geometry().get();
      numbers.show(geometry);
      about.setText(
          messages.get(
              "retrieval.map.about",
              geometry.points(),
              geometry.ofPoints(),
              SettingWords.percent(geometry.varianceX() + geometry.varianceY())));
    }
  }

  private String name(EvaluationDetail detail, int point) {
    TestItem item = detail.items().items().get(detail.map().items()[point]);
    String person = detail.items().identities().get(detail.map().identities()[point]);
    return messages.get(
        "retrieval.point",
        words.modalityInFull(item.modality()),
        person,
        item.isCaption() ? item.caption() : item.picture());
  }

  private List<Node> entries(EvaluationDetail detail, ScatterPoints points) {
    List<Integer> present = IntStream.of(points.shapes()).distinct().sorted().boxed().toList();
    if (coloring.get() == MapColoring.MODALITY) {
      return present.stream().map(m -> entry(modality(m), m, m)).toList();
    }
    List<Node> all = new java.util.ArrayList<>();
    List<Integer> people = MapColoring.people(detail.map());
    for (int i = 0; i < people.size(); i++) {
      String who = detail.items().identities().get(people.get(i));
      all.add(entry(messages.get("retrieval.person", who), i, 0));
    }
    present.forEach(m -> all.add(entry(modality(m), ScatterPoints.FAINT, m)));
    return all;
  }

  private String modality(int place) {
    return words.modalityInFull(MapColoring.MODALITIES.get(place));
  }

  private static Node entry(String text, int color, int shape) {
    Label label = new Label(text, new PointSymbol(color, shape));
    label.getStyleClass().add("hint");
    return label;
  }
}
