package reidstudio.ui.dataset;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import reidstudio.data.audit.Verified;
import reidstudio.event.Severity;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.TextClipboard;
import reidstudio.ui.common.Widgets;

/** The cards, the worst first, and beside them what the chosen one is about. */
final class ChecksPane extends HBox {
  private final VerifyViewModel model;
  private final Messages messages;
  private final Details details;
  private final VBox cards = new VBox();
  private final Label title = new Label();
  private final ContentsTable contents;
  private final DetailPane lines;
  private final List<TopicTile> tiles = new ArrayList<>();
  private List<TopicCard> shown = List.of();
  private Topic chosen;
  private boolean byHand;

  ChecksPane(
      VerifyViewModel model,
      Widgets widgets,
      TextClipboard clipboard,
      Consumer<String> showFile,
      Consumer<String> showIdentity) {
    this.model = model;
    this.messages = widgets.messages();
    details = new Details(messages, widgets.words());
    contents = new ContentsTable(widgets);
    lines = new DetailPane(widgets, clipboard, showFile, showIdentity);
    getStyleClass().add("checks");
    cards.getStyleClass().add("topics");
    cards.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            step(event.getCode() == KeyCode.DOWN ? 1 : -1);
            event.consume();
          }
        });
    ScrollPane scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("topics-scroll");
    title.getStyleClass().add(Styles.TITLE_4);
    title.setId("topic-title");
    StackPane body = new StackPane(contents, lines);
    VBox.setVgrow(body, Priority.ALWAYS);
    VBox beside = new VBox(title, body);
    beside.getStyleClass().addAll("card", "topic-detail");
    beside.setMinWidth(0);
    HBox.setHgrow(beside, Priority.ALWAYS);
    getChildren().addAll(scroll, beside);
    model.placeProperty().subscribe(place -> byHand = false);
    model.resultProperty().subscribe(this::show);
    messages.languageProperty().subscribe(language -> show(model.resultProperty().get()));
  }

  /** What is worst, if anything is bad, is chosen until somebody has chosen. */
  private void show(Verified verified) {
    tiles.clear();
    shown = verified == null ? List.of() : Verdicts.of(verified);
    shown.forEach(card -> tiles.add(new TopicTile(card, messages, this::choose)));
    cards.getChildren().setAll(tiles);
    if (!shown.isEmpty()) {
      turnTo(byHand ? chosen : first());
    }
  }

  private Topic first() {
    boolean calls = Verdicts.grade(shown.get(0).verdict()) <= Verdicts.grade(Severity.WARNING);
    return calls ? shown.get(0).topic() : Topic.CONTENTS;
  }

  private void choose(TopicCard card) {
    byHand = true;
    if (card.topic() != chosen) {
      lines.forgetSearch();
    }
    turnTo(card.topic());
    tiles.get(shown.indexOf(card)).requestFocus();
  }

  private void step(int by) {
    for (int i = 0; i < shown.size(); i++) {
      if (shown.get(i).topic() == chosen && i + by >= 0 && i + by < shown.size()) {
        choose(shown.get(i + by));
        return;
      }
    }
  }

  private void turnTo(Topic topic) {
    chosen = topic;
    tiles.forEach(tile -> tile.mark(topic));
    Verified verified = model.resultProperty().get();
    title.setText(messages.of("dataset.topic", topic));
    contents.setVisible(topic == Topic.CONTENTS);
    lines.setVisible(topic != Topic.CONTENTS);
    contents.show(verified.audit().splits());
    TopicCard card = shown.stream().filter(c -> c.topic() == topic).findFirst().orElseThrow();
    lines.show(
        details.of(topic, verified),
        messages.get(card.sentence(), card.arguments().toArray()),
        details.more(topic, verified));
  }
}
