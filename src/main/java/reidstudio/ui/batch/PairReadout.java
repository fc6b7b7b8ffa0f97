package reidstudio.ui.batch;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import reidstudio.event.BatchItem;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.PictureTile;
import reidstudio.ui.common.Pictures;
import reidstudio.ui.common.Widgets;

/** Two items and how similar the model finds them. */
final class PairReadout extends HBox {
  private static final double WIDTH = 56;
  private static final double CAPTION_WIDTH = 104;
  private static final double HEIGHT = 108;
  private static final int KEPT = 64;

  private final Pictures pictures = new Pictures(KEPT, 2 * HEIGHT);
  private final Widgets widgets;
  private final Messages messages;
  private final ItemWords words;
  private final List<PictureTile> tiles = new ArrayList<>();

  PairReadout(Widgets widgets) {
    this.widgets = widgets;
    this.messages = widgets.messages();
    this.words = new ItemWords(widgets);
    setId("batch-pair");
    getStyleClass().add("batch-pair");
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    clear();
  }

  void clear() {
    tiles.forEach(PictureTile::clear);
    tiles.clear();
    Label hint = new Label(messages.get("batch.pair.none"));
    hint.getStyleClass().add("hint");
    hint.setWrapText(true);
    getChildren().setAll(hint);
  }

  /** Shows a pair; returns it in words. */
  String show(String dataFolder, BatchItem query, BatchItem visible, double cosine) {
    tiles.forEach(PictureTile::clear);
    tiles.clear();
    boolean same = query.identity().equals(visible.identity());
    Label value = new Label(messages.get("batch.pair.cosine", ItemWords.cosine(cosine)));
    value.setId("batch-cosine");
    value.getStyleClass().add(Styles.TITLE_4);
    Label verdict = new Label(messages.get(same ? "batch.pair.same" : "batch.pair.other"));
    verdict.setWrapText(true);
    VBox text = new VBox(2, value, verdict, name(query), name(visible));
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    getChildren().setAll(seen(dataFolder, query), seen(dataFolder, visible), text);
    return messages.get(
        "batch.pair.full",
        words.name(query),
        words.name(visible),
        ItemWords.cosine(cosine),
        verdict.getText());
  }

  private Label name(BatchItem item) {
    Label label = new Label(words.person(item));
    label.getStyleClass().add("hint");
    widgets.explain(label, "batch.file", item.picture());
    return label;
  }

  private Node seen(String dataFolder, BatchItem item) {
    if (item.isCaption()) {
      Label text = new Label(item.caption());
      text.getStyleClass().add("batch-caption");
      text.setWrapText(true);
      text.setMinSize(CAPTION_WIDTH, HEIGHT);
      text.setPrefSize(CAPTION_WIDTH, HEIGHT);
      text.setMaxSize(CAPTION_WIDTH, HEIGHT);
      return text;
    }
    PictureTile tile = new PictureTile(pictures, widgets);
    tile.setMinSize(WIDTH, HEIGHT);
    tile.setPrefSize(WIDTH, HEIGHT);
    tile.setMaxSize(WIDTH, HEIGHT);
    tile.show(Pictures.file(dataFolder, item.picture()));
    tile.setAccessibleText(words.name(item));
    tiles.add(tile);
    return tile;
  }
}
