package reidstudio.ui.common;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Takes a file or folder that is dropped from the desktop. */
public final class FileDrop {
  private static final PseudoClass OVER = PseudoClass.getPseudoClass("drop-over");

  private final Predicate<File> wanted;
  private final Consumer<Path> dropped;
  private Optional<Path> offered = Optional.empty();

  /**
   * @param wanted what may be dropped; the first of several that fits is taken
   * @param dropped is told of it
   */
  public FileDrop(Predicate<File> wanted, Consumer<Path> dropped) {
    this.wanted = wanted;
    this.dropped = dropped;
  }

  /** Lets things be dropped on {@code node}. */
  public void acceptOn(Node node) {
    // once: each move of the mouse comes here too, and the disk may be slow to answer
    node.setOnDragEntered(event -> offered = file(event.getDragboard()));
    node.setOnDragOver(
        event -> {
          if (offered.isPresent()) {
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            node.pseudoClassStateChanged(OVER, true);
          }
          event.consume();
        });
    node.setOnDragExited(event -> node.pseudoClassStateChanged(OVER, false));
    node.setOnDragDropped(this::drop);
  }

  private void drop(DragEvent event) {
    offered.ifPresent(dropped);
    event.setDropCompleted(offered.isPresent());
    event.consume();
  }

  private Optional<Path> file(Dragboard board) {
    return board.getFiles().stream().filter(wanted).findFirst().map(File::toPath);
  }
}
