package reidstudio.store;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import reidstudio.config.RunConfigCodec;
import reidstudio.event.RunState;

/**
 * Lists run folders, reading only parts of their files, and those of a folder again only when they
 * have changed.
 *
 * <p>Thread: any.
 */
public final class RunCatalog {
  private final RunConfigCodec codec = new RunConfigCodec();
  private final RunAboutFile abouts = new RunAboutFile();
  private final Map<Path, Known> known = new ConcurrentHashMap<>();

  /** A listing, and the files that it was read from. */
  private record Known(RunStamp stamp, RunListing listing) {}

  /**
   * All folders in {@code runs}, newest first; those that are no runs tell why. No folder {@code
   * runs} means no runs.
   *
   * @throws IOException with a sentence for the user, if the folder cannot be read
   */
  public List<RunListing> list(Path runs) throws IOException {
    List<Path> all = new ArrayList<>();
    if (Files.notExists(runs)) {
      return List.of();
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(runs, Files::isDirectory)) {
      folders.forEach(all::add);
    } catch (IOException e) {
      throw unreadable(runs, e);
    } catch (DirectoryIteratorException e) {
      throw unreadable(runs, e.getCause());
    }
    return all.parallelStream()
        .map(this::listing)
        .sorted(
            Comparator.comparing(RunListing::startedAt)
                .thenComparing(listing -> listing.folder().toString())
                .reversed())
        .toList();
  }

  /** The last state of one run; empty if it never had one. */
  Optional<RunState> state(RunFolder folder) throws IOException {
    return new RunGlance(folder, codec, new StepLine()).state();
  }

  private RunListing listing(Path folder) {
    RunFolder files = new RunFolder(folder);
    try {
      RunReader.checkIsRun(files);
      RunStamp stamp = RunStamp.of(files);
      Known before = known.get(files.path());
      if (before == null || !before.stamp().equals(stamp)) {
        RunListing read = new RunGlance(files, codec, new StepLine()).listing();
        before = new Known(stamp, described(read));
        known.put(files.path(), before);
      }
      // that shows in no file
      return before.listing().asInterrupted(isInterrupted(before.listing(), files));
    } catch (IOException e) {
      return RunListing.broken(files.path(), changed(folder), IoReason.of(e));
    }
  }

  private RunListing described(RunListing listing) {
    try {
      return listing.withAbout(abouts.read(listing.folder()));
    } catch (IOException e) {
      return listing.withRemark(IoReason.of(e));
    }
  }

  private static boolean isInterrupted(RunListing listing, RunFolder files) {
    return listing.state().filter(RunState::isTerminal).isEmpty()
        && !new RunOwner(files.owner()).isAlive();
  }

  private static Instant changed(Path folder) {
    try {
      return Files.getLastModifiedTime(folder).toInstant();
    } catch (IOException e) {
      return Instant.EPOCH;
    }
  }

  private static IOException unreadable(Path runs, IOException cause) {
    return new IOException(
        "The folder of runs %s cannot be read (%s); check that it may be read."
            .formatted(runs, IoReason.of(cause)),
        cause);
  }
}
