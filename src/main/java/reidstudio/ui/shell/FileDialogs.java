package reidstudio.ui.shell;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import reidstudio.ui.common.Messages;

/** The system's dialogs for files; each remembers the folder of the last choice. */
final class FileDialogs {
  private final Supplier<Window> owner;
  private final Messages messages;
  private Path last;

  FileDialogs(Supplier<Window> owner, Messages messages, Path start) {
    this.owner = owner;
    this.messages = messages;
    this.last = start;
  }

  Optional<Path> folder(String titleKey) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(messages.get(titleKey));
    existing().ifPresent(chooser::setInitialDirectory);
    return remember(chooser.showDialog(owner.get()));
  }

  Optional<Path> file(String titleKey) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.get(titleKey));
    existing().ifPresent(chooser::setInitialDirectory);
    return remember(chooser.showOpenDialog(owner.get()));
  }

  /** The first of {@code extensions} is what is suggested. */
  Optional<Path> save(String suggestedName, String... extensions) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.get("dialog.save"));
    chooser.setInitialFileName(suggestedName);
    for (String extension : extensions) {
      chooser
          .getExtensionFilters()
          .add(
              new FileChooser.ExtensionFilter(
                  extension.toUpperCase(java.util.Locale.ROOT), "*." + extension));
    }
    existing().ifPresent(chooser::setInitialDirectory);
    return remember(chooser.showSaveDialog(owner.get()));
  }

  private Optional<File> existing() {
    return Optional.ofNullable(last).filter(Files::isDirectory).map(Path::toFile);
  }

  private Optional<Path> remember(File chosen) {
    if (chosen == null) {
      return Optional.empty();
    }
    Path path = chosen.toPath();
    last = path.getParent();
    return Optional.of(path);
  }
}
