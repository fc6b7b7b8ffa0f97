package reidstudio.data.demo;

import java.awt.Color;

/**
 * A dye: its colour to the eye and how much near-infrared light it reflects.
 *
 * <p>The two are unrelated on purpose. Most dyes are transparent beyond 800 nm and let the bright
 * fibre through, so a dark blue and a red coat can look the same to an infrared camera.
 */
enum Tint {
  BLACK(0x1E1E22, 0.12, Pencil.BLACK),
  DARK_GREY(0x4A4D52, 0.62, Pencil.BLACK),
  GREY(0x8F9296, 0.34, Pencil.BLACK),
  WHITE(0xEDEDE8, 0.92, Pencil.WHITE),
  BEIGE(0xCDB892, 0.74, Pencil.BROWN),
  BROWN(0x6B4427, 0.50, Pencil.BROWN),
  RED(0xC0242B, 0.84, Pencil.RED),
  BURGUNDY(0x6A1A2C, 0.58, Pencil.RED),
  ORANGE(0xE27A22, 0.88, Pencil.BROWN),
  YELLOW(0xE8C833, 0.66, Pencil.BROWN),
  GREEN(0x3A8F46, 0.40, Pencil.GREEN),
  DARK_GREEN(0x2C4B34, 0.70, Pencil.GREEN),
  LIGHT_BLUE(0x86B4DB, 0.54, Pencil.BLUE),
  BLUE(0x2C5FB8, 0.26, Pencil.BLUE),
  DARK_BLUE(0x1F2B52, 0.80, Pencil.BLUE),
  PURPLE(0x6C3E93, 0.46, Pencil.RED),
  PINK(0xE08FAE, 0.90, Pencil.RED);

  private final int rgb;
  private final double infrared;
  private final Pencil pencil;

  Tint(int rgb, double infrared, Pencil pencil) {
    this.rgb = rgb;
    this.infrared = infrared;
    this.pencil = pencil;
  }

  Color visible() {
    return new Color(rgb);
  }

  /** What it is drawn with. */
  Pencil pencil() {
    return pencil;
  }

  /** Near-infrared reflectance of dyed cotton, 0 to 1. */
  double infrared() {
    return infrared;
  }
}
