package reidstudio.data.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import reidstudio.data.Dataset;
import reidstudio.data.Item;

/**
 * Captions of the training split that are the same but for case and blanks.
 *
 * @param captions all
 * @param repeatedWithin captions that their own person has already
 * @param oneOnly people all of whose several captions are the same
 * @param sharedBetween different captions that describe more than one person
 * @param mostShared people who share the caption that most have; 0 if none is shared
 */
public record CaptionRepeats(
    int captions, int repeatedWithin, int oneOnly, int sharedBetween, int mostShared) {
  static CaptionRepeats of(Dataset dataset) {
    Map<Integer, Set<String>> own = new HashMap<>();
    Map<Integer, Integer> counts = new HashMap<>();
    Map<String, Set<Integer>> people = new HashMap<>();
    int captions = 0;
    int repeated = 0;
    for (Item item : dataset.trainItems()) {
      if (item instanceof Item.Caption caption) {
        String words = caption.text().strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        captions++;
        counts.merge(item.label(), 1, Integer::sum);
        people.computeIfAbsent(words, w -> new TreeSet<>()).add(item.label());
        if (!own.computeIfAbsent(item.label(), l -> new HashSet<>()).add(words)) {
          repeated++;
        }
      }
    }
    long oneOnly =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() > 1 && own.get(entry.getKey()).size() == 1)
            .count();
    List<Integer> shared =
        people.values().stream().map(Set::size).filter(size -> size > 1).sorted().toList();
    return new CaptionRepeats(
        captions,
        repeated,
        (int) oneOnly,
        shared.size(),
        shared.isEmpty() ? 0 : shared.get(shared.size() - 1));
  }
}
