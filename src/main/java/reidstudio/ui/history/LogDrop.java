package reidstudio.ui.history;

import java.io.File;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Takes a log, or the folder of a run, that is dropped from the desktop. */
final class LogDrop {
  private static final PseudoClass OVER = PseudoClass.getPseudoClass("drop-over");

  private final HistoryViewModel model;

  LogDrop(HistoryViewModel model) {
    this.model = model;
  }

  void acceptOn(Node node) {
    node.setOnDragOver(
        event -> {
          if (file(event.getDragboard()).isPresent()) {
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            node.pseudoClassStateChanged(OVER, true);
          }
          event.consume();
        });
    node.setOnDragExited(event -> node.pseudoClassStateChanged(OVER, false));
    node.setOnDragDropped(this::drop);
  }

  private void drop(DragEvent event) {
    Optional<File> dropped = file(event.getDragboard());
    dropped.ifPresent(this::open);
    event.setDropCompleted(dropped.isPresent());
    event.consume();
  }

  private void open(File dropped) {
    if (dropped.isDirectory()) {
      model.open(dropped.toPath());
    } else {
      model.openLog(dropped.toPath());
    }
  }

  private static Optional<File> file(Dragboard board) {
    return board.getFiles().stream().findFirst();
  }
}
