package reidstudio.data.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import reidstudio.data.Modality;
import reidstudio.data.SkipLog;
import reidstudio.data.SkipReason;

/**
 * Lists {@code MODALITY/IDENTITY/FILE} once. Pictures are told by their names, so that no file is
 * asked for its attributes here; what lies beside the pattern and is a picture is reported.
 */
final class FolderScan {
  /** How deep to look for pictures that lie where none belongs. */
  private static final int STRAY_DEPTH = 4;

  private final Path root;
  private final SkipLog log;
  private final SafeListing listing;
  private final List<PictureFile> pictures = new ArrayList<>();

  /** Will list {@code root}, a real path. */
  FolderScan(Path root, SkipLog log) {
    this.root = root;
    this.log = log;
    this.listing = new SafeListing(root, log);
  }

  /** Lists everything. */
  FolderIndex run() {
    for (Path entry : listing.entries(root)) {
      Optional<Modality> modality =
          Modality.of(entry.getFileName().toString()).filter(Modality::isImage);
      if (modality.isPresent()) {
        if (listing.isFolder(entry)) {
          identities(entry, modality.get());
        }
      } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        strays(entry, SkipReason.UNKNOWN_MODALITY);
      }
    }
    return new FolderIndex(pictures, listing.outside());
  }

  private void identities(Path modalityFolder, Modality modality) {
    for (Path entry : listing.entries(modalityFolder)) {
      if (SafeListing.isPicture(entry)) {
        log.add(SkipReason.MISPLACED, listing.nameOf(entry), "");
      } else if (listing.isFolder(entry)) {
        files(entry, modality);
      }
    }
  }

  private void files(Path identityFolder, Modality modality) {
    String identity = identityFolder.getFileName().toString();
    for (Path entry : listing.entries(identityFolder)) {
      if (SafeListing.isPicture(entry)) {
        pictures.add(new PictureFile(modality, identity, entry, listing.nameOf(entry)));
      } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        strays(entry, SkipReason.MISPLACED);
      }
    }
  }

  private void strays(Path folder, SkipReason reason) {
    try (Stream<Path> found = Files.walk(folder, STRAY_DEPTH)) {
      found
          .filter(SafeListing::isPicture)
          .map(listing::nameOf)
          .sorted()
          .forEach(name -> log.add(reason, name, ""));
    } catch (IOException | java.io.UncheckedIOException e) {
      listing.unreadable(folder, e);
    }
  }
}
