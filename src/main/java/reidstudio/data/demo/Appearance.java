package reidstudio.data.demo;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;

/** All that one identity keeps from picture to picture. Two identities never share one. */
record Appearance(
    Build build,
    Stature stature,
    SkinTone skin,
    Hair hair,
    Headwear headwear,
    boolean glasses,
    Upper upper,
    Lower lower,
    Tint shoes,
    Bag bag) {

  enum Build {
    SLIM,
    MEDIUM,
    BROAD
  }

  enum Stature {
    SHORT,
    AVERAGE,
    TALL
  }

  enum SkinTone {
    LIGHT(0xEAC3A2, 0.62),
    TAN(0xC9956B, 0.58),
    BROWN(0x95623F, 0.52),
    DARK(0x5B3A29, 0.46);

    private final int rgb;
    private final double infrared;

    SkinTone(int rgb, double infrared) {
      this.rgb = rgb;
      this.infrared = infrared;
    }

    Material material() {
      return Material.of(new Color(rgb), infrared, Material.Surface.SKIN);
    }
  }

  /** The attributes in a fixed order, each a value with {@code equals}. */
  List<Object> attributes() {
    return List.of(
        build,
        stature,
        skin,
        hair.style(),
        hair.shade(),
        headwear,
        glasses,
        upper.kind(),
        upper.tint(),
        upper.pattern(),
        upper.accent(),
        lower.kind(),
        lower.tint(),
        shoes,
        bag.kind(),
        bag.tint());
  }

  /** Number of attributes in which the two differ, 0 for the same appearance. */
  int differences(Appearance other) {
    List<Object> mine = attributes();
    List<Object> theirs = other.attributes();
    return (int)
        IntStream.range(0, mine.size()).filter(i -> !mine.get(i).equals(theirs.get(i))).count();
  }
}
