package reidstudio.engine;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbered checkpoints of a run. */
final class CheckpointFolder {
  private static final Pattern CHECKPOINT = Pattern.compile("step-(\\d{7,18})\\.safetensors");

  /** What a process left that was killed while it wrote, and what was once set aside. */
  private static final Pattern REMNANT =
      Pattern.compile("step-(\\d{7,18})\\.safetensors(\\.sha256)?\\.(part|unusable)");

  private final Path folder;

  CheckpointFolder(Path checkpoints) {
    this.folder = checkpoints;
  }

  /** Where the checkpoint after {@code step} lies. */
  Path file(long step) {
    return folder.resolve("step-%07d.safetensors".formatted(step));
  }

  /** Where the weights of the best epoch lie. */
  Path best() {
    return folder.resolve("best.safetensors");
  }

  /** Whether nothing is kept that a run could go on from, sound or not. */
  boolean isEmpty() throws IOException {
    return newestFirst().isEmpty();
  }

  /** What {@link #newestUsable} found, and a sentence for each newer one that cannot be used. */
  record Choice(CheckpointFile checkpoint, List<String> warnings) {}

  /**
   * The newest checkpoint that is whole.
   *
   * @throws IOException with a sentence for the user if there is none
   */
  Choice newestUsable() throws IOException {
    List<String> warnings = new ArrayList<>();
    for (Path file : newestFirst()) {
      try {
        return new Choice(CheckpointFile.verified(file), warnings);
      } catch (IOException e) {
        warnings.add(
            "The checkpoint %s cannot be used: %s."
                .formatted(file.getFileName(), DurableFile.reason(e)));
      }
    }
    throw new IOException(
        warnings.isEmpty()
            ? "The run has no checkpoint in %s, so it cannot go on; start a new run."
                .formatted(folder)
            : "None of the run's checkpoints can be used, so it cannot go on; start a new run. "
                + String.join(" ", warnings));
  }

  /** Removes all but the newest {@code keep}, and remnants that the newest has passed. */
  void prune(int keep) throws IOException {
    List<Path> files = newestFirst();
    if (!files.isEmpty()) {
      for (Path remnant : matching(REMNANT)) {
        if (step(remnant) <= step(files.get(0))) {
          Files.deleteIfExists(remnant);
        }
      }
    }
    for (Path old : files.subList(Math.min(keep, files.size()), files.size())) {
      Files.deleteIfExists(old);
      Files.deleteIfExists(CheckpointFile.sumOf(old));
    }
  }

  /**
   * Takes checkpoints after {@code step} out of the row: the run goes on before them, and they must
   * not be taken for newer ones than those to come.
   */
  void setAsideAfter(long step) throws IOException {
    for (Path file : newestFirst()) {
      if (step(file) > step) {
        Files.move(
            file,
            file.resolveSibling(file.getFileName() + ".unusable"),
            StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(CheckpointFile.sumOf(file));
      }
    }
  }

  private List<Path> newestFirst() throws IOException {
    List<Path> files = matching(CHECKPOINT);
    files.sort(Comparator.comparingLong(CheckpointFolder::step).reversed());
    return files;
  }

  private List<Path> matching(Pattern names) throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> all =
          Files.newDirectoryStream(
              folder, file -> names.matcher(file.getFileName().toString()).matches())) {
        all.forEach(files::add);
      } catch (DirectoryIteratorException e) {
        throw e.getCause();
      }
    }
    return files;
  }

  /** Of a checkpoint or what is left of one. */
  private static long step(Path file) {
    Matcher name = CHECKPOINT.matcher(file.getFileName().toString());
    return name.lookingAt() ? Long.parseLong(name.group(1)) : -1;
  }
}
