package reidstudio.diagnostic.sampling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reidstudio.batch.HostBatch;
import reidstudio.data.Item;
import reidstudio.data.Modality;

/** What the sampler planned against what came of it, counted over batches. */
final class PlannedRows {
  private int visible;
  private int visibleThere;
  private int visibleUnread;
  private int others;
  private int othersThere;
  private int withoutPositive;

  /** For each other item that was planned, how many visible ones of its identity were. */
  private final Map<Integer, Integer> anchorsOfOthers = new HashMap<>();

  /** Counts {@code batch}, which was to hold {@code planned}. */
  void add(List<Item> planned, HostBatch batch) {
    Map<Integer, Integer> anchors = new HashMap<>();
    for (Item item : planned) {
      if (item.modality() == Modality.VIS) {
        visible++;
        visibleUnread += isUnread(item, batch) ? 1 : 0;
        anchors.merge(item.label(), 1, Integer::sum);
      }
    }
    for (Item item : planned) {
      if (item.modality() != Modality.VIS) {
        others++;
        anchorsOfOthers.merge(anchors.getOrDefault(item.label(), 0), 1, Integer::sum);
      }
    }
    visibleThere += batch.rows(true).length;
    othersThere += batch.rows(false).length;
    withoutPositive +=
        (int) batch.pairing().queryPositives().stream().filter(count -> count == 0).count();
  }

  private static boolean isUnread(Item item, HostBatch batch) {
    return batch.dropped().stream().anyMatch(line -> line.startsWith(item.name() + ": "));
  }

  int visible() {
    return visible;
  }

  int visibleThere() {
    return visibleThere;
  }

  /** Visible items whose files could not be read. */
  int visibleUnread() {
    return visibleUnread;
  }

  /** Visible items that could be read and are in no batch. */
  int visibleDropped() {
    return Math.max(0, visible - visibleThere - visibleUnread);
  }

  /** Share of the readable visible items that were dropped. */
  double dropRate() {
    return share(visibleDropped(), visible - visibleUnread);
  }

  /** Share of the planned other items that have no row. */
  double othersLeftOut() {
    return share(others - othersThere, others);
  }

  /** Share of the other rows whose identity has no visible row. */
  double withoutPositive() {
    return share(withoutPositive, othersThere);
  }

  /**
   * The same share if each visible item is dropped with probability {@code rate} and nothing else
   * is wrong: the mean of rate^v over the other items, v visible ones of the identity planned.
   */
  double withoutPositive(double rate) {
    double sum = 0;
    for (Map.Entry<Integer, Integer> entry : anchorsOfOthers.entrySet()) {
      sum += Math.pow(rate, entry.getKey()) * entry.getValue();
    }
    return others == 0 ? 0 : sum / others;
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : part / (double) whole;
  }
}
