package reidstudio.ui.setup;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user for files and folders; an answer is empty if the user thought better of it. */
public interface SetupDialogs {
  /** A folder with a data set. */
  Optional<Path> dataFolder();

  /** A file that a setting names, such as pretrained weights. */
  Optional<Path> modelFile();

  /** A file of settings, to be read. */
  Optional<Path> settingsToOpen();

  /** Where settings are written; JSON or YAML by its ending. */
  Optional<Path> settingsToSave(String suggestedName);
}
