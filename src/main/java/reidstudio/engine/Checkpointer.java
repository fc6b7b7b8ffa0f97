package reidstudio.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import reidstudio.data.Dataset;
import reidstudio.tensor.weights.SafetensorsWriter;

/**
 * Writes what is needed to use a model again: weights, which label is which identity, and the words
 * of the vocabulary. Each file is written beside its place, synced, then renamed over it.
 */
final class Checkpointer {
  private final Path folder;

  Checkpointer(Path runFolder) {
    this.folder = runFolder;
  }

  /** Labels, vocabulary and data report; they do not change during a run. */
  void writeFacts(TrainingSession session) throws IOException {
    Dataset dataset = session.dataset();
    List<String> identities = dataset.labels().identities();
    writeLines(
        folder.resolve("labels.tsv"),
        IntStream.range(0, identities.size())
            .mapToObj(label -> label + "\t" + identities.get(label))
            .toList());
    writeLines(folder.resolve("vocabulary.txt"), session.vocabulary().words());
    if (dataset.report().skipped() > 0) {
      List<String> report = new java.util.ArrayList<>(dataset.report().summaryLines());
      report.addAll(dataset.report().detailLines());
      writeLines(folder.resolve("data_report.txt"), report);
    }
  }

  /** All weights after {@code step}; returns the file. */
  Path writeWeights(TrainingSession session, long step) throws IOException {
    Path file = folder.resolve("checkpoints").resolve("last.safetensors");
    try {
      Files.createDirectories(file.getParent());
      return replace(file, session, step);
    } catch (IOException e) {
      throw new IOException("Weights cannot be written to " + file + ": " + reason(e), e);
    }
  }

  private static Path replace(Path file, TrainingSession session, long step) throws IOException {
    Path beside = file.resolveSibling("last.safetensors.part");
    try (FileChannel out =
        FileChannel.open(
            beside,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      new SafetensorsWriter()
          .write(out, session.model().state(), Map.of("format", "pt", "step", Long.toString(step)));
      out.force(true);
    }
    return Files.move(
        beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The JDK's message for a file is often just its path. */
  private static String reason(IOException e) {
    if (e instanceof FileAlreadyExistsException file) {
      return file.getFile() + " is a file, a folder is needed";
    }
    if (e instanceof AccessDeniedException) {
      return "access is denied";
    }
    if (e instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    return e.getMessage();
  }

  private static void writeLines(Path file, List<String> lines) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    Files.write(beside, lines, StandardCharsets.UTF_8);
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
