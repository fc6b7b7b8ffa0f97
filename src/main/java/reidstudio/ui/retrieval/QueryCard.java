package reidstudio.ui.retrieval;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import reidstudio.event.EvaluationDetail;
import reidstudio.event.QueryRankings;
import reidstudio.event.TestItem;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.PictureTile;
import reidstudio.ui.common.Pictures;
import reidstudio.ui.common.Widgets;

/** What is shown of the person who is looked for, and how the ranking did. */
final class QueryCard extends HBox {
  /** People are pictured about twice as high as wide. */
  private static final double WIDE = 0.47;

  private static final double CAPTION = 260;

  private final Pictures pictures;
  private final Widgets widgets;
  private final Messages messages;
  private final SettingWords words;
  private final HBox items = new HBox();
  private final Label first = new Label();
  private final Label facts = new Label();
  private final Label title = new Label();
  private final List<PictureTile> tiles = new ArrayList<>();

  QueryCard(Pictures pictures, Widgets widgets) {
    this.pictures = pictures;
    this.widgets = widgets;
    this.messages = widgets.messages();
    this.words = new SettingWords(messages);
    getStyleClass().addAll("card", "query-card");
    items.getStyleClass().add("query-items");
    title.getStyleClass().add(Styles.TEXT_MUTED);
    first.getStyleClass().add("query-first");
    first.setId("query-first");
    first.setWrapText(true);
    facts.setWrapText(true);
    facts.setId("query-facts");
    VBox numbers = new VBox(title, first, facts);
    numbers.getStyleClass().add("query-facts");
    numbers.setMinWidth(180);
    HBox.setHgrow(numbers, Priority.ALWAYS);
    getChildren().addAll(items, numbers);
  }

  void clear() {
    tiles.forEach(PictureTile::clear);
    tiles.clear();
    items.getChildren().clear();
  }

  void show(EvaluationDetail detail, QueryRankings setting, int query) {
    clear();
    for (int at = 0; at < setting.modalities(); at++) {
      items.getChildren().add(shown(detail, setting.item(query, at)));
    }
    String person = detail.items().identities().get(setting.identities()[query]);
    title.setText(messages.get("retrieval.sought", person));
    int rank = setting.firstRanks()[query];
    first.setText(messages.get("retrieval.first", rank, detail.items().gallery()));
    facts.setText(
        messages.get(
            "retrieval.facts",
            setting.matches()[query],
            SettingWords.percent(setting.averagePrecisions()[query])));
  }

  private Node shown(EvaluationDetail detail, int number) {
    TestItem item = detail.items().items().get(number);
    Label kind = new Label(words.modalityInFull(item.modality()));
    kind.getStyleClass().add("hint");
    VBox box = new VBox(kind, item.isCaption() ? caption(item) : picture(detail, item));
    box.getStyleClass().add("query-item");
    return box;
  }

  private Node caption(TestItem item) {
    Label text = new Label(item.caption());
    text.setWrapText(true);
    ScrollPane scroll = new ScrollPane(text);
    scroll.setFitToWidth(true);
    scroll.setPrefWidth(CAPTION);
    scroll.setMinWidth(140);
    scroll.setMinHeight(0);
    scroll.getStyleClass().add("caption");
    scroll.setAccessibleText(item.caption());
    VBox.setVgrow(scroll, Priority.ALWAYS);
    return scroll;
  }

  private Node picture(EvaluationDetail detail, TestItem item) {
    PictureTile tile = new PictureTile(pictures, widgets);
    tile.prefWidthProperty().bind(items.heightProperty().multiply(WIDE));
    tile.setMinWidth(Region.USE_PREF_SIZE);
    tile.setAccessibleText(item.picture());
    tile.show(Pictures.file(detail.items().dataFolder(), item));
    tiles.add(tile);
    VBox.setVgrow(tile, Priority.ALWAYS);
    return tile;
  }
}
