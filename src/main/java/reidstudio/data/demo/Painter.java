package reidstudio.data.demo;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** Turns an appearance into one picture in one medium. Equal arguments give equal pixels. */
interface Painter {

  /**
   * Paints a person.
   *
   * @param setting where the camera hangs; drawings have no scenery and pay it no heed
   * @param random the only source of chance
   * @return an RGB picture of the painter's frame size
   */
  BufferedImage paint(Appearance appearance, View view, Setting setting, SplittableRandom random);

  static Painter of(Medium medium, Frame frame) {
    return switch (medium) {
      case VIS -> new PhotoPainter(frame);
      case NIR -> new InfraredPainter(frame);
      case PENCIL -> new PencilPainter(frame);
      case SKETCH -> new SketchPainter(frame);
    };
  }
}
