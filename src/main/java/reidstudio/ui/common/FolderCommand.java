package reidstudio.ui.common;

import java.io.IOException;
import java.nio.file.Path;

/** Starts the system's file manager. */
@FunctionalInterface
public interface FolderCommand {
  /**
   * Shows {@code folder}; may wait for the disk.
   *
   * @throws IOException with a sentence for the user
   */
  void show(Path folder) throws IOException;
}
