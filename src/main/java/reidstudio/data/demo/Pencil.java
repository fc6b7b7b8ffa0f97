package reidstudio.data.demo;

import java.awt.Color;

/**
 * A pencil of somebody who draws from memory. There are fewer pencils than dyes, so a drawing says
 * blue where a photo shows which blue.
 */
enum Pencil {
  BLACK(0x4A4B50),
  WHITE(0xEDEDE8),
  BROWN(0xA8743C),
  RED(0xB8323E),
  GREEN(0x3A8046),
  BLUE(0x3A66B0);

  private final int rgb;

  Pencil(int rgb) {
    this.rgb = rgb;
  }

  Color color() {
    return new Color(rgb);
  }
}
