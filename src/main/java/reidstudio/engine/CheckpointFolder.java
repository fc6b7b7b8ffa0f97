package reidstudio.engine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The numbered checkpoints of a run. */
final class CheckpointFolder {
  private static final Pattern NAME = Pattern.compile("step-(\\d{7,18})\\.safetensors");

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

  /** Removes all but the newest {@code keep}. */
  void prune(int keep) throws IOException {
    List<Path> files = newestFirst();
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
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> all =
          Files.newDirectoryStream(
              folder, file -> NAME.matcher(file.getFileName().toString()).matches())) {
        all.forEach(files::add);
      }
    }
    files.sort(Comparator.comparingLong(CheckpointFolder::step).reversed());
    return files;
  }

  private static long step(Path file) {
    var name = NAME.matcher(file.getFileName().toString());
    return name.matches() ? Long.parseLong(name.group(1)) : -1;
  }
}
