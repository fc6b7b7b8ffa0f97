package reidstudio.ui.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The folder to show for a file that a data set names, which may be gone, or lead elsewhere. */
final class NearestFolder {
  private NearestFolder() {}

  /** The deepest existing folder on the way to {@code name} that is inside {@code dataFolder}. */
  static Path of(Path dataFolder, String name) {
    try {
      Path root = dataFolder.toRealPath();
      Path at = root.resolve(name.replace('\\', '/')).normalize().getParent();
      while (at != null && at.startsWith(root)) {
        if (Files.isDirectory(at) && at.toRealPath().startsWith(root)) {
          return at;
        }
        at = at.getParent();
      }
      return dataFolder;
    } catch (IOException | InvalidPathException e) {
      return dataFolder;
    }
  }
}
