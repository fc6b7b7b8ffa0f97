package reidstudio.data.layout;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import reidstudio.data.SkipLog;
import reidstudio.data.SkipReason;

/**
 * Lists folders of a data set without ever leaving it: a link may lead to another place inside, one
 * that leads out is reported and not followed. Hidden files and what is no picture, such as {@code
 * Thumbs.db}, are passed over.
 */
final class SafeListing {
  /** The last ones are pictures too, so they are reported and not passed over as junk. */
  private static final Set<String> PICTURE_ENDINGS =
      Set.of("jpg", "jpeg", "png", "bmp", "gif", "tif", "tiff", "webp");

  private final Path root;
  private final SkipLog log;
  private final Set<String> outside = new HashSet<>();

  /** Will list folders in {@code root}, a real path. */
  SafeListing(Path root, SkipLog log) {
    this.root = root;
    this.log = log;
  }

  /** Names of folders so far that are links to a place outside. */
  Set<String> outside() {
    return Set.copyOf(outside);
  }

  /** What lies in {@code folder} and is not hidden, in ascending order. */
  List<Path> entries(Path folder) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path entry : stream) {
        if (!entry.getFileName().toString().startsWith(".")) {
          entries.add(entry);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      unreadable(folder, e);
    }
    entries.sort(null);
    return entries;
  }

  /** Whether to descend; a link may lead to another place in the data folder, not out of it. */
  boolean isFolder(Path entry) {
    if (!Files.isDirectory(entry)) {
      return false;
    }
    if (!Files.isSymbolicLink(entry)) {
      return true;
    }
    try {
      Path target = entry.toRealPath();
      if (target.startsWith(root)) {
        return true;
      }
      outside.add(nameOf(entry));
      log.add(SkipReason.OUTSIDE_FOLDER, nameOf(entry), "is a link to " + target);
    } catch (IOException e) {
      unreadable(entry, e);
    }
    return false;
  }

  /** Reports a folder that the system does not let be read. */
  void unreadable(Path folder, Exception e) {
    log.add(SkipReason.UNREADABLE, nameOf(folder), String.valueOf(e.getMessage()));
  }

  /** Whether the name is that of a picture. */
  static boolean isPicture(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 && PICTURE_ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  /** Relative to the data folder, with forward slashes. */
  String nameOf(Path path) {
    List<String> steps = new ArrayList<>();
    root.relativize(path).forEach(step -> steps.add(step.toString()));
    return String.join("/", steps);
  }
}
