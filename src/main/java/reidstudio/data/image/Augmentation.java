package reidstudio.data.image;

import java.nio.FloatBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
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
  public void plain(Rgb picture, Modality modality, FloatBuffer out, int offset) {
    plain(modality, picture.width(), picture.height(), out, offset).write(picture);
  }

  /** Writes the picture, varied. */
  public void vary(
      Rgb picture, Modality modality, SplittableRandom random, FloatBuffer out, int offset) {
    varied(modality, picture.width(), picture.height(), random, out, offset).write(picture);
  }

  /** The place of a picture that stays as it is. */
  public VariedPicture plain(
      Modality modality, int width, int height, FloatBuffer out, int offset) {
    return place(Variation.NONE, modality, width, height, out, offset);
  }

  /** The place of a picture that is varied. */
  public VariedPicture varied(
      Modality modality,
      int width,
      int height,
      SplittableRandom random,
      FloatBuffer out,
      int offset) {
    boolean mirrored = random.nextDouble() < flip;
    int dx = padding == 0 ? 0 : random.nextInt(2 * padding + 1) - padding;
    int dy = padding == 0 ? 0 : random.nextInt(2 * padding + 1) - padding;
    Optional<Variation.Erased> erased =
        random.nextDouble() < erasing
            ? Variation.Erased.draw(width, height, random)
            : Optional.empty();
    return place(new Variation(mirrored, dx, dy, erased), modality, width, height, out, offset);
  }

  private VariedPicture place(
      Variation variation, Modality modality, int width, int height, FloatBuffer out, int offset) {
    return new VariedPicture(variation, normalisations.get(modality), width, height, out, offset);
  }
}
