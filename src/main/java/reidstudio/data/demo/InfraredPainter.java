package reidstudio.data.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/**
 * A grey photo by an infrared camera at night, lit by its own lamp. Brightness follows the infrared
 * reflectance of each material, not its colour.
 */
record InfraredPainter(Frame frame) implements Painter {

  @Override
  public BufferedImage paint(
      Appearance appearance, View view, Setting setting, SplittableRandom random) {
    BufferedImage canvas = frame.canvas();
    Graphics2D pen = Frame.pen(canvas);
    double distance = 0.25 + 0.25 * random.nextDouble();
    new Lens(pen, m -> grey(m.infrared() * distance))
        .project(Background.of(setting, frame.aspect(), random), frame.scenery());

    Pose pose = Pose.walking(view, random);
    double reach = Physique.of(appearance.build(), appearance.stature()).reach();
    AffineTransform place = frame.detected(pose, reach, random);
    GroundShadow.cast(pen, place, 60);
    new Lens(pen, m -> grey(m.infrared())).project(Figure.of(appearance, pose).parts(), place);
    pen.dispose();
    return develop(Pixels.of(canvas), random);
  }

  private static BufferedImage develop(Pixels pixels, SplittableRandom random) {
    double centreX = 0.5 + 0.2 * (random.nextDouble() - 0.5);
    double centreY = 0.38 + 0.2 * (random.nextDouble() - 0.5);
    double power = 0.9 + 0.3 * random.nextDouble();
    double falloff = 0.5 + 0.6 * random.nextDouble();
    double floor = 0.06 + 0.08 * random.nextDouble();
    pixels.blur(0.2 + 0.5 * random.nextDouble());
    pixels.shade(
        (x, y, rgb) -> {
          double dx = 0.6 * (x - centreX);
          double dy = y - centreY;
          double lamp = power / (1 + falloff * 1.6 * (dx * dx + dy * dy));
          float value = (float) (floor + 0.78 * lamp * rgb[0]);
          rgb[0] = value;
          rgb[1] = value;
          rgb[2] = value;
        });
    pixels.noise(0.006 + 0.014 * random.nextDouble(), 0, random);
    return pixels.toImage();
  }

  private static Color grey(double reflectance) {
    float level = (float) Math.max(0, Math.min(1, reflectance));
    return new Color(level, level, level);
  }
}
