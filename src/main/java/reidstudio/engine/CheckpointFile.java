package reidstudio.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.weights.SafetensorsWriter;
import reidstudio.tensor.weights.WeightFile;

/**
 * A checkpoint that was found sound: a safetensors file with every array of the model and the
 * optimizer, and beside it its checksum as {@code sha256sum} writes it.
 *
 * @param path the file
 * @param facts what it says beside them
 * @param sum SHA-256 of the file
 */
record CheckpointFile(Path path, CheckpointFacts facts, String sum) {
  private static final int PIECE = 1 << 20;

  /**
   * Writes a checkpoint. The checksum gets its name first: a file without one was never finished.
   */
  static void write(Path path, Map<String, NDArray> arrays, CheckpointFacts facts)
      throws IOException {
    DurableFile file = new DurableFile(path);
    String sum = file.prepare(out -> new SafetensorsWriter().write(out, arrays, facts.metadata()));
    writeSum(path, sum);
    file.publish();
  }

  static void writeSum(Path path, String sum) throws IOException {
    byte[] line = (sum + "  " + path.getFileName() + "\n").getBytes(StandardCharsets.UTF_8);
    new DurableFile(sumOf(path)).write(out -> out.write(ByteBuffer.wrap(line)));
  }

  static Path sumOf(Path path) {
    return path.resolveSibling(path.getFileName() + ".sha256");
  }

  /**
   * Reads the whole of {@code path} and compares it with its checksum.
   *
   * @throws IOException with the reason, without the file's name, if it cannot be used
   */
  static CheckpointFile verified(Path path) throws IOException {
    String expected = expectedSum(path);
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      if (!sum(file).equals(expected)) {
        throw new IOException("its checksum does not match");
      }
    }
    try (WeightFile file = WeightFile.open(path)) {
      return new CheckpointFile(path, CheckpointFacts.of(file.metadata()), expected);
    }
  }

  private static String expectedSum(Path path) throws IOException {
    try {
      String line = Files.readString(sumOf(path), StandardCharsets.UTF_8);
      return line.substring(0, Math.max(0, line.indexOf(' ')));
    } catch (NoSuchFileException e) {
      throw new IOException("its checksum " + sumOf(path).getFileName() + " is missing", e);
    }
  }

  private static String sum(FileChannel file) throws IOException {
    Sha256 sum = new Sha256(Channels.newChannel(java.io.OutputStream.nullOutputStream()));
    ByteBuffer piece = ByteBuffer.allocate(PIECE);
    while (file.read(piece.clear()) >= 0) {
      sum.write(piece.flip());
    }
    return sum.hex();
  }

  /**
   * Copies the file's arrays over {@code targets}, one at a time.
   *
   * @throws IOException with a sentence if names or shapes differ; then nothing was copied
   */
  void restore(Map<String, NDArray> targets, OperatorPack pack) throws IOException {
    try (WeightFile file = WeightFile.open(path)) {
      checkNames(Set.copyOf(file.names()), targets.keySet());
      for (Map.Entry<String, NDArray> target : targets.entrySet()) {
        Shape inFile = new Shape(file.entry(target.getKey()).shape());
        Shape wanted = target.getValue().getShape();
        if (!inFile.equals(wanted)) {
          throw misfit(
              "'" + target.getKey() + "' is " + inFile + " in it, the model has " + wanted);
        }
      }
      for (Map.Entry<String, NDArray> target : targets.entrySet()) {
        try (NDManager scope = pack.manager().newSubManager()) {
          float[] values = file.read(target.getKey());
          NDArray array = target.getValue();
          pack.run("assign", array, scope.create(values, array.getShape()));
        }
      }
    }
  }

  private void checkNames(Set<String> found, Set<String> wanted) throws IOException {
    Set<String> missing = new TreeSet<>(wanted);
    missing.removeAll(found);
    if (!missing.isEmpty()) {
      throw misfit(
          "it lacks " + missing.size() + " arrays, first '" + missing.iterator().next() + "'");
    }
    Set<String> unexpected = new TreeSet<>(found);
    unexpected.removeAll(wanted);
    if (!unexpected.isEmpty()) {
      throw misfit("the model has no '" + unexpected.iterator().next() + "'");
    }
  }

  private IOException misfit(String why) {
    return new IOException(
        "The checkpoint " + path.getFileName() + " does not fit the run's model: " + why + ".");
  }
}
