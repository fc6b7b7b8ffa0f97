package reidstudio.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.weights.SafetensorsWriter;
import reidstudio.tensor.weights.WeightFile;

/** The features of a run's last evaluations, each in a file that is called after its key. */
final class FeatureCache {
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}\\.safetensors");
  private static final String KEY = "key";
  private static final String SUM = "sha256";
  private static final int KEPT = 4;

  /** Rows of one array of the file. */
  private static final int BLOCK = 4096;

  private final Path folder;

  FeatureCache(Path folder) {
    this.folder = folder;
  }

  /** Whether there is something of {@code key}, sound or not. */
  boolean has(String key) {
    return Files.isRegularFile(file(key));
  }

  /**
   * The features of {@code key} in the order in which they were made.
   *
   * @param count how many there must be
   * @throws IOException with the reason if they cannot be used
   */
  List<float[]> read(String key, int count) throws IOException {
    List<float[]> rows = new ArrayList<>();
    try (WeightFile file = WeightFile.open(file(key))) {
      for (String name : file.names()) {
        long[] shape = file.entry(name).shape();
        if (shape.length != 2 || shape[0] < 1 || shape[1] < 1 || shape[0] > count - rows.size()) {
          throw new IOException("its '" + name + "' does not fit");
        }
        int width = (int) shape[1];
        float[] flat = file.read(name);
        for (int at = 0; at < flat.length; at += width) {
          rows.add(Arrays.copyOfRange(flat, at, at + width));
        }
      }
      if (rows.size() != count
          || !key.equals(file.metadata().get(KEY))
          || !sum(rows).equals(file.metadata().get(SUM))) {
        throw new IOException("its content has changed");
      }
      return rows;
    }
  }

  /**
   * Writes the features of {@code key} and removes older ones.
   *
   * @param rows at least one, all of the same length
   */
  void write(String key, List<float[]> rows, OperatorPack pack) throws IOException {
    Files.createDirectories(folder);
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("format", "pt");
    metadata.put(KEY, key);
    metadata.put(SUM, sum(rows));
    try (NDManager scope = pack.manager().newSubManager()) {
      Map<String, NDArray> arrays = new LinkedHashMap<>();
      for (int from = 0; from < rows.size(); from += BLOCK) {
        List<float[]> block = rows.subList(from, Math.min(rows.size(), from + BLOCK));
        arrays.put("features." + from / BLOCK, matrix(scope, block));
      }
      new DurableFile(file(key)).write(out -> new SafetensorsWriter().write(out, arrays, metadata));
    }
    prune(key);
  }

  Path file(String key) {
    return folder.resolve(key + ".safetensors");
  }

  private static NDArray matrix(NDManager scope, List<float[]> rows) {
    int width = rows.get(0).length;
    float[] flat = new float[rows.size() * width];
    for (int row = 0; row < rows.size(); row++) {
      System.arraycopy(rows.get(row), 0, flat, row * width, width);
    }
    return scope.create(flat, new Shape(rows.size(), width));
  }

  private static String sum(List<float[]> rows) throws IOException {
    Sha256 sum = new Sha256(Channels.newChannel(OutputStream.nullOutputStream()));
    for (float[] row : rows) {
      ByteBuffer bytes =
          ByteBuffer.allocate(row.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(row);
      sum.write(bytes);
    }
    return sum.hex();
  }

  /** The file just written stays, whatever the clock says. */
  private void prune(String newest) throws IOException {
    record Aged(Path file, long time) {}
    List<Aged> others = new ArrayList<>();
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(
            folder,
            file ->
                NAME.matcher(file.getFileName().toString()).matches()
                    && !file.equals(file(newest)))) {
      for (Path file : all) {
        others.add(new Aged(file, Files.getLastModifiedTime(file).toMillis()));
      }
    }
    others.sort(Comparator.comparingLong(Aged::time).reversed());
    for (Aged old : others.subList(Math.min(KEPT - 1, others.size()), others.size())) {
      Files.deleteIfExists(old.file());
    }
  }
}
