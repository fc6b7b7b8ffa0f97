package reidstudio.data.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import reidstudio.data.Dataset;
import reidstudio.data.Item;
import reidstudio.data.LabelMap;

/**
 * Captions of the training split that are the same but for case and blanks.
 *
 * @param captions all
 * @param repeatedWithin captions that their own person has already
 * @param oneOnly people all of whose several captions are the same
 * @param sharedBetween different captions that describe more than one person
 * @param mostShared people who share the caption that most have; 0 if none is shared
 * @param examples the first repeats, those of most people before others
 */
public record CaptionRepeats(
    int captions,
    int repeatedWithin,
    int oneOnly,
    int sharedBetween,
    int mostShared,
    List<Repeat> examples) {
  private static final int KEPT = 200;
  private static final int NAMED = 10;

  /**
   * A caption that is there several times.
   *
   * @param text without case
   * @param times how often
   * @param people how many have it
   * @param identities the first of them
   */
  public record Repeat(String text, int times, int people, List<String> identities) {
    public Repeat {
      identities = List.copyOf(identities);
    }
  }

  public CaptionRepeats {
    examples = List.copyOf(examples);
  }

  static CaptionRepeats of(Dataset dataset) {
    Map<String, Map<Integer, Integer>> timesByPerson = new HashMap<>();
    Map<Integer, Integer> counts = new HashMap<>();
    Map<Integer, Integer> different = new HashMap<>();
    for (Item item : dataset.trainItems()) {
      if (item instanceof Item.Caption caption) {
        String words = caption.text().strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        counts.merge(item.label(), 1, Integer::sum);
        Map<Integer, Integer> times = timesByPerson.computeIfAbsent(words, w -> new TreeMap<>());
        if (times.merge(item.label(), 1, Integer::sum) == 1) {
          different.merge(item.label(), 1, Integer::sum);
        }
      }
    }
    int captions = total(counts);
    return new CaptionRepeats(
        captions,
        captions - total(different),
        (int)
            counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 1 && different.get(entry.getKey()) == 1)
                .count(),
        (int) timesByPerson.values().stream().filter(people -> people.size() > 1).count(),
        timesByPerson.values().stream()
            .mapToInt(Map::size)
            .filter(size -> size > 1)
            .max()
            .orElse(0),
        examples(timesByPerson, dataset.labels()));
  }

  private static int total(Map<Integer, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static List<Repeat> examples(
      Map<String, Map<Integer, Integer>> timesByPerson, LabelMap labels) {
    List<Repeat> repeats = new ArrayList<>();
    timesByPerson.forEach(
        (words, people) -> {
          int times = total(people);
          if (times > 1) {
            repeats.add(new Repeat(words, times, people.size(), named(people, labels)));
          }
        });
    repeats.sort(
        Comparator.comparingInt(Repeat::people)
            .thenComparingInt(Repeat::times)
            .reversed()
            .thenComparing(Repeat::text));
    return repeats.subList(0, Math.min(KEPT, repeats.size()));
  }

  private static List<String> named(Map<Integer, Integer> people, LabelMap labels) {
    return people.keySet().stream().limit(NAMED).map(labels::identity).toList();
  }
}
