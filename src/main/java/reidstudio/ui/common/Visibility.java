package reidstudio.ui.common;

import javafx.geometry.Bounds;
import javafx.scene.Node;

/** Tells whether any of a node can be seen: not hidden, not in another tab, not scrolled away. */
public final class Visibility {
  private Visibility() {}

  /** Whether {@code node}, which may lie in no window, can be seen in its window. */
  public static boolean isOnScreen(Node node) {
    Bounds bounds = node.getBoundsInLocal();
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
      Node clip = each.getClip();
      if (clip != null && !clip.getBoundsInParent().intersects(bounds)) {
        return false;
      }
      bounds = each.localToParent(bounds);
    }
    return true;
  }
}
