package reidstudio.data.layout;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import reidstudio.data.Modality;
import reidstudio.data.SkipLog;
import reidstudio.data.SkipReason;

/**
 * Lists {@code MODALITY/IDENTITY/FILE} once. Pictures are told by their names, so that no file is
 * asked for its attributes here; what lies beside the pattern and is a picture is reported.
 */
final class FolderScan {
  /** The last ones are pictures too, so they are reported and not passed over as junk. */
  private static final Set<String> PICTURE_ENDINGS =
      Set.of("jpg", "jpeg", "png", "bmp", "gif", "tif", "tiff", "webp");

  /** How deep to look for pictures that lie where none belongs. */
  private static final int STRAY_DEPTH = 4;

  private final Path root;
  private final SkipLog log;
  private final List<PictureFile> pictures = new ArrayList<>();
  private final Set<String> outside = new HashSet<>();

  /** Will list {@code root}, a real path. */
  FolderScan(Path root, SkipLog log) {
    this.root = root;
    this.log = log;
  }

  /** Lists everything. */
  FolderIndex run() {
    for (Path entry : list(root)) {
      Optional<Modality> modality =
          Modality.of(entry.getFileName().toString()).filter(Modality::isImage);
      if (modality.isPresent()) {
        if (isFolder(entry)) {
          identities(entry, modality.get());
        }
      } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        strays(entry, SkipReason.UNKNOWN_MODALITY);
      }
    }
    return new FolderIndex(pictures, outside);
  }

  private void identities(Path modalityFolder, Modality modality) {
    for (Path entry : list(modalityFolder)) {
      if (isPicture(entry)) {
        log.add(SkipReason.MISPLACED, nameOf(entry), "");
      } else if (isFolder(entry)) {
        files(entry, modality);
      }
    }
  }

  private void files(Path identityFolder, Modality modality) {
    String identity = identityFolder.getFileName().toString();
    for (Path entry : list(identityFolder)) {
      if (isPicture(entry)) {
        pictures.add(new PictureFile(modality, identity, entry, nameOf(entry)));
      } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        strays(entry, SkipReason.MISPLACED);
      }
    }
  }

  private void strays(Path folder, SkipReason reason) {
    try (Stream<Path> found = Files.walk(folder, STRAY_DEPTH)) {
      found
          .filter(FolderScan::isPicture)
          .map(this::nameOf)
          .sorted()
          .forEach(name -> log.add(reason, name, ""));
    } catch (IOException | java.io.UncheckedIOException e) {
      unreadable(folder, e);
    }
  }

  /** Whether to descend; a link may lead to another place in the data folder, not out of it. */
  private boolean isFolder(Path entry) {
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

  private List<Path> list(Path folder) {
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

  private void unreadable(Path folder, Exception e) {
    log.add(SkipReason.UNREADABLE, nameOf(folder), String.valueOf(e.getMessage()));
  }

  private static boolean isPicture(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 && PICTURE_ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  private String nameOf(Path path) {
    List<String> steps = new ArrayList<>();
    root.relativize(path).forEach(step -> steps.add(step.toString()));
    return String.join("/", steps);
  }
}
