package reidstudio.data.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A folder under construction beside the place where it shall appear. It appears there whole, by a
 * rename, or not at all.
 *
 * <p>A lock file beside it keeps a second writer out. The system drops the lock of a killed
 * process, so what that process left behind is known to be dead and is removed by the next one.
 */
final class StagedFolder implements AutoCloseable {
  private final Path target;
  private final Path staging;
  private final Path replaced;
  private final Path lockFile;
  private final FileChannel lock;

  private StagedFolder(Path target, FileChannel lock) {
    this.target = target;
    this.staging = beside(target, "partial");
    this.replaced = beside(target, "replaced");
    this.lockFile = beside(target, "lock");
    this.lock = lock;
  }

  /** Starts an empty folder for {@code target}, an absolute path; missing parents are created. */
  static StagedFolder open(Path target) throws IOException {
    Files.createDirectories(target.getParent());
    FileChannel lock =
        FileChannel.open(
            beside(target, "lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    StagedFolder staged = new StagedFolder(target, lock);
    try {
      staged.lock();
      FolderTree.delete(staged.staging);
      FolderTree.delete(staged.replaced);
      Files.createDirectory(staged.staging);
      return staged;
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Where to write. */
  Path path() {
    return staging;
  }

  /** Puts the folder in its place, instead of what is there. */
  void publish() throws IOException {
    if (Files.exists(target)) {
      Files.move(target, replaced);
    }
    try {
      Files.move(staging, target);
    } catch (IOException e) {
      if (Files.exists(replaced)) {
        Files.move(replaced, target);
      }
      throw e;
    }
    FolderTree.delete(replaced);
  }

  /** Removes what was not published. */
  @Override
  public void close() throws IOException {
    try (lock) {
      FolderTree.delete(staging);
    }
    Files.deleteIfExists(lockFile);
  }

  private void lock() throws IOException {
    boolean free;
    try {
      free = lock.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      free = false;
    } catch (IOException e) {
      free = true; // some network file systems know no locks; better no guard than no data set
    }
    if (!free) {
      throw new FileSystemException(
          target.toString(), null, "it is being written right now by another task");
    }
  }

  private static Path beside(Path target, String role) {
    return target.resolveSibling("." + target.getFileName() + "." + role);
  }
}
