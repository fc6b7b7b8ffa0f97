package reidstudio.ui.dataset;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import reidstudio.event.Severity;
import reidstudio.ui.common.Figures;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.SeverityIcon;

/** A card: its verdict, its number, and what that means for training. Chosen by mouse or key. */
final class TopicTile extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final TopicCard card;

  /**
   * @param choose is told of the card, also when it gets the focus
   */
  TopicTile(TopicCard card, Messages messages, Consumer<TopicCard> choose) {
    this.card = card;
    setId("topic-" + card.topic().name().toLowerCase(Locale.ROOT));
    getStyleClass().addAll("topic", SeverityIcon.styleOf(card.verdict()));
    Label title = new Label(messages.of("dataset.topic", card.topic()));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    Label verdict = new Label(messages.of("dataset.verdict", card.verdict()));
    verdict.getStyleClass().addAll("topic-verdict", SeverityIcon.styleOf(card.verdict()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label number = new Label(number(card, messages));
    number.getStyleClass().add("topic-number");
    number.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(new SeverityIcon(card.verdict()), title, verdict, gap, number);
    head.getStyleClass().add("topic-head");
    Label sentence = new Label(messages.get(card.sentence(), card.arguments().toArray()));
    sentence.getStyleClass().add("topic-sentence");
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(head, sentence);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.RADIO_BUTTON);
    setAccessibleText(
        String.join(
            ", ", title.getText(), verdict.getText(), number.getText(), sentence.getText()));
    setOnMouseClicked(event -> choose.accept(card));
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            choose.accept(card);
            event.consume();
          }
        });
  }

  /** Nothing is said of what was not counted. */
  private static String number(TopicCard card, Messages messages) {
    return card.verdict() == Severity.UNCHECKED
        ? Figures.NONE
        : messages.get("dataset.number", card.number());
  }

  void mark(Topic chosen) {
    pseudoClassStateChanged(CHOSEN, card.topic() == chosen);
  }
}
