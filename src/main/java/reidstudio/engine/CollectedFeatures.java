package reidstudio.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.weights.SafetensorsWriter;

/**
 * Features of an evaluation, to be written as safetensors: {@code gallery} [M, D] and {@code
 * query.NAME} [Q, D] for each setting, called as {@link FeatureName} says, each with {@code
 * .labels}, one number for each row. The text {@code identities} has the raw identity of each
 * number, in order, one a line.
 */
final class CollectedFeatures implements FeatureSink {
  private record Rows(List<float[]> features, List<Integer> labels) {}

  private final Map<String, Rows> sets = new LinkedHashMap<>();
  private final Map<String, Integer> identities = new LinkedHashMap<>();

  @Override
  public void accept(String set, String identity, float[] feature) {
    Rows rows = sets.computeIfAbsent(set, s -> new Rows(new ArrayList<>(), new ArrayList<>()));
    rows.features.add(feature);
    rows.labels.add(identities.computeIfAbsent(identity, i -> identities.size()));
  }

  /**
   * Writes all sets.
   *
   * @throws IOException with one sentence for the user
   */
  void write(Path file, OperatorPack pack, long step) throws IOException {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("format", "pt");
    metadata.put("step", Long.toString(step));
    metadata.put("identities", String.join("\n", identities.keySet()));
    try (NDManager scope = pack.manager().newSubManager()) {
      Map<String, NDArray> arrays = new LinkedHashMap<>();
      sets.forEach(
          (set, rows) -> {
            String name = set.equals(FeatureSink.GALLERY) ? set : FeatureName.of(set);
            arrays.put(name, matrix(scope, rows.features));
            arrays.put(name + FeatureName.LABELS, labels(scope, rows.labels));
          });
      new DurableFile(file).write(out -> new SafetensorsWriter().write(out, arrays, metadata));
    } catch (NoSuchFileException e) {
      throw new IOException(
          "There is no folder " + file.getParent() + " to write " + file.getFileName() + " in.", e);
    } catch (IOException e) {
      throw new IOException(
          "The features cannot be written to %s: %s; choose another file or free space."
              .formatted(file, DurableFile.reason(e)),
          e);
    }
  }

  private static NDArray matrix(NDManager scope, List<float[]> rows) {
    int width = rows.get(0).length;
    float[] flat = new float[rows.size() * width];
    for (int r = 0; r < rows.size(); r++) {
      System.arraycopy(rows.get(r), 0, flat, r * width, width);
    }
    return scope.create(flat, new Shape(rows.size(), width));
  }

  private static NDArray labels(NDManager scope, List<Integer> labels) {
    float[] flat = new float[labels.size()];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = labels.get(i);
    }
    return scope.create(flat);
  }
}
