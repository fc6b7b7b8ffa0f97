package reidstudio.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reidstudio.data.Modality;

/**
 * A batch as the model takes it. Rows are ordered by modality, captions last.
 *
 * @param pixels [n, 3, H, W] by image modality, in the order of {@link Modality}; absent if n is 0
 * @param text captions; absent if the batch has none
 * @param groups which rows to fuse; absent if there are none
 * @param dropoutSeed start of the random sequence that decides what is dropped
 */
public record ModelInput(
    Map<Modality, NDArray> pixels,
    Optional<Padded> text,
    Optional<Padded> groups,
    long dropoutSeed) {
  /**
   * Rows of different length, padded with 0 to the longest.
   *
   * @param rows the same in ordinary memory, without padding
   * @param values_BxT int64
   * @param present_BxT float32, 1 where a value counts and 0 where it pads
   */
  public record Padded(List<int[]> rows, NDArray values_BxT, NDArray present_BxT) {
    /** Copies {@code rows}, at least one, to the device of {@code manager}, which owns the copy. */
    public static Padded of(NDManager manager, List<int[]> rows) {
      int longest = rows.stream().mapToInt(row -> row.length).max().orElseThrow();
      long[] values = new long[rows.size() * longest];
      float[] present = new float[values.length];
      for (int r = 0; r < rows.size(); r++) {
        int[] row = rows.get(r);
        for (int i = 0; i < row.length; i++) {
          values[r * longest + i] = row[i];
          present[r * longest + i] = 1;
        }
      }
      Shape shape = new Shape(rows.size(), longest);
      return new Padded(rows, manager.create(values, shape), manager.create(present, shape));
    }
  }
}
