package reidstudio.ui.common;

import java.nio.file.Path;

/** Shows a folder in the system's file manager. */
@FunctionalInterface
public interface FolderOpener {
  /** Returns at once. */
  void open(Path folder);
}
