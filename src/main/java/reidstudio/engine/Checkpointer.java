package reidstudio.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import reidstudio.config.RunConfigCodec;
import reidstudio.data.Dataset;
import reidstudio.tensor.weights.SafetensorsWriter;

/**
 * Writes what is needed to go on with a run, and to use its model: checkpoints, weights, which
 * label is which identity, and the words of the vocabulary.
 */
final class Checkpointer {
  private final Path folder;
  private final Path checkpoints;
  private long written = -1;

  Checkpointer(Path runFolder) {
    this.folder = runFolder;
    this.checkpoints = runFolder.resolve("checkpoints");
  }

  /** Labels, vocabulary, parameters and data report; they do not change during a run. */
  void writeFacts(TrainingSession session) throws IOException {
    Dataset dataset = session.dataset();
    List<String> identities = dataset.labels().identities();
    writeLines(
        folder.resolve("labels.tsv"),
        IntStream.range(0, identities.size())
            .mapToObj(label -> label + "\t" + identities.get(label))
            .toList());
    writeLines(folder.resolve("vocabulary.txt"), session.captions().words());
    writeLines(folder.resolve("parameters.tsv"), session.parameterTable().lines());
    if (dataset.report().skipped() > 0) {
      List<String> report = new java.util.ArrayList<>(dataset.report().summaryLines());
      report.addAll(dataset.report().detailLines());
      writeLines(folder.resolve("data_report.txt"), report);
    }
  }

  /**
   * Everything that the run needs to go on at {@code position}, then lets go of older ones.
   *
   * @throws IOException with a sentence for the user
   */
  void write(TrainingSession session, Position position) throws IOException {
    CheckpointFolder all = new CheckpointFolder(checkpoints);
    Path file = all.file(position.step());
    if (written == position.step()) {
      return;
    }
    try {
      Files.createDirectories(checkpoints);
      CheckpointFile.write(file, session.state(), facts(session, position));
      written = position.step();
      all.prune(session.config().checkpoint().keep());
    } catch (IOException e) {
      throw cannot("The checkpoint", file, e);
    }
  }

  /** Notes that the run goes on from {@code checkpoint}, which need not be written again. */
  void goOnFrom(CheckpointFile checkpoint) throws IOException {
    written = checkpoint.facts().position().step();
    new CheckpointFolder(checkpoints).setAsideAfter(written);
  }

  /** All weights after {@code step}, for use by others; returns the file. */
  Path writeWeights(TrainingSession session, long step) throws IOException {
    Path file = checkpoints.resolve("last.safetensors");
    writeWeights(file, session, Map.of("format", "pt", "step", Long.toString(step)));
    return file;
  }

  /** All weights after the best epoch, which has just ended at {@code position}. */
  void writeBest(TrainingSession session, Position position) throws IOException {
    Path file = new CheckpointFolder(checkpoints).best();
    try {
      Files.createDirectories(checkpoints);
      CheckpointFile.write(file, session.model().state(), facts(session, position));
    } catch (IOException e) {
      throw cannot("Weights", file, e);
    }
  }

  private static CheckpointFacts facts(TrainingSession session, Position position) {
    return new CheckpointFacts(
        position, DataPrint.of(session), new RunConfigCodec().toJson(session.config()));
  }

  private void writeWeights(Path file, TrainingSession session, Map<String, String> metadata)
      throws IOException {
    try {
      Files.createDirectories(checkpoints);
      new DurableFile(file)
          .write(out -> new SafetensorsWriter().write(out, session.model().state(), metadata));
    } catch (IOException e) {
      throw cannot("Weights", file, e);
    }
  }

  private static IOException cannot(String what, Path file, IOException e) {
    return new IOException(
        what + " cannot be written to " + file + ": " + DurableFile.reason(e), e);
  }

  private static void writeLines(Path file, List<String> lines) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    Files.write(beside, lines, StandardCharsets.UTF_8);
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
