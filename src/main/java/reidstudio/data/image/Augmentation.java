package reidstudio.data.image;

import java.util.Arrays;
import java.util.SplittableRandom;
import reidstudio.config.DataConfig;

/**
 * Pixels to what the model sees: CHW floats, normalised. For training a picture is flipped, padded
 * and cropped at random, and a random rectangle of it is erased (Zhong et al. 2020); nothing but
 * the given generator decides, so the same seed gives the same numbers.
 */
public final class Augmentation {
  private static final double ERASED_AREA_MIN = 0.02;
  private static final double ERASED_AREA_MAX = 0.4;
  private static final double ERASED_ASPECT_MIN = 0.3;
  private static final int ERASING_TRIES = 10;

  /** What padding and erased places are set to: the mean colour. */
  private static final float NEUTRAL = 0;

  private final double flip;
  private final int padding;
  private final double erasing;
  private final Normalisation normalisation = new Normalisation();

  /** With the probabilities and the padding of {@code config}. */
  public Augmentation(DataConfig config) {
    this.flip = config.flip();
    this.padding = config.padding();
    this.erasing = config.erasing();
  }

  /** Floats that a picture takes. */
  public static int floats(Rgb picture) {
    return Rgb.CHANNELS * picture.height() * picture.width();
  }

  /** Writes the picture as it is, for evaluation and checks. */
  public void plain(Rgb picture, float[] out, int offset) {
    write(picture, false, 0, 0, out, offset);
  }

  /** Writes the picture, varied. */
  public void vary(Rgb picture, SplittableRandom random, float[] out, int offset) {
    boolean mirrored = random.nextDouble() < flip;
    int dx = padding == 0 ? 0 : random.nextInt(2 * padding + 1) - padding;
    int dy = padding == 0 ? 0 : random.nextInt(2 * padding + 1) - padding;
    write(picture, mirrored, dx, dy, out, offset);
    if (random.nextDouble() < erasing) {
      erase(picture.width(), picture.height(), random, out, offset);
    }
  }

  /** Output (x, y) shows input (x + dx, y + dy), mirrored afterwards if asked for. */
  private void write(Rgb picture, boolean mirrored, int dx, int dy, float[] out, int offset) {
    byte[] in = picture.raw();
    int width = picture.width();
    int height = picture.height();
    int at = offset;
    for (int channel = 0; channel < Rgb.CHANNELS; channel++) {
      float[] numbers = normalisation.channel(channel);
      for (int y = 0; y < height; y++) {
        int fromY = y + dy;
        for (int x = 0; x < width; x++) {
          int shifted = x + dx;
          int fromX = mirrored ? width - 1 - shifted : shifted;
          boolean inside = fromY >= 0 && fromY < height && fromX >= 0 && fromX < width;
          out[at++] =
              inside
                  ? numbers[in[(fromY * width + fromX) * Rgb.CHANNELS + channel] & 0xFF]
                  : NEUTRAL;
        }
      }
    }
  }

  /** One rectangle; after some rectangles that do not fit, none. */
  private static void erase(
      int width, int height, SplittableRandom random, float[] out, int offset) {
    for (int attempt = 0; attempt < ERASING_TRIES; attempt++) {
      double area = width * height * random.nextDouble(ERASED_AREA_MIN, ERASED_AREA_MAX);
      double aspect =
          Math.exp(random.nextDouble(Math.log(ERASED_ASPECT_MIN), -Math.log(ERASED_ASPECT_MIN)));
      int high = (int) Math.round(Math.sqrt(area * aspect));
      int wide = (int) Math.round(Math.sqrt(area / aspect));
      if (high < 1 || wide < 1 || high >= height || wide >= width) {
        continue;
      }
      int top = random.nextInt(height - high + 1);
      int left = random.nextInt(width - wide + 1);
      for (int channel = 0; channel < Rgb.CHANNELS; channel++) {
        for (int y = top; y < top + high; y++) {
          int from = offset + (channel * height + y) * width + left;
          Arrays.fill(out, from, from + wide, NEUTRAL);
        }
      }
      return;
    }
  }
}
