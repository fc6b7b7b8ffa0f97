package reidstudio.diagnostic.probe;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import reidstudio.batch.HostBatch;
import reidstudio.data.Modality;

/**
 * What the model makes of one batch in the mode of the loss, in ordinary memory.
 *
 * @param batch that went in
 * @param items N x D, features of the items before the neck
 * @param neck R x D, items and fused rows after batch normalisation, before they get one length
 * @param logits R x C
 * @param expectedNorm of a row after batch normalisation by its own gain and bias; empty without it
 */
public record Snapshot(
    HostBatch batch,
    float[][] items,
    float[][] neck,
    float[][] logits,
    OptionalDouble expectedNorm) {

  /** Features of the items of one modality, before the neck. */
  public float[][] items(Modality modality) {
    return rows(
        IntStream.range(0, items.length)
            .filter(row -> batch.modalities().get(row) == modality)
            .toArray());
  }

  /** Features of the visible items, or of the others, before the neck. */
  public float[][] items(boolean visible) {
    return rows(batch.rows(visible));
  }

  private float[][] rows(int[] numbers) {
    return Arrays.stream(numbers).mapToObj(row -> items[row]).toArray(float[][]::new);
  }
}
