package reidstudio.data.demo;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Deletes a folder with all it holds. Links are removed, not followed. */
final class FolderTree extends SimpleFileVisitor<Path> {
  private FolderTree() {}

  /** Deletes {@code root}; does nothing if there is none. */
  static void delete(Path root) throws IOException {
    try {
      Files.walkFileTree(root, new FolderTree());
    } catch (NoSuchFileException e) {
      if (!root.toString().equals(e.getFile())) {
        throw e;
      }
    }
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    Files.delete(file);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path dir, IOException failure) throws IOException {
    if (failure != null) {
      throw failure;
    }
    Files.delete(dir);
    return FileVisitResult.CONTINUE;
  }
}
