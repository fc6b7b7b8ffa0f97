package reidstudio.data.demo;

import java.util.List;
import reidstudio.data.demo.Appearance.Build;
import reidstudio.data.demo.Appearance.Stature;

/**
 * English words for attributes: every list holds synonyms, an empty one means "not worth a word".
 */
final class Vocabulary {
  private Vocabulary() {}

  static final List<String> PERSON = List.of("person", "pedestrian", "individual");

  static List<String> of(Stature stature) {
    return switch (stature) {
      case SHORT -> List.of("short", "small");
      case AVERAGE -> List.of();
      case TALL -> List.of("tall");
    };
  }

  static List<String> of(Build build) {
    return switch (build) {
      case SLIM -> List.of("slim", "slender", "thin");
      case MEDIUM -> List.of();
      case BROAD -> List.of("broad-shouldered", "heavily built", "stocky");
    };
  }

  static List<String> of(Tint tint) {
    return switch (tint) {
      case BLACK -> List.of("black");
      case DARK_GREY -> List.of("dark grey", "charcoal");
      case GREY -> List.of("grey");
      case WHITE -> List.of("white");
      case BEIGE -> List.of("beige", "sand-coloured");
      case BROWN -> List.of("brown");
      case RED -> List.of("red", "bright red");
      case BURGUNDY -> List.of("burgundy", "dark red");
      case ORANGE -> List.of("orange");
      case YELLOW -> List.of("yellow");
      case GREEN -> List.of("green");
      case DARK_GREEN -> List.of("dark green");
      case LIGHT_BLUE -> List.of("light blue", "sky-blue");
      case BLUE -> List.of("blue");
      case DARK_BLUE -> List.of("dark blue", "navy");
      case PURPLE -> List.of("purple", "violet");
      case PINK -> List.of("pink");
    };
  }

  static List<String> of(Hair.Shade shade) {
    return switch (shade) {
      case BLACK -> List.of("black");
      case DARK_BROWN -> List.of("dark brown", "dark");
      case BROWN -> List.of("brown");
      case GINGER -> List.of("ginger", "red");
      case BLOND -> List.of("blond", "fair");
      case GREY -> List.of("grey");
    };
  }

  /** Patterns for {@code String.format}: %s stands for the colour. */
  static List<String> of(Hair.Style style) {
    return switch (style) {
      case BALD -> List.of("a bald head", "a shaved head");
      case SHORT -> List.of("short %s hair", "short-cut %s hair");
      case SHOULDER_LENGTH -> List.of("shoulder-length %s hair", "%s hair down to the shoulders");
      case LONG -> List.of("long %s hair", "long, straight %s hair");
      case PONYTAIL -> List.of("%s hair in a ponytail", "a %s ponytail");
      case BUN -> List.of("%s hair tied in a bun", "%s hair in a bun");
    };
  }

  static List<String> of(Headwear.Kind kind) {
    return switch (kind) {
      case NONE -> List.of();
      case CAP -> List.of("cap", "baseball cap");
      case BEANIE -> List.of("beanie", "knitted hat");
      case BRIMMED_HAT -> List.of("brimmed hat", "hat with a brim");
    };
  }

  static List<String> of(Upper.Kind kind) {
    return switch (kind) {
      case T_SHIRT -> List.of("T-shirt", "short-sleeved top");
      case SHIRT -> List.of("shirt", "button-up shirt");
      case JACKET -> List.of("jacket", "zipped jacket");
      case COAT -> List.of("coat", "overcoat");
      case HOODIE -> List.of("hoodie", "hooded sweatshirt");
    };
  }

  /** Patterns for {@code String.format}: garment, first colour, second colour. */
  static List<String> of(Pattern pattern) {
    return switch (pattern) {
      case PLAIN -> List.of("%2$s %1$s", "plain %2$s %1$s");
      case HORIZONTAL_STRIPES ->
          List.of("%2$s and %3$s striped %1$s", "%2$s %1$s with %3$s horizontal stripes");
      case VERTICAL_STRIPES ->
          List.of("%2$s %1$s with %3$s vertical stripes", "vertically striped %2$s and %3$s %1$s");
      case CHECKS -> List.of("%2$s and %3$s checked %1$s", "%2$s %1$s with %3$s checks");
      case BLOCK -> List.of("two-tone %2$s and %3$s %1$s", "%2$s %1$s with the lower half in %3$s");
      case CHEST_BAND ->
          List.of(
              "%2$s %1$s with a band of %3$s around the chest",
              "%2$s %1$s with one broad %3$s stripe");
      case CHEVRON ->
          List.of(
              "%2$s %1$s with a big V in %3$s", "%2$s %1$s with a chevron of %3$s on the chest");
    };
  }

  static List<String> of(Lower.Kind kind) {
    return switch (kind) {
      case TROUSERS -> List.of("trousers", "pants");
      case JEANS -> List.of("jeans", "denim trousers");
      case SHORTS -> List.of("shorts", "short trousers");
      case SKIRT -> List.of("skirt", "knee-length skirt");
    };
  }

  static List<String> of(Bag.Kind kind) {
    return switch (kind) {
      case NONE -> List.of();
      case BACKPACK -> List.of("backpack", "rucksack");
      case HANDBAG -> List.of("handbag");
      case SHOULDER_BAG -> List.of("shoulder bag", "cross-body bag");
    };
  }

  static List<String> of(View view) {
    return switch (view) {
      case FRONT -> List.of("from the front", "facing the camera");
      case BACK -> List.of("from behind", "from the back");
      case SIDE -> List.of("from the side", "in profile");
    };
  }
}
