package reidstudio.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import reidstudio.ui.common.FolderCommand;

/**
 * Opens folders with the system's own command: {@code java.awt.Desktop} would start a second
 * toolkit beside JavaFX.
 */
final class SystemFolders implements FolderCommand {
  private final String program;

  SystemFolders() {
    this(program());
  }

  SystemFolders(String program) {
    this.program = program;
  }

  @Override
  public void show(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("The folder " + folder + " is not there.");
    }
    try {
      new ProcessBuilder(program, folder.toString())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new IOException(
          "The folder " + folder + " cannot be shown: " + program + " could not be started.", e);
    }
  }

  private static String program() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (os.contains("win")) {
      return "explorer";
    }
    return os.contains("mac") ? "open" : "xdg-open";
  }
}
