package reidstudio.ui.batch;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import reidstudio.event.BatchInspection;
import reidstudio.event.BatchItem;
import reidstudio.event.BatchMeasures;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Pictures;
import reidstudio.ui.common.Widgets;

/** People by modalities. Only the people in sight have pictures. */
final class BatchGrid extends VBox {
  private static final double HEAD_WIDTH = 92;
  private static final double GAP = 4;

  /** Border and padding of a tile, both sides. */
  private static final double ROUND = 8;

  private static final int MOST_BESIDE = 2;
  private static final int KEPT = 256;
  private static final double DECODED_HEIGHT = 184;

  private final Pictures pictures = new Pictures(KEPT, DECODED_HEIGHT);
  private final Widgets widgets;
  private final Messages messages;
  private final ItemWords words;
  private final HBox header = new HBox();
  private final ListView<PersonRow> people = new ListView<>();
  private final Map<String, Double> widths = new HashMap<>();
  private final List<PersonCell> cells = new ArrayList<>();
  private BatchInspection batch;
  private List<Integer> chosen = List.of();

  BatchGrid(Widgets widgets) {
    this.widgets = widgets;
    this.messages = widgets.messages();
    this.words = new ItemWords(messages);
    getStyleClass().addAll("card", "batch-grid");
    header.getStyleClass().add("batch-header");
    people.setId("batch-people");
    people.getStyleClass().add("wall");
    people.accessibleTextProperty().bind(messages.text("batch.grid"));
    people.setCellFactory(
        list -> {
          PersonCell cell = new PersonCell();
          cells.add(cell);
          return cell;
        });
    VBox.setVgrow(people, Priority.ALWAYS);
    getChildren().addAll(header, people);
    messages.languageProperty().subscribe(language -> rebuild());
  }

  /** Shows another batch; null for none. */
  void show(BatchInspection shown) {
    batch = shown;
    chosen = List.of();
    rebuild();
    people.scrollTo(0);
  }

  /** Points at the items of these rows. */
  void mark(List<Integer> rows) {
    chosen = rows;
    cells.forEach(PersonCell::mark);
  }

  /** Brings the person of {@code item} into sight. */
  void lead(BatchItem item) {
    for (int i = 0; i < people.getItems().size(); i++) {
      if (people.getItems().get(i).identity().equals(item.identity())) {
        people.scrollTo(Math.max(0, i - 1));
        return;
      }
    }
  }

  private void rebuild() {
    header.getChildren().clear();
    if (batch == null) {
      people.getItems().clear();
      return;
    }
    List<PersonRow> rows = PersonRow.of(batch);
    header.getChildren().add(heading(messages.get("batch.person"), HEAD_WIDTH));
    widths.clear();
    for (String modality : PersonRow.modalities(batch)) {
      int most =
          rows.stream()
              .mapToInt(row -> row.items().getOrDefault(modality, List.of()).size())
              .max()
              .orElse(1);
      double tile = modality.equals("text") ? ItemTile.CAPTION_WIDTH : ItemTile.PICTURE_WIDTH;
      int beside = modality.equals("text") ? 1 : Math.min(MOST_BESIDE, most);
      double width = beside * (tile + ROUND) + (beside - 1) * GAP;
      widths.put(modality, width);
      header.getChildren().add(heading(messages.get("retrieval.modality." + modality), width));
    }
    // the same people in another batch, or in another language, are other cells
    people.getItems().clear();
    people.getItems().setAll(rows);
  }

  private static Label heading(String text, double width) {
    Label label = new Label(text);
    label.getStyleClass().addAll(Styles.TEXT_BOLD, "batch-heading");
    label.setWrapText(true);
    label.setMinWidth(width);
    label.setPrefWidth(width);
    label.setMaxWidth(width);
    return label;
  }

  private final class PersonCell extends ListCell<PersonRow> {
    private final List<ItemTile> tiles = new ArrayList<>();

    @Override
    protected void updateItem(PersonRow row, boolean empty) {
      super.updateItem(row, empty);
      tiles.forEach(ItemTile::clear);
      tiles.clear();
      setGraphic(empty || row == null || batch == null ? null : content(row));
      mark();
    }

    void mark() {
      tiles.forEach(tile -> tile.mark(chosen));
    }

    private HBox content(PersonRow row) {
      HBox box = new HBox(head(row));
      box.getStyleClass().add("batch-row");
      Optional<BatchMeasures> measures = batch.measures();
      for (String modality : PersonRow.modalities(batch)) {
        FlowPane place = new FlowPane(GAP, GAP);
        double width = widths.get(modality);
        place.setPrefWrapLength(width);
        place.setMinWidth(width);
        place.setPrefWidth(width);
        place.setMaxWidth(width);
        for (BatchItem item : row.items().getOrDefault(modality, List.of())) {
          ItemTile tile = new ItemTile(item, batch.dataFolder(), measures, pictures, widgets);
          tiles.add(tile);
          place.getChildren().add(tile);
        }
        box.getChildren().add(place);
      }
      return box;
    }

    private VBox head(PersonRow row) {
      Label name = new Label(row.identity());
      name.getStyleClass().add(Styles.TEXT_BOLD);
      Label fused = new Label(words.fused(row.fused()));
      fused.getStyleClass().add("hint");
      fused.setWrapText(true);
      fused.setMinHeight(USE_PREF_SIZE);
      fused.setTooltip(widgets.tooltip("batch.fused.help"));
      VBox head = fused.getText().isEmpty() ? new VBox(name) : new VBox(name, fused);
      head.setMinWidth(HEAD_WIDTH);
      head.setPrefWidth(HEAD_WIDTH);
      head.setMaxWidth(HEAD_WIDTH);
      return head;
    }
  }
}
