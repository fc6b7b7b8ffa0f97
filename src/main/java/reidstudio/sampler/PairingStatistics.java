package reidstudio.sampler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reidstudio.data.Modality;

/**
 * How the rows of a batch can be matched across visible and non-visible. Rows are counted over all
 * non-visible items together; queries are the non-visible ones, the gallery the visible ones.
 *
 * @param identities different identities
 * @param pairable those with a visible and a non-visible item
 * @param queryPositives for each non-visible item the visible items of its identity
 * @param galleryPositives for each visible item the non-visible items of its identity
 */
public record PairingStatistics(
    int identities, int pairable, List<Integer> queryPositives, List<Integer> galleryPositives) {
  public PairingStatistics {
    queryPositives = List.copyOf(queryPositives);
    galleryPositives = List.copyOf(galleryPositives);
  }

  /** Counts the rows of a batch; both arrays have one entry for each item. */
  public static PairingStatistics of(int[] labels, Modality[] modalities) {
    Map<Integer, Integer> visible = new HashMap<>();
    Map<Integer, Integer> nonVisible = new HashMap<>();
    for (int i = 0; i < labels.length; i++) {
      boolean isVisible = modalities[i] == Modality.VIS;
      visible.merge(labels[i], isVisible ? 1 : 0, Integer::sum);
      nonVisible.merge(labels[i], isVisible ? 0 : 1, Integer::sum);
    }
    List<Integer> queryPositives = new ArrayList<>();
    List<Integer> galleryPositives = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      if (modalities[i] == Modality.VIS) {
        galleryPositives.add(nonVisible.get(labels[i]));
      } else {
        queryPositives.add(visible.get(labels[i]));
      }
    }
    long pairable =
        visible.entrySet().stream()
            .filter(own -> own.getValue() > 0 && nonVisible.get(own.getKey()) > 0)
            .count();
    return new PairingStatistics(visible.size(), (int) pairable, queryPositives, galleryPositives);
  }

  /** Pairable identities / different identities; 0 for an empty batch. */
  public double pairableRatio() {
    return share(pairable, identities);
  }

  /** Share of non-visible items whose identity has a visible one; 0 without non-visible items. */
  public double coverage() {
    return share(validQueryRows(), queryPositives.size());
  }

  /** Non-visible items with a positive. */
  public int validQueryRows() {
    return valid(queryPositives);
  }

  /** Visible items with a positive. */
  public int validGalleryRows() {
    return valid(galleryPositives);
  }

  private static int valid(List<Integer> positives) {
    return (int) positives.stream().filter(count -> count > 0).count();
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : part / (double) whole;
  }
}
