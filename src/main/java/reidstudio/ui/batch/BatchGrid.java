package reidstudio.ui.batch;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import reidstudio.event.BatchInspection;
import reidstudio.event.BatchItem;
import reidstudio.event.BatchMeasures;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Pictures;
import reidstudio.ui.common.Widgets;

/** People by modalities. Only the people in sight have pictures. */
final class BatchGrid extends VBox {
  private static final double HEAD_WIDTH = 84;

  /** The scroll bar and the padding of a row. */
  private static final double BESIDE = 24;

  private static final int KEPT = 256;
  private static final double DECODED_HEIGHT = 184;

  private final Pictures pictures = new Pictures(KEPT, DECODED_HEIGHT);
  private final Widgets widgets;
  private final Messages messages;
  private final ItemWords words;
  private final HBox header = new HBox();
  private final ListView<PersonRow> people = new ListView<>();
  private final List<PersonCell> cells = new ArrayList<>();
  private BatchInspection batch;
  private ColumnWidths widths = new ColumnWidths(Map.of());
  private List<Integer> chosen = List.of();

  BatchGrid(Widgets widgets) {
    this.widgets = widgets;
    this.messages = widgets.messages();
    this.words = new ItemWords(widgets);
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
    people.widthProperty().subscribe(width -> arrange());
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
    // the same people in another batch, or in another language, are other cells
    people.getItems().clear();
    if (batch == null) {
      return;
    }
    List<PersonRow> rows = PersonRow.of(batch);
    widths = fitting(rows);
    header.getChildren().add(heading(messages.get("batch.person"), HEAD_WIDTH));
    widths
        .all()
        .forEach(
            (modality, width) ->
                header
                    .getChildren()
                    .add(heading(messages.get("retrieval.modality." + modality), width)));
    people.getItems().setAll(rows);
  }

  private void arrange() {
    if (batch != null && !fitting(PersonRow.of(batch)).equals(widths)) {
      rebuild();
    }
  }

  private ColumnWidths fitting(List<PersonRow> rows) {
    double room = people.getWidth() - BESIDE - HEAD_WIDTH - ColumnWidths.COLUMN_GAP;
    return ColumnWidths.of(batch, rows, room);
  }

  private static Label heading(String text, double width) {
    Label label = new Label(text);
    label.getStyleClass().addAll(Styles.TEXT_BOLD, "batch-heading");
    label.setWrapText(true);
    fix(label, width);
    return label;
  }

  private static void fix(Region region, double width) {
    region.setMinWidth(width);
    region.setPrefWidth(width);
    region.setMaxWidth(width);
  }

  private final class PersonCell extends ListCell<PersonRow> {
    private final List<ItemTile> tiles = new ArrayList<>();

    @Override
    protected void updateItem(PersonRow row, boolean empty) {
      super.updateItem(row, empty);
      tiles.forEach(ItemTile::clear);
      tiles.clear();
      boolean shown = !empty && row != null && batch != null;
      setGraphic(shown ? content(row) : null);
      setAccessibleText(shown ? inFull(row) : null);
      mark();
    }

    void mark() {
      tiles.forEach(tile -> tile.mark(chosen));
    }

    private HBox content(PersonRow row) {
      HBox box = new HBox(head(row));
      box.getStyleClass().add("batch-row");
      Optional<BatchMeasures> measures = batch.measures();
      for (Map.Entry<String, Double> column : widths.all().entrySet()) {
        FlowPane place = new FlowPane(ColumnWidths.GAP, ColumnWidths.GAP);
        place.setPrefWrapLength(column.getValue());
        fix(place, column.getValue());
        for (BatchItem item : row.items().getOrDefault(column.getKey(), List.of())) {
          ItemTile tile =
              new ItemTile(item, batch.dataFolder(), measures, widths.caption(), pictures, widgets);
          tiles.add(tile);
          place.getChildren().add(tile);
        }
        box.getChildren().add(place);
      }
      return box;
    }

    private String inFull(PersonRow row) {
      return row.all()
          .map(item -> words.inFull(item, batch.measures()))
          .collect(Collectors.joining("\n"));
    }

    private VBox head(PersonRow row) {
      Label name = new Label(row.identity());
      name.getStyleClass().add(Styles.TEXT_BOLD);
      Label fused = new Label(words.fused(row.fused()));
      fused.getStyleClass().add("hint");
      fused.setWrapText(true);
      fused.setMinHeight(USE_PREF_SIZE);
      widgets.explain(fused, "batch.fused.help");
      VBox head = fused.getText().isEmpty() ? new VBox(name) : new VBox(name, fused);
      fix(head, HEAD_WIDTH);
      return head;
    }
  }
}
