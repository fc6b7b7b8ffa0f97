package reidstudio.ui.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/**
 * The pages over each other, of which one can be seen. A page is made when it is first turned to:
 * the window would otherwise open later by all that nobody has asked for yet.
 */
final class PageStack extends StackPane {
  /** Own choice: longer than the frames in which the charts in sight are drawn anew. */
  private static final Duration PAUSE = Duration.millis(150);

  private final Map<Page, Supplier<? extends Node>> makers;
  private final Map<Page, Node> made = new EnumMap<>(Page.class);
  private final Deque<Node> away = new ArrayDeque<>();
  private final Timeline returns = new Timeline(new KeyFrame(PAUSE, tick -> bringNext()));

  /**
   * @param makers makes each page, at most once
   */
  PageStack(Map<Page, Supplier<? extends Node>> makers) {
    this.makers = new EnumMap<>(makers);
    returns.setCycleCount(Animation.INDEFINITE);
  }

  void turnTo(Page target) {
    made.computeIfAbsent(target, this::make);
    bring(made.get(target));
    made.forEach((each, node) -> node.setVisible(each == target));
  }

  /**
   * Runs {@code change}, by which all nodes of the window get another style or other words at once.
   * JavaFX works that out for pages out of sight too; they are spared it: they leave the window,
   * and come back one by one when what can be seen has been drawn.
   */
  void change(Runnable change) {
    returns.stop();
    List<Node> hidden = made.values().stream().filter(page -> !page.isVisible()).toList();
    getChildren().removeAll(hidden);
    change.run();
    away.clear();
    away.addAll(hidden);
    if (!away.isEmpty()) {
      returns.playFromStart();
    }
  }

  private void bringNext() {
    bring(away.remove());
    if (away.isEmpty()) {
      returns.stop(); // it would ask for frames for ever
    }
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
