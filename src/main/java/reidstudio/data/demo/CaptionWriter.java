package reidstudio.data.demo;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Describes one person in English, each time a little differently: another template, synonyms,
 * another order, and now and then without an attribute or two, as people do.
 */
final class CaptionWriter {
  private static final int MOST_OMISSIONS = 2;

  /** What a caption may leave out. Upper and lower garment are always named. */
  private enum Detail {
    STATURE,
    BUILD,
    HAIR,
    GLASSES,
    HEADWEAR,
    SHOES,
    BAG
  }

  private final Appearance appearance;
  private final SplittableRandom random;

  CaptionWriter(Appearance appearance, SplittableRandom random) {
    this.appearance = appearance;
    this.random = random;
  }

  /** One caption per view; no two are equal. */
  List<String> write(List<View> views) {
    Set<String> captions = new LinkedHashSet<>();
    for (View view : views) {
      while (!captions.add(write(view))) {
        // another draw: the phrasings outnumber by far the pictures a person may have
      }
    }
    return List.copyOf(captions);
  }

  private String write(View view) {
    Set<Detail> told = EnumSet.allOf(Detail.class);
    for (int i = random.nextInt(MOST_OMISSIONS + 1); i > 0; i--) {
      told.remove(pick(List.of(Detail.values())));
    }
    return pick(List.of(SentenceTemplate.values())).fill(describe(view, told));
  }

  private Description describe(View view, Set<Detail> told) {
    String noun = pick(Vocabulary.PERSON);
    return new Description(
        noun,
        adjectives(told) + noun,
        looks(view, told),
        English.article(upper()),
        lower(),
        extras(told),
        bag(told),
        pick(Vocabulary.of(view)));
  }

  private String adjectives(Set<Detail> told) {
    List<String> adjectives = new ArrayList<>();
    if (told.contains(Detail.STATURE)) {
      any(Vocabulary.of(appearance.stature())).ifPresent(adjectives::add);
    }
    if (told.contains(Detail.BUILD)) {
      any(Vocabulary.of(appearance.build())).ifPresent(adjectives::add);
    }
    return adjectives.isEmpty() ? "" : String.join(", ", adjectives) + " ";
  }

  private List<String> looks(View view, Set<Detail> told) {
    List<String> looks = new ArrayList<>();
    if (told.contains(Detail.HAIR)) {
      Hair hair = appearance.hair();
      looks.add(
          String.format(pick(Vocabulary.of(hair.style())), pick(Vocabulary.of(hair.shade()))));
    }
    if (appearance.glasses() && view != View.BACK && told.contains(Detail.GLASSES)) {
      looks.add("glasses");
    }
    return looks;
  }

  private String upper() {
    Upper upper = appearance.upper();
    return String.format(
        pick(Vocabulary.of(upper.pattern())),
        pick(Vocabulary.of(upper.kind())),
        pick(Vocabulary.of(upper.tint())),
        pick(Vocabulary.of(upper.accent())));
  }

  private String lower() {
    Lower lower = appearance.lower();
    String words = pick(Vocabulary.of(lower.tint())) + " " + pick(Vocabulary.of(lower.kind()));
    return lower.kind() == Lower.Kind.SKIRT ? English.article(words) : words;
  }

  private List<String> extras(Set<Detail> told) {
    List<String> extras = new ArrayList<>();
    if (told.contains(Detail.SHOES)) {
      extras.add(pick(Vocabulary.of(appearance.shoes())) + " shoes");
    }
    if (told.contains(Detail.HEADWEAR)) {
      Headwear worn = appearance.headwear();
      any(Vocabulary.of(worn.kind()))
          .map(kind -> English.article(pick(Vocabulary.of(worn.tint())) + " " + kind))
          .ifPresent(hat -> extras.add(random.nextInt(extras.size() + 1), hat));
    }
    return extras;
  }

  private Optional<String> bag(Set<Detail> told) {
    Bag bag = appearance.bag();
    return told.contains(Detail.BAG)
        ? any(Vocabulary.of(bag.kind()))
            .map(kind -> English.article(pick(Vocabulary.of(bag.tint())) + " " + kind))
        : Optional.empty();
  }

  private <T> Optional<T> any(List<T> words) {
    return words.isEmpty() ? Optional.empty() : Optional.of(pick(words));
  }

  private <T> T pick(List<T> words) {
    return words.get(random.nextInt(words.size()));
  }
}
