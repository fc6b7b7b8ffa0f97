package reidstudio.data.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import reidstudio.data.demo.Appearance.Build;
import reidstudio.data.demo.Appearance.SkinTone;
import reidstudio.data.demo.Appearance.Stature;

/**
 * Draws appearances that are all different, some of them confusingly alike.
 *
 * <p>About every third person is a lookalike: an earlier one with a few attributes drawn anew.
 * Without lookalikes the shirt colour alone would name most people, and the task would be solved by
 * a histogram.
 */
final class AppearanceSampler {
  private static final double LOOKALIKE_SHARE = 0.35;
  private static final int LOOKALIKE_CHANGES = 3;

  /** Two people always differ in more than, say, the colour of their shoes. */
  static final int LEAST_DIFFERENCES = 2;

  private static final Choice<Build> BUILDS = Choice.evenly(List.of(Build.values()));
  private static final Choice<Stature> STATURES = Choice.evenly(List.of(Stature.values()));
  private static final Choice<SkinTone> SKINS = Choice.evenly(List.of(SkinTone.values()));
  private static final Choice<Hair.Style> HAIR_STYLES =
      new Choice<>(List.of(Hair.Style.values()), List.of(1, 5, 3, 3, 3, 2));
  private static final Choice<Hair.Shade> HAIR_SHADES =
      new Choice<>(List.of(Hair.Shade.values()), List.of(5, 4, 3, 1, 2, 2));
  private static final Choice<Headwear.Kind> HEADWEAR =
      new Choice<>(List.of(Headwear.Kind.values()), List.of(8, 2, 1, 1));
  private static final Choice<Upper.Kind> UPPERS = Choice.evenly(List.of(Upper.Kind.values()));
  private static final Choice<Tint> TINTS = Choice.evenly(List.of(Tint.values()));
  private static final Choice<Lower.Kind> LOWERS =
      new Choice<>(List.of(Lower.Kind.values()), List.of(4, 4, 2, 2));
  private static final Choice<Tint> TROUSER_TINTS =
      Choice.evenly(
          List.of(
              Tint.BLACK,
              Tint.DARK_GREY,
              Tint.GREY,
              Tint.BEIGE,
              Tint.BROWN,
              Tint.DARK_BLUE,
              Tint.DARK_GREEN,
              Tint.WHITE,
              Tint.BURGUNDY));
  private static final Choice<Tint> JEANS_TINTS =
      Choice.evenly(List.of(Tint.BLACK, Tint.GREY, Tint.LIGHT_BLUE, Tint.BLUE, Tint.DARK_BLUE));
  private static final Choice<Tint> SHOE_TINTS =
      Choice.evenly(List.of(Tint.BLACK, Tint.WHITE, Tint.BROWN, Tint.GREY, Tint.RED, Tint.BLUE));
  private static final Choice<Bag.Kind> BAGS =
      new Choice<>(List.of(Bag.Kind.values()), List.of(4, 3, 2, 2));

  private final SplittableRandom random;

  AppearanceSampler(SplittableRandom random) {
    this.random = random;
  }

  /**
   * Draws {@code count} appearances that differ from each other, and from all of {@code others}, in
   * at least {@value #LEAST_DIFFERENCES} attributes.
   */
  List<Appearance> sample(int count, List<Appearance> others) {
    List<Appearance> drawn = new ArrayList<>(count);
    while (drawn.size() < count) {
      Appearance next =
          isLookalike(drawn) ? alike(drawn.get(random.nextInt(drawn.size()))) : fresh();
      if (Stream.concat(drawn.stream(), others.stream())
          .allMatch(other -> other.differences(next) >= LEAST_DIFFERENCES)) {
        drawn.add(next);
      }
    }
    return List.copyOf(drawn);
  }

  private boolean isLookalike(List<Appearance> drawn) {
    return !drawn.isEmpty() && random.nextDouble() < LOOKALIKE_SHARE;
  }

  private Appearance fresh() {
    return new Appearance(
        BUILDS.draw(random),
        STATURES.draw(random),
        SKINS.draw(random),
        hair(),
        headwear(),
        random.nextInt(4) == 0,
        upper(),
        lower(),
        SHOE_TINTS.draw(random),
        bag());
  }

  private Appearance alike(Appearance model) {
    Appearance copy = model;
    for (int i = 0; i < LOOKALIKE_CHANGES; i++) {
      copy = withOneChange(copy);
    }
    return copy;
  }

  private Appearance withOneChange(Appearance a) {
    Hair hair = a.hair();
    Headwear headwear = a.headwear();
    boolean glasses = a.glasses();
    Upper upper = a.upper();
    Lower lower = a.lower();
    Tint shoes = a.shoes();
    Bag bag = a.bag();
    Build build = a.build();
    switch (random.nextInt(8)) {
      case 0 -> hair = hair();
      case 1 -> headwear = headwear();
      case 2 -> glasses = !glasses;
      case 3 -> upper = upper();
      case 4 -> lower = lower();
      case 5 -> shoes = SHOE_TINTS.draw(random);
      case 6 -> bag = bag();
      default -> build = BUILDS.draw(random);
    }
    return new Appearance(
        build, a.stature(), a.skin(), hair, headwear, glasses, upper, lower, shoes, bag);
  }

  private Hair hair() {
    return new Hair(HAIR_STYLES.draw(random), HAIR_SHADES.draw(random));
  }

  private Headwear headwear() {
    Headwear.Kind kind = HEADWEAR.draw(random);
    return kind == Headwear.Kind.NONE ? Headwear.BARE : new Headwear(kind, TINTS.draw(random));
  }

  private Upper upper() {
    Upper.Kind kind = UPPERS.draw(random);
    Pattern pattern = patternsOf(kind).draw(random);
    Tint tint = TINTS.draw(random);
    return new Upper(kind, tint, pattern, pattern == Pattern.PLAIN ? tint : contrastTo(tint));
  }

  /** A pattern that nobody can see would make two different people look the same. */
  private Tint contrastTo(Tint tint) {
    double luma = Material.cotton(tint).luma();
    Tint accent = TINTS.draw(random);
    while (Math.abs(Material.cotton(accent).luma() - luma) < 0.3) {
      accent = TINTS.draw(random);
    }
    return accent;
  }

  private static Choice<Pattern> patternsOf(Upper.Kind kind) {
    return switch (kind) {
      case T_SHIRT -> Choice.evenly(List.of(Pattern.values()));
      case SHIRT ->
          new Choice<>(
              List.of(Pattern.PLAIN, Pattern.VERTICAL_STRIPES, Pattern.CHECKS, Pattern.CHEST_BAND),
              List.of(1, 1, 1, 1));
      case JACKET ->
          Choice.evenly(List.of(Pattern.PLAIN, Pattern.BLOCK, Pattern.CHEST_BAND, Pattern.CHEVRON));
      case COAT ->
          Choice.evenly(
              List.of(Pattern.PLAIN, Pattern.CHECKS, Pattern.BLOCK, Pattern.VERTICAL_STRIPES));
      case HOODIE ->
          new Choice<>(
              List.of(Pattern.PLAIN, Pattern.BLOCK, Pattern.HORIZONTAL_STRIPES, Pattern.CHEVRON),
              List.of(1, 1, 1, 1));
    };
  }

  private Lower lower() {
    Lower.Kind kind = LOWERS.draw(random);
    return switch (kind) {
      case TROUSERS -> new Lower(kind, TROUSER_TINTS.draw(random));
      case JEANS -> new Lower(kind, JEANS_TINTS.draw(random));
      case SHORTS, SKIRT -> new Lower(kind, TINTS.draw(random));
    };
  }

  private Bag bag() {
    Bag.Kind kind = BAGS.draw(random);
    return kind == Bag.Kind.NONE ? Bag.NONE : new Bag(kind, TINTS.draw(random));
  }
}
