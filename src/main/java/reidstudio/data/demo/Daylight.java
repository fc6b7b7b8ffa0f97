package reidstudio.data.demo;

import java.util.SplittableRandom;

/**
 * The light of one photo: brightness, contrast, colour cast, and a falloff across the picture.
 *
 * @param gain overall brightness
 * @param red factor on red; blue gets the inverse
 * @param slopeX change of brightness from left to right
 * @param slopeY change of brightness from top to bottom
 * @param haze light that reaches the sensor from everywhere and flattens contrast
 */
record Daylight(double gain, double red, double slopeX, double slopeY, double haze)
    implements Pixels.Shader {

  /** Each place has its own typical cast: lamps are warm, open shade is cool. */
  static Daylight draw(Setting setting, SplittableRandom random) {
    double warmth =
        switch (setting) {
          case HALL -> 1.07;
          case STREET -> 0.97;
          case PARK -> 1.0;
          case COURTYARD -> 0.94;
        };
    return new Daylight(
        0.72 + 0.5 * random.nextDouble(),
        warmth * (0.95 + 0.10 * random.nextDouble()),
        0.5 * (random.nextDouble() - 0.5),
        0.3 * (random.nextDouble() - 0.5),
        0.10 * random.nextDouble() * random.nextDouble());
  }

  @Override
  public void shade(double x, double y, float[] rgb) {
    double light = gain * (1 + slopeX * (x - 0.5) + slopeY * (y - 0.5));
    rgb[0] = (float) (haze + (1 - haze) * rgb[0] * light * red);
    rgb[1] = (float) (haze + (1 - haze) * rgb[1] * light);
    rgb[2] = (float) (haze + (1 - haze) * rgb[2] * light / red);
  }
}
