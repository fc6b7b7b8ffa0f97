package reidstudio.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reidstudio.ui.common.FolderOpener;

/**
 * Opens folders with the system's own command: {@code java.awt.Desktop} would start a second
 * toolkit beside JavaFX.
 */
final class SystemFolders implements FolderOpener {
  private static final Logger LOG = LoggerFactory.getLogger(SystemFolders.class);

  @Override
  public void open(Path folder) {
    try {
      new ProcessBuilder(command(), folder.toString())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      LOG.warn("cannot show {} in a file manager", folder, e);
    }
  }

  private static String command() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (os.contains("win")) {
      return "explorer";
    }
    return os.contains("mac") ? "open" : "xdg-open";
  }
}
