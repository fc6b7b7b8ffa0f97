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
import java.util.Optional;
import reidstudio.config.RunConfigCodec;
import reidstudio.event.RunState;

/** Lists run folders, reading only the ends of their files. */
public final class RunCatalog {
  private final RunConfigCodec codec = new RunConfigCodec();
  private final StepLine stepLine = new StepLine();

  /**
   * All folders in {@code runs}, newest first; those that are no runs tell why. No folder {@code
   * runs} means no runs.
   *
   * @throws IOException with a sentence for the user, if the folder cannot be read
   */
  public List<RunListing> list(Path runs) throws IOException {
    List<RunListing> listings = new ArrayList<>();
    if (Files.notExists(runs)) {
      return listings;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(runs, Files::isDirectory)) {
      for (Path folder : folders) {
        listings.add(listing(folder));
      }
    } catch (IOException e) {
      throw unreadable(runs, e);
    } catch (DirectoryIteratorException e) {
      throw unreadable(runs, e.getCause());
    }
    listings.sort(
        Comparator.comparing(RunListing::startedAt)
            .thenComparing(listing -> listing.folder().toString())
            .reversed());
    return listings;
  }

  /** The last state of one run; empty if it never had one. */
  Optional<RunState> state(RunFolder folder) throws IOException {
    return new RunGlance(folder, codec, stepLine).state();
  }

  private RunListing listing(Path folder) {
    RunFolder files = new RunFolder(folder);
    try {
      RunReader.checkIsRun(files);
      return new RunGlance(files, codec, stepLine).listing();
    } catch (IOException e) {
      return RunListing.broken(files.path(), changed(folder), IoReason.of(e));
    }
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
