package reidstudio.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import reidstudio.data.Item;

/**
 * In which pieces the items of a task are encoded and fused. Queries of one identity share their
 * items, so they come together: nearly every item is encoded once, and no more than a piece of them
 * is kept with all its tokens.
 */
final class EncodingPlan {
  /** A token is a feature of its own, so a piece may need hundreds of times its features. */
  private static final int MOST_ITEMS = 256;

  /** Where queries of the gallery belong. */
  static final int GALLERY = -1;

  /**
   * What has one feature.
   *
   * @param set number of the setting, or {@link #GALLERY}
   * @param entry identity and items
   */
  record Target(int set, RetrievalTask.Entry entry) {}

  /**
   * Items that are encoded together.
   *
   * @param items numbers, pictures before captions
   * @param targets that need no other item
   */
  record Piece(int[] items, List<Target> targets) {}

  private final List<Item> items;
  private final int most;

  EncodingPlan(List<Item> items) {
    this(items, MOST_ITEMS);
  }

  EncodingPlan(List<Item> items, int most) {
    this.items = items;
    this.most = most;
  }

  List<Piece> gallery(RetrievalTask task) {
    return pieces(task.gallery().stream().map(entry -> new Target(GALLERY, entry)).toList());
  }

  /** All queries; those of one setting keep their order within an identity only. */
  List<Piece> queries(RetrievalTask task) {
    List<Target> targets = new ArrayList<>();
    for (int set = 0; set < task.settings().size(); set++) {
      for (RetrievalTask.Entry entry : task.settings().get(set).queries()) {
        targets.add(new Target(set, entry));
      }
    }
    targets.sort(Comparator.comparing(target -> target.entry().identity()));
    return pieces(targets);
  }

  private List<Piece> pieces(List<Target> targets) {
    List<Piece> pieces = new ArrayList<>();
    Set<Integer> taken = new LinkedHashSet<>();
    List<Target> together = new ArrayList<>();
    for (Target target : targets) {
      long more =
          IntStream.of(target.entry().items()).filter(item -> !taken.contains(item)).count();
      if (!together.isEmpty() && taken.size() + more > most) {
        pieces.add(piece(taken, together));
        taken.clear();
        together.clear();
      }
      IntStream.of(target.entry().items()).forEach(taken::add);
      together.add(target);
    }
    if (!together.isEmpty()) {
      pieces.add(piece(taken, together));
    }
    return pieces;
  }

  private Piece piece(Set<Integer> taken, List<Target> together) {
    int[] sorted =
        taken.stream()
            .sorted(Comparator.comparing(item -> items.get(item).modality()))
            .mapToInt(Integer::intValue)
            .toArray();
    return new Piece(sorted, List.copyOf(together));
  }
}
