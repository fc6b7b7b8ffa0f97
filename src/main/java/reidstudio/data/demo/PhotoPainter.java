package reidstudio.data.demo;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** A colour photo by a surveillance camera in daylight or lamp light. */
record PhotoPainter(Frame frame) implements Painter {
  private static final double OBSTACLE_SHARE = 0.12;

  @Override
  public BufferedImage paint(
      Appearance appearance, View view, Setting setting, SplittableRandom random) {
    BufferedImage canvas = frame.canvas();
    Graphics2D pen = Frame.pen(canvas);
    Lens lens = new Lens(pen, Material::visible);
    lens.project(Background.of(setting, frame.aspect(), random), frame.scenery());

    Pose pose = Pose.walking(view, random);
    double reach = Physique.of(appearance.build(), appearance.stature()).reach();
    AffineTransform place = frame.detected(pose, reach, random);
    GroundShadow.cast(pen, place, 90);
    lens.project(Figure.of(appearance, pose).parts(), place);
    if (random.nextDouble() < OBSTACLE_SHARE) {
      lens.project(Background.obstacle(frame.aspect(), random), frame.scenery());
    }
    pen.dispose();
    return develop(Pixels.of(canvas), setting, random);
  }

  private static BufferedImage develop(Pixels pixels, Setting setting, SplittableRandom random) {
    pixels.blur(random.nextDouble() * random.nextDouble());
    pixels.shade(Daylight.draw(setting, random));
    pixels.noise(0.004 + 0.014 * random.nextDouble(), 0.008, random);
    return pixels.toImage();
  }
}
