package reidstudio.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import reidstudio.data.Item;
import reidstudio.data.Modality;
import reidstudio.sampler.PairingStatistics;

/**
 * A batch in the memory of the processor. Rows are ordered by modality, captions last.
 *
 * @param labels class of each row
 * @param modalities of each row
 * @param names of each row's item, for reports
 * @param pixels normalised pixels of the rows of each image modality, [n, 3, H, W] flattened
 * @param height of a picture
 * @param width of a picture
 * @param captions word numbers of each caption row
 * @param queries which of the rows are fused, and which rows are matched together
 * @param masked items that modality dropout left out; none of them has a row
 * @param dropped items that could not be decoded and are not in the batch
 * @param dropoutSeed start of the random sequence that the model may use for this batch
 */
public record HostBatch(
    List<Integer> labels,
    List<Modality> modalities,
    List<String> names,
    Map<Modality, PixelBlock> pixels,
    int height,
    int width,
    List<int[]> captions,
    QueryGroups queries,
    List<Item> masked,
    List<String> dropped,
    long dropoutSeed) {
  /** Number of rows. */
  public int rows() {
    return labels.size();
  }

  /** Share of the items that could be rows that modality dropout left out, 0 to 1. */
  public double maskedShare() {
    return masked.size() / (double) Math.max(1, masked.size() + rows());
  }

  /** The same with other inputs for the same rows. */
  public HostBatch withInputs(Map<Modality, PixelBlock> otherPixels, List<int[]> otherCaptions) {
    return new HostBatch(
        labels,
        modalities,
        names,
        otherPixels,
        height,
        width,
        otherCaptions,
        queries,
        masked,
        dropped,
        dropoutSeed);
  }

  /** Labels of the rows that are visible items, or of those that are not. */
  public int[] labels(boolean visible) {
    int[] rows = rows(visible);
    int[] of = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      of[i] = labels.get(rows[i]);
    }
    return of;
  }

  /** How the rows can be matched. */
  public PairingStatistics pairing() {
    return PairingStatistics.of(
        labels.stream().mapToInt(Integer::intValue).toArray(), modalities.toArray(Modality[]::new));
  }

  /** Row numbers of the visible items, or of the others. */
  public int[] rows(boolean visible) {
    return IntStream.range(0, rows())
        .filter(row -> (modalities.get(row) == Modality.VIS) == visible)
        .toArray();
  }

  /** Labels of all rows that are classified: items, then fused rows. */
  public int[] rowLabels() {
    return IntStream.concat(
            labels.stream().mapToInt(Integer::intValue), Arrays.stream(groupLabels()))
        .toArray();
  }

  private int[] groupLabels() {
    return queries.fused().stream().mapToInt(group -> labels.get(group.rows()[0])).toArray();
  }
}
