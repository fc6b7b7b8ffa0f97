package reidstudio.data.demo;

import java.awt.Color;

/** How the hair is worn, and its colour. */
record Hair(Style style, Shade shade) {

  enum Style {
    BALD,
    SHORT,
    SHOULDER_LENGTH,
    LONG,
    PONYTAIL,
    BUN
  }

  /** Natural hair colours; black hair is not dark in the infrared. */
  enum Shade {
    BLACK(0x1B1716, 0.38),
    DARK_BROWN(0x3B2417, 0.46),
    BROWN(0x6E4526, 0.54),
    GINGER(0xA4521F, 0.60),
    BLOND(0xD3AE6A, 0.66),
    GREY(0xA3A19D, 0.56);

    private final int rgb;
    private final double infrared;

    Shade(int rgb, double infrared) {
      this.rgb = rgb;
      this.infrared = infrared;
    }

    Material material() {
      return Material.of(new Color(rgb), infrared, Material.Surface.HAIR);
    }
  }
}
