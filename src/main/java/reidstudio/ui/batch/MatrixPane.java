package reidstudio.ui.batch;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import reidstudio.event.BatchInspection;
import reidstudio.event.BatchItem;
import reidstudio.ui.chart.HeatLegend;
import reidstudio.ui.chart.HeatMap;
import reidstudio.ui.chart.HeatScale;
import reidstudio.ui.common.EngineWords;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;

/** The similarity of every item of a query modality to every visible photo. */
final class MatrixPane extends VBox {
  private static final double WIDTH = 376;

  /** Of a scroll bar that may come. */
  private static final double SPARE = 3;

  private final Messages messages;
  private final EngineWords words;
  private final HeatMap map = new HeatMap();
  private final HeatLegend legend = new HeatLegend();
  private final PairReadout pair;
  private final Label missing = new Label();
  private final VBox matrix;
  private final Consumer<List<BatchItem>> pointed;
  private BatchInspection batch;
  private MatrixRows rows;

  /**
   * @param pointed is told of the two items of the square that is pointed at
   * @param led is told of the item whose row was clicked
   */
  MatrixPane(Widgets widgets, Consumer<List<BatchItem>> pointed, Consumer<BatchItem> led) {
    this.messages = widgets.messages();
    this.words = widgets.words();
    this.pointed = pointed;
    pair = new PairReadout(widgets);
    getStyleClass().addAll("card", "batch-matrix");
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    map.setId("batch-map");
    map.accessibleTextProperty().bind(messages.text("batch.matrix"));
    map.setOnMouseClicked(
        event -> {
          if (map.chosenProperty().get() != null) {
            led.accept(rows.queries().get(map.chosenProperty().get().row()));
          }
        });
    ScrollPane scroll = new ScrollPane(map);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("batch-scroll");
    scroll.viewportBoundsProperty().subscribe(this::fit);
    scroll.setMinHeight(0);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    Label axes = widgets.label("batch.matrix.axes", "hint");
    axes.setWrapText(true);
    axes.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(legend, Priority.ALWAYS);
    HBox scale = new HBox(widgets.label("batch.legend", "hint"), legend);
    scale.getStyleClass().add("busy-line");
    matrix = new VBox(axes, scroll, scale, pair);
    matrix.getStyleClass().add("batch-matrix-parts");
    missing.setId("batch-no-matrix");
    missing.getStyleClass().add(Styles.TEXT_MUTED);
    missing.setWrapText(true);
    missing.setTextAlignment(TextAlignment.CENTER);
    StackPane both = new StackPane(matrix, missing);
    both.setMinHeight(0);
    VBox.setVgrow(both, Priority.ALWAYS);
    Label title = widgets.label("batch.matrix", Styles.TEXT_BOLD);
    widgets.explain(title, "batch.matrix.help");
    getChildren().addAll(title, both);
    map.chosenProperty().subscribe(this::read);
    messages.languageProperty().subscribe(language -> show(batch));
  }

  private void fit(Bounds viewport) {
    map.fit(viewport.getWidth() - SPARE, viewport.getHeight() - SPARE);
  }

  /** Shows another batch; null for none. */
  void show(BatchInspection shown) {
    batch = shown;
    boolean measured = shown != null && shown.measures().isPresent();
    if (measured) {
      rows = MatrixRows.of(shown, shown.measures().get());
      HeatScale scale = HeatScale.around(rows.cells().values());
      map.show(rows.cells(), scale);
      legend.show(scale);
    }
    boolean empty = measured && (rows.queries().isEmpty() || rows.gallery().isEmpty());
    missing.setText(shown == null ? "" : why(shown, empty));
    matrix.setVisible(measured && !empty);
    missing.setVisible(!matrix.isVisible());
    pair.clear();
  }

  /** Why there is no matrix. */
  private String why(BatchInspection shown, boolean oneSided) {
    if (oneSided) {
      return messages.get("batch.matrix.one-side");
    }
    return shown.unusable().isEmpty()
        ? messages.get("batch.matrix.no-model")
        : messages.get("batch.matrix.unusable", words.of(shown.unusable()));
  }

  private void read(HeatMap.Cell cell) {
    if (cell == null) {
      map.setAccessibleHelp(null);
      pointed.accept(List.of());
      return;
    }
    BatchItem query = rows.queries().get(cell.row());
    BatchItem visible = rows.gallery().get(cell.column());
    double cosine = rows.cells().values()[cell.row()][cell.column()];
    map.setAccessibleHelp(pair.show(batch.dataFolder(), query, visible, cosine));
    pointed.accept(List.of(query, visible));
  }
}
