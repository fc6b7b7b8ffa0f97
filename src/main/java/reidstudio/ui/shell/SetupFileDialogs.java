package reidstudio.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import reidstudio.ui.setup.SetupDialogs;

/** The system's dialogs, as the form asks for them. */
record SetupFileDialogs(FileDialogs dialogs) implements SetupDialogs {
  @Override
  public Optional<Path> dataFolder() {
    return dialogs.folder("dialog.data");
  }

  @Override
  public Optional<Path> modelFile() {
    return dialogs.file("dialog.model");
  }

  @Override
  public Optional<Path> settingsToOpen() {
    return dialogs.file("dialog.settings");
  }

  @Override
  public Optional<Path> settingsToSave(String suggestedName) {
    return dialogs.save(suggestedName, "yaml", "json");
  }
}
