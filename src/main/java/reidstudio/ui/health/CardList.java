package reidstudio.ui.health;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import reidstudio.config.RunConfig;
import reidstudio.event.Finding;

/**
 * Cards of findings that come, change and go. A finding keeps its card, so that what a reader
 * opened stays open.
 */
final class CardList extends VBox {
  private final CardTools tools;
  private final Map<String, FindingCard> cards = new LinkedHashMap<>();
  private final Map<String, Finding> drawn = new LinkedHashMap<>();

  CardList(CardTools tools) {
    this.tools = tools;
    getStyleClass().add("report");
    managedProperty().bind(visibleProperty());
  }

  /** Shows {@code findings}, of which no two have the same id. */
  void show(List<Finding> findings, Optional<RunConfig> run, String runName) {
    List<String> ids = findings.stream().map(Finding::id).toList();
    cards.keySet().retainAll(ids);
    drawn.keySet().retainAll(ids);
    for (Finding finding : findings) {
      FindingCard card = cards.computeIfAbsent(finding.id(), id -> new FindingCard(tools));
      if (!finding.equals(drawn.put(finding.id(), finding))) {
        card.show(finding, run, runName);
      }
    }
    List<Node> order = ids.stream().distinct().map(id -> (Node) cards.get(id)).toList();
    if (!getChildren().equals(order)) {
      getChildren().setAll(order);
    }
    setVisible(!order.isEmpty());
  }

  /** Draws all cards again, as after a change of the language. */
  void forget() {
    drawn.clear();
  }

  /** Drops all cards: those to come are about another run. */
  void clear() {
    forget();
    cards.clear();
  }

  /** The card of the finding {@code id}. */
  Optional<FindingCard> card(String id) {
    return Optional.ofNullable(cards.get(id));
  }
}
