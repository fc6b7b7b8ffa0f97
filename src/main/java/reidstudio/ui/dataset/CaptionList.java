package reidstudio.ui.dataset;

import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import reidstudio.data.Item;
import reidstudio.data.audit.IdentityItems;
import reidstudio.ui.common.Widgets;

/** What is written about a person; a caption and the picture that it describes go together. */
final class CaptionList extends ListView<Item.Caption> {
  /** Fixed: a list keeps the heights of its rows where its width changes. */
  private static final double WIDTH = 272;

  /** Padding of a cell and the scroll bar. */
  private static final double MARGIN = 38;

  private boolean following;

  /**
   * @param choose is told of the picture that a chosen caption describes
   */
  CaptionList(Widgets widgets, Consumer<String> choose) {
    setId("captions");
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    getStyleClass().add("caption-list");
    setPlaceholder(widgets.label("dataset.wall.no-captions", "hint"));
    accessibleTextProperty().bind(widgets.messages().text("modality.text"));
    setCellFactory(list -> new CaptionCell());
    getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            caption -> {
              if (caption != null && !following) {
                choose.accept(caption.name());
              }
            });
  }

  void show(IdentityItems person) {
    getItems()
        .setAll(
            person == null
                ? java.util.List.of()
                : person.items().stream()
                    .filter(Item.Caption.class::isInstance)
                    .map(Item.Caption.class::cast)
                    .toList());
  }

  /** Marks the caption of {@code picture}, if it has one. */
  void follow(String picture) {
    following = true;
    getSelectionModel().clearSelection();
    for (int i = 0; i < getItems().size(); i++) {
      if (getItems().get(i).name().equals(picture)) {
        getSelectionModel().select(i);
        scrollTo(i);
        break;
      }
    }
    following = false;
  }

  private static final class CaptionCell extends ListCell<Item.Caption> {
    private final Label text = new Label();
    private final VBox box = new VBox(text);

    CaptionCell() {
      text.setWrapText(true);
      text.setPrefWidth(WIDTH - MARGIN);
      // a theme fixes what a cell wants to be high, not what it must be
      text.setMinHeight(Region.USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(Item.Caption caption, boolean empty) {
      super.updateItem(caption, empty);
      setGraphic(empty || caption == null ? null : box);
      text.setText(empty || caption == null ? "" : caption.text());
      setAccessibleText(text.getText());
    }
  }
}
