package reidstudio.data.demo;

import java.awt.Shape;

/** One thing to draw. Parts come in a list, the farthest first, each hiding what lies behind it. */
sealed interface Part {

  /** Its geometry: the edge of a patch, the course of a crease. */
  Shape shape();

  Material material();

  /** A filled area, perhaps with a print on it. */
  record Patch(Shape shape, Material material, Print print) implements Part {
    Patch(Shape shape, Material material) {
      this(shape, material, Print.NONE);
    }
  }

  /** A line: a seam, a button row, an eyebrow. The width is in the units of the shape. */
  record Crease(Shape shape, Material material, double width) implements Part {}
}
