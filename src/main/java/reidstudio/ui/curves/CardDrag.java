package reidstudio.ui.curves;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Lets a cell of the grid be dragged by its chart's title onto another, whose place it takes. */
final class CardDrag {
  private static final PseudoClass MOVED = PseudoClass.getPseudoClass("moved");
  private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");

  private final ChartGrid grid;
  private final Node handle;
  private Optional<Node> moved = Optional.empty();
  private Optional<Node> target = Optional.empty();

  /** Lets go of {@code handle} on another cell move the cell that it is in. */
  CardDrag(ChartGrid grid, Node handle) {
    this.grid = grid;
    this.handle = handle;
    handle.addEventHandler(MouseEvent.DRAG_DETECTED, this::begin);
    handle.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    handle.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> end());
  }

  private void begin(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      moved = grid.cellOf(handle);
      mark(moved, MOVED, true);
      handle.setCursor(Cursor.CLOSED_HAND);
    }
  }

  private void drag(MouseEvent event) {
    if (moved.isEmpty()) {
      return;
    }
    mark(target, TARGET, false);
    target = under(event).filter(cell -> !cell.equals(moved.get()));
    mark(target, TARGET, true);
    event.consume();
  }

  private Optional<Node> under(MouseEvent event) {
    Point2D place = grid.sceneToLocal(event.getSceneX(), event.getSceneY());
    return grid.getChildren().stream()
        .filter(cell -> cell.getBoundsInParent().contains(place))
        .findFirst();
  }

  private void end() {
    handle.setCursor(null);
    mark(moved, MOVED, false);
    mark(target, TARGET, false);
    Optional<Node> from = moved;
    moved = Optional.empty();
    from.ifPresent(cell -> target.ifPresent(onto -> grid.move(cell, onto)));
    target = Optional.empty();
  }

  private static void mark(Optional<Node> cell, PseudoClass state, boolean on) {
    cell.ifPresent(node -> node.pseudoClassStateChanged(state, on));
  }
}
