package reidstudio.ui.setup;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user for a folder. */
@FunctionalInterface
public interface FolderChooser {
  /** The chosen folder; empty if the user thought better of it. */
  Optional<Path> choose();
}
