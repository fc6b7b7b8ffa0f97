package reidstudio.ui.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import reidstudio.ui.common.FrameQueue;

/**
 * The pages over each other, of which one can be seen. A page is made when it is first turned to:
 * the window would otherwise open later by all that nobody has asked for yet.
 */
final class PageStack extends StackPane {
  private final Map<Page, Supplier<? extends Node>> makers;
  private final Map<Page, Node> made = new EnumMap<>(Page.class);
  private final FrameQueue returns = new FrameQueue();

  /**
   * @param makers makes each page, at most once
   */
  PageStack(Map<Page, Supplier<? extends Node>> makers) {
    this.makers = new EnumMap<>(makers);
  }

  void turnTo(Page target) {
    made.computeIfAbsent(target, this::make);
    bring(made.get(target));
    made.forEach((each, node) -> node.setVisible(each == target));
  }

  /**
   * Runs {@code change}, by which JavaFX styles all nodes of the window anew and at once. Pages
   * that cannot be seen are spared that: they leave the window, and come back one in each frame.
   */
  void restyle(Runnable change) {
    List<Node> hidden = made.values().stream().filter(page -> !page.isVisible()).toList();
    getChildren().removeAll(hidden);
    change.run();
    returns.replace(hidden.stream().<Runnable>map(page -> () -> bring(page)).toList());
  }

  private void bring(Node page) {
    if (!getChildren().contains(page)) {
      getChildren().add(page);
    }
  }

  private Node make(Page page) {
    return makers.get(page).get();
  }
}
