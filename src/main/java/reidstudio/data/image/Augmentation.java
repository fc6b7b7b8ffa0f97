package reidstudio.data.image;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import reidstudio.config.DataConfig;
import reidstudio.config.NormalisationConfig;
import reidstudio.data.Modality;

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
  private final Map<Modality, Normalisation> normalisations;

  /** With the probabilities, the padding and the numbers of {@code config}. */
  public Augmentation(DataConfig config) {
    this.flip = config.flip();
    this.padding = config.padding();
    this.erasing = config.erasing();
    NormalisationConfig numbers = config.normalisation();
    this.normalisations =
        new EnumMap<>(
            Map.of(
                Modality.VIS, new Normalisation(numbers.vis()),
                Modality.NIR, new Normalisation(numbers.nir()),
                Modality.CP, new Normalisation(numbers.cp()),
                Modality.SK, new Normalisation(numbers.sk())));
  }

  /** Floats that a picture takes. */
  public static int floats(Rgb picture) {
    return Rgb.CHANNELS * picture.height() * picture.width();
  }

  /** Writes the picture as it is, for evaluation and checks. */
  public void plain(Rgb picture, Modality modality, float[] out, int offset) {
    write(picture, modality, false, 0, 0, out, offset);
  }

  /** Writes the picture, varied. */
  public void vary(
      Rgb picture, Modality modality, SplittableRandom random, float[] out, int offset) {
    boolean mirrored = random.nextDouble() < flip;
    int dx = padding == 0 ? 0 : random.nextInt(2 * padding + 1) - padding;
    int dy = padding == 0 ? 0 : random.nextInt(2 * padding + 1) - padding;
    write(picture, modality, mirrored, dx, dy, out, offset);
    if (random.nextDouble() < erasing) {
      erase(picture.width(), picture.height(), random, out, offset);
    }
  }

  /** Output (x, y) shows input (x + dx, y + dy), mirrored afterwards if asked for. */
  private void write(
      Rgb picture, Modality modality, boolean mirrored, int dx, int dy, float[] out, int offset) {
    Normalisation numbers = normalisations.get(modality);
    int width = picture.width();
    int height = picture.height();
    int left = Math.min(width, Math.max(0, -dx));
    int right = Math.max(left, Math.min(width, width - dx));
    for (int channel = 0; channel < Rgb.CHANNELS; channel++) {
      float[] number = numbers.channel(channel);
      for (int y = 0; y < height; y++) {
        int at = offset + (channel * height + y) * width;
        int fromY = y + dy;
        if (fromY < 0 || fromY >= height) {
          Arrays.fill(out, at, at + width, NEUTRAL);
          continue;
        }
        Arrays.fill(out, at, at + left, NEUTRAL);
        Arrays.fill(out, at + right, at + width, NEUTRAL);
        int fromX = mirrored ? width - 1 - left - dx : left + dx;
        int from = (channel * height + fromY) * width + fromX;
        if (mirrored) {
          mirror(picture.raw(), from, number, out, at + left, right - left);
        } else {
          copy(picture.raw(), from, number, out, at + left, right - left);
        }
      }
    }
  }

  private static void copy(byte[] in, int from, float[] number, float[] out, int at, int count) {
    for (int i = 0; i < count; i++) {
      out[at + i] = number[in[from + i] & 0xFF];
    }
  }

  private static void mirror(byte[] in, int from, float[] number, float[] out, int at, int count) {
    for (int i = 0; i < count; i++) {
      out[at + i] = number[in[from - i] & 0xFF];
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
