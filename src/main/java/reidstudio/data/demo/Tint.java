package reidstudio.data.demo;

import java.awt.Color;

/**
 * A dye: its colour to the eye and how much near-infrared light it reflects.
 *
 * <p>The two are unrelated on purpose. Most dyes are transparent beyond 800 nm and let the bright
 * fibre through, so a dark blue and a red coat can look the same to an infrared camera.
 */
enum Tint {
  BLACK(0x1E1E22, 0.26),
  DARK_GREY(0x4A4D52, 0.60),
  GREY(0x8F9296, 0.46),
  WHITE(0xEDEDE8, 0.86),
  BEIGE(0xCDB892, 0.70),
  BROWN(0x6B4427, 0.56),
  RED(0xC0242B, 0.76),
  BURGUNDY(0x6A1A2C, 0.62),
  ORANGE(0xE27A22, 0.80),
  YELLOW(0xE8C833, 0.74),
  GREEN(0x3A8F46, 0.50),
  DARK_GREEN(0x2C4B34, 0.66),
  LIGHT_BLUE(0x86B4DB, 0.58),
  BLUE(0x2C5FB8, 0.42),
  DARK_BLUE(0x1F2B52, 0.74),
  PURPLE(0x6C3E93, 0.68),
  PINK(0xE08FAE, 0.84);

  private final int rgb;
  private final double infrared;

  Tint(int rgb, double infrared) {
    this.rgb = rgb;
    this.infrared = infrared;
  }

  Color visible() {
    return new Color(rgb);
  }

  /** Near-infrared reflectance of dyed cotton, 0 to 1. */
  double infrared() {
    return infrared;
  }
}
