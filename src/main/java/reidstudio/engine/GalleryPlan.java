package reidstudio.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import reidstudio.data.Modality;
import reidstudio.data.TestSplit;
import reidstudio.metric.protocol.Protocol;
import reidstudio.metric.protocol.Shots;

/** Which pictures of a test split are searched in which trial; junk is in none. */
final class GalleryPlan {
  private final Protocol protocol;
  private final List<TestSplit.Entry> gallery = new ArrayList<>();
  private final Map<Modality, List<int[]>> trials = new EnumMap<>(Modality.class);
  private final long junk;
  private final long distractors;

  GalleryPlan(TestSplit split, Protocol protocol) {
    this.protocol = protocol;
    this.junk = count(split, TestSplit.Role.JUNK);
    this.distractors = count(split, TestSplit.Role.DISTRACTOR);
    List<TestSplit.Entry> pool =
        split.gallery().stream().filter(entry -> entry.role() != TestSplit.Role.JUNK).toList();
    TreeSet<Integer> used = new TreeSet<>();
    for (TestSplit.Setting setting : split.settings()) {
      trials.computeIfAbsent(setting.target(), target -> draw(pool, target));
      trials.get(setting.target()).forEach(trial -> IntStream.of(trial).forEach(used::add));
    }
    if (trials.isEmpty()) {
      IntStream.range(0, pool.size()).forEach(used::add);
    }
    Map<Integer, Integer> places = new HashMap<>();
    for (int at : used) {
      places.put(at, gallery.size());
      gallery.add(pool.get(at));
    }
    trials.replaceAll(
        (target, each) ->
            each.stream().map(t -> IntStream.of(t).map(places::get).toArray()).toList());
  }

  private static long count(TestSplit split, TestSplit.Role role) {
    return split.gallery().stream().filter(entry -> entry.role() == role).count();
  }

  /** Positions in {@code pool}. */
  private List<int[]> draw(List<TestSplit.Entry> pool, Modality target) {
    int[] own =
        IntStream.range(0, pool.size())
            .filter(i -> pool.get(i).items().get(0).modality() == target)
            .toArray();
    TreeSet<String> people = new TreeSet<>();
    IntStream.of(own).forEach(i -> people.add(pool.get(i).identity()));
    Map<String, Integer> order = new HashMap<>();
    people.forEach(person -> order.put(person, order.size()));
    Shots shots =
        new Shots(
            IntStream.of(own).map(i -> order.get(pool.get(i).identity())).toArray(),
            IntStream.of(own).map(i -> pool.get(i).camera()).toArray());
    return protocol.draw().trials(shots).stream()
        .map(trial -> IntStream.of(trial).map(at -> own[at]).toArray())
        .toList();
  }

  /** Every picture that a trial has, in the split's order. */
  List<TestSplit.Entry> gallery() {
    return gallery;
  }

  /** For each trial of a search among pictures of {@code target}, positions in the gallery. */
  List<int[]> trials(Modality target) {
    return trials.getOrDefault(target, List.of());
  }

  String conduct() {
    String sizes =
        trials.entrySet().stream()
            .map(entry -> entry.getKey().word() + " " + size(entry.getValue()))
            .collect(Collectors.joining(", "));
    return "%s; %s; pictures in a trial: %s"
        .formatted(
            protocol.words(),
            junk + distractors == 0
                ? "no junk"
                : "%d junk pictures dropped, %d distractors kept".formatted(junk, distractors),
            sizes.isEmpty() ? "none" : sizes);
  }

  private static String size(List<int[]> trials) {
    int least = trials.stream().mapToInt(trial -> trial.length).min().orElse(0);
    int most = trials.stream().mapToInt(trial -> trial.length).max().orElse(0);
    return least == most ? Integer.toString(most) : least + " to " + most;
  }
}
