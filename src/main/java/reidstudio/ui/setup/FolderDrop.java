package reidstudio.ui.setup;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Takes a data folder that is dropped from the desktop. */
final class FolderDrop {
  private static final PseudoClass OVER = PseudoClass.getPseudoClass("drop-over");

  private final DataViewModel data;

  FolderDrop(DataViewModel data) {
    this.data = data;
  }

  void acceptOn(Node node) {
    node.setOnDragOver(
        event -> {
          if (folder(event.getDragboard()).isPresent()) {
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            node.pseudoClassStateChanged(OVER, true);
          }
          event.consume();
        });
    node.setOnDragExited(event -> node.pseudoClassStateChanged(OVER, false));
    node.setOnDragDropped(this::drop);
  }

  private void drop(DragEvent event) {
    Optional<Path> folder = folder(event.getDragboard());
    folder.ifPresent(data::use);
    event.setDropCompleted(folder.isPresent());
    event.consume();
  }

  private static Optional<Path> folder(Dragboard board) {
    return board.getFiles().stream().filter(File::isDirectory).findFirst().map(File::toPath);
  }
}
