package reidstudio.ui.curves;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user where to save a file. */
@FunctionalInterface
public interface SaveDialog {
  /** The chosen file; empty if the user thought better of it. */
  Optional<Path> ask(String suggestedName, String extension);
}
