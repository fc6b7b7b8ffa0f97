package reidstudio.diagnostic.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import reidstudio.data.Item;
import reidstudio.data.Modality;

/**
 * Some pictures of one modality: of up to so many identities, evenly chosen, up to so many each.
 */
record PictureSample(int[] numbers) {
  private static final int IDENTITIES = 64;
  private static final int EACH = 4;

  /**
   * Chooses from {@code items}, whose places are the sample's numbers.
   *
   * @param fewest pictures that an identity must have to be chosen
   */
  static PictureSample of(List<Item> items, Modality modality, int fewest) {
    Map<Integer, List<Integer>> byLabel = new TreeMap<>();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).modality() == modality) {
        byLabel.computeIfAbsent(items.get(i).label(), label -> new ArrayList<>()).add(i);
      }
    }
    List<List<Integer>> usable =
        byLabel.values().stream().filter(own -> own.size() >= fewest).toList();
    return new PictureSample(
        neighbours(usable).stream()
            .flatMap(own -> spread(own, EACH).stream())
            .mapToInt(Integer::intValue)
            .toArray());
  }

  /**
   * At most {@value #IDENTITIES} at even distances, each with the next one: pictures that lie one
   * identity off are found between neighbours only.
   */
  private static List<List<Integer>> neighbours(List<List<Integer>> all) {
    if (all.size() <= IDENTITIES) {
      return all;
    }
    List<List<Integer>> chosen = new ArrayList<>();
    int places = IDENTITIES / 2;
    for (int i = 0; i < places; i++) {
      int at = (int) ((long) i * (all.size() - 1) / places);
      chosen.addAll(all.subList(at, at + 2));
    }
    return chosen;
  }

  /** At most {@code most} of {@code all} at even distances, the first among them. */
  private static <T> List<T> spread(List<T> all, int most) {
    List<T> chosen = new ArrayList<>();
    int size = Math.min(most, all.size());
    for (int i = 0; i < size; i++) {
      chosen.add(all.get((int) ((long) i * all.size() / size)));
    }
    return chosen;
  }
}
