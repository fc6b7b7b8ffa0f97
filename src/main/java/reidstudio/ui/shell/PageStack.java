package reidstudio.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/**
 * The pages over each other, of which one can be seen. A page is made when it is first turned to:
 * the window would otherwise open later by all that nobody has asked for yet.
 */
final class PageStack extends StackPane {
  private final Map<Page, Supplier<? extends Node>> makers;
  private final Map<Page, Node> made = new EnumMap<>(Page.class);

  /**
   * @param makers makes each page, at most once
   */
  PageStack(Map<Page, Supplier<? extends Node>> makers) {
    this.makers = new EnumMap<>(makers);
  }

  void turnTo(Page target) {
    made.computeIfAbsent(target, this::make);
    made.forEach((each, node) -> node.setVisible(each == target));
  }

  private Node make(Page page) {
    Node node = makers.get(page).get();
    getChildren().add(node);
    return node;
  }
}
