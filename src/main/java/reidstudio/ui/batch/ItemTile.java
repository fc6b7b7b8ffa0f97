package reidstudio.ui.batch;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.event.BatchItem;
import reidstudio.event.BatchMeasures;
import reidstudio.event.ItemFate;
import reidstudio.ui.common.PictureTile;
import reidstudio.ui.common.Pictures;
import reidstudio.ui.common.Widgets;

/** An item of a batch, and what became of it. */
final class ItemTile extends VBox {
  static final double PICTURE_WIDTH = 52;
  private static final double HEIGHT = 92;
  private static final double CAPTION_HEIGHT = 66;
  private static final double TOOLTIP_WIDTH = 380;
  private static final Duration DELAY = Duration.millis(350);
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double LEFT_OUT = 0.45;

  private final BatchItem item;
  private final Optional<PictureTile> picture;

  ItemTile(
      BatchItem item,
      String dataFolder,
      Optional<BatchMeasures> measures,
      double captionWidth,
      Pictures pictures,
      Widgets widgets) {
    this.item = item;
    ItemWords words = new ItemWords(widgets);
    getStyleClass().add("batch-tile");
    if (item.isAlone()) {
      getStyleClass().add("alone");
    }
    if (item.isCaption()) {
      picture = Optional.empty();
      getChildren().add(caption(captionWidth));
    } else {
      PictureTile tile = new PictureTile(pictures, widgets);
      tile.setMinSize(PICTURE_WIDTH, HEIGHT);
      tile.setPrefSize(PICTURE_WIDTH, HEIGHT);
      tile.setOpacity(item.fate() == ItemFate.MASKED ? LEFT_OUT : 1);
      tile.show(
          item.fate() == ItemFate.UNREADABLE
              ? Optional.empty()
              : Pictures.file(dataFolder, item.picture()));
      picture = Optional.of(tile);
      getChildren().add(tile);
    }
    getChildren().add(lines(words.lines(item, measures)));
    // figures may reach into the gap beside it rather than take another's place
    double width = (item.isCaption() ? captionWidth : PICTURE_WIDTH) + ColumnWidths.ROUND;
    setMinWidth(width);
    setPrefWidth(width);
    setMaxWidth(width);
    String full = words.inFull(item, measures);
    setAccessibleText(full);
    Tooltip tooltip = new Tooltip(full);
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(TOOLTIP_WIDTH);
    tooltip.setShowDelay(DELAY);
    Tooltip.install(this, tooltip);
  }

  private Label caption(double width) {
    Label text = new Label(item.caption());
    text.getStyleClass().add("batch-caption");
    text.setWrapText(true);
    text.setPrefSize(width, CAPTION_HEIGHT);
    text.setMinSize(width, CAPTION_HEIGHT);
    text.setMaxSize(width, CAPTION_HEIGHT);
    text.setOpacity(item.fate() == ItemFate.MASKED ? LEFT_OUT : 1);
    return text;
  }

  private Pane lines(List<String> lines) {
    Pane box = item.isCaption() ? new HBox(6) : new VBox();
    for (int i = 0; i < lines.size(); i++) {
      Label line = new Label(lines.get(i));
      line.getStyleClass().add("batch-line");
      line.setMinWidth(USE_PREF_SIZE);
      if (i == 0) {
        line.getStyleClass().add("batch-fate");
        if (item.isAlone()) {
          line.setGraphic(new FontIcon(Material2MZ.WARNING));
          line.setGraphicTextGap(2);
        }
      }
      box.getChildren().add(line);
    }
    return box;
  }

  void clear() {
    picture.ifPresent(PictureTile::clear);
  }

  void mark(List<Integer> rows) {
    pseudoClassStateChanged(CHOSEN, item.row() >= 0 && rows.contains(item.row()));
  }
}
