package reidstudio.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Removes runs from the disk for good. Only what a run is made of goes: files that somebody else
 * has put into its folder stay there, and so does whatever a link in it leads to.
 */
public final class RunRemoval {
  /** Beside its logs, which tell that the folder is a run's. */
  private static final List<String> PARTS =
      List.of(
          "checkpoints",
          "diagnostics",
          "evaluations",
          "features",
          "config.json",
          "environment.json",
          "about.json",
          "run.pid",
          "labels.tsv",
          "vocabulary.txt",
          "parameters.tsv",
          "data_report.txt");

  private static final String HALF_WRITTEN = ".part";

  /**
   * How many bytes the removal of the run in {@code folder} would free; what cannot be looked at
   * counts nothing.
   *
   * @throws IOException with a sentence for the user, if this is no run
   */
  public long size(Path folder) throws IOException {
    RunFolder run = checked(folder);
    long[] bytes = {0};
    for (Path part : parts(run)) {
      Files.walkFileTree(
          part,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              bytes[0] += attributes.size();
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    }
    return bytes[0];
  }

  /**
   * Removes the run in {@code folder}, and the folder unless other files are left in it. Its logs
   * go last: a removal that is cut short leaves a run that can be removed again.
   *
   * @throws IOException with a sentence for the user, also if the run is being written
   */
  public void remove(Path folder) throws IOException {
    RunFolder run = checked(folder);
    RunLock lock = RunLock.take(run);
    try {
      removeParts(run);
    } finally {
      lock.close();
    }
    try {
      Files.deleteIfExists(run.lock());
      Files.delete(run.path());
    } catch (DirectoryNotEmptyException e) {
      throw new IOException(
          "The run %s is removed, but its folder %s stays, since other files are in it."
              .formatted(run.run(), run.path()),
          e);
    } catch (IOException e) {
      throw notRemoved(run, e);
    }
  }

  private static void removeParts(RunFolder run) throws IOException {
    try {
      for (Path part : parts(run)) {
        removeAll(part);
      }
    } catch (IOException e) {
      throw notRemoved(run, e);
    }
  }

  private static RunFolder checked(Path folder) throws IOException {
    RunFolder run = new RunFolder(folder);
    RunReader.checkIsRun(run);
    if (Files.isSymbolicLink(run.path())) {
      throw new IOException(
          run.path() + " is a link to a folder elsewhere; remove the run there, or the link.");
    }
    return run;
  }

  /** What there is of it, its logs last. */
  private static List<Path> parts(RunFolder run) throws IOException {
    List<Path> parts = new ArrayList<>();
    try (Stream<Path> entries = Files.list(run.path())) {
      entries.filter(entry -> isPart(entry.getFileName().toString())).forEach(parts::add);
    }
    for (Path log : List.of(run.metrics(), run.events())) {
      if (Files.exists(log, LinkOption.NOFOLLOW_LINKS)) {
        parts.add(log);
      }
    }
    return parts;
  }

  private static boolean isPart(String name) {
    return PARTS.contains(name)
        || name.startsWith(RunFolder.TENSOR_BOARD)
        || name.endsWith(RunFolder.REPORT)
        || (name.endsWith(HALF_WRITTEN)
            && isPart(name.substring(0, name.length() - HALF_WRITTEN.length())));
  }

  /** With what is in it; of a link only itself. */
  private static void removeAll(Path part) throws IOException {
    try (Stream<Path> all = Files.walk(part)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static IOException notRemoved(RunFolder run, IOException cause) {
    return new IOException(
        "The run %s could not be removed altogether (%s); what is left lies in %s."
            .formatted(run.run(), IoReason.of(cause), run.path()),
        cause);
  }
}
