package reidstudio.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import reidstudio.config.ComputeConfig;
import reidstudio.config.Precision;
import reidstudio.config.RunConfig;
import reidstudio.config.TextConfig;
import reidstudio.config.TextKind;
import reidstudio.data.Modality;

/**
 * Compares the features that the engine makes with those of {@link PlainClip} on the same weights.
 * Heads, activation, masks and norms that are not CLIP's fit every shape and cost accuracy
 * silently; here they show before a run begins.
 */
public final class ClipSelfTest {
  /** Two layers with exact GELU have 0.99997; a whole ViT-B/16 as it should be, 1 - 2e-13. */
  private static final double LEAST_COSINE = 0.99999;

  /** Where products keep 7 or 10 bits: a whole ViT-B/16 has 0.999995, with wrong heads 0.997. */
  private static final double LEAST_COSINE_SHORT = 0.998;

  private static final int CAPTION = 8;

  /**
   * How well both agree.
   *
   * @param image cosine of the picture's features
   * @param text cosine of the caption's; empty where captions are not CLIP's
   */
  public record Agreement(double image, Optional<Double> text) {}

  private final RunConfig config;
  private final PlainClip plain;
  private final double least;

  /**
   * A test of models of {@code config}.
   *
   * @param weights values as {@link PlainClip} asks for them
   */
  public ClipSelfTest(RunConfig config, Function<String, float[]> weights) {
    this(config, new PlainClip(config.model(), weights));
  }

  ClipSelfTest(RunConfig config, PlainClip plain) {
    this.config = config;
    this.plain = plain;
    ComputeConfig compute = config.compute();
    least =
        compute.precision() == Precision.BF16 || compute.tf32() ? LEAST_COSINE_SHORT : LEAST_COSINE;
  }

  /**
   * Sends a synthetic picture of {@code modality} and a caption through both. Adapters must be at
   * their start, where they change nothing.
   *
   * @param scope owner of what is computed
   * @throws IllegalStateException with one sentence if they do not agree
   */
  public Agreement run(ReidModel model, NDManager scope, Modality modality) {
    double image = image(model, scope, modality);
    boolean reads = config.model().text().kind() == TextKind.CLIP;
    Optional<Double> text = reads ? Optional.of(text(model, scope)) : Optional.empty();
    return new Agreement(image, text);
  }

  private double image(ReidModel model, NDManager scope, Modality modality) {
    float[][][] picture = picture();
    int height = picture[0].length;
    int width = picture[0][0].length;
    float[] flat = new float[3 * height * width];
    for (int row = 0; row < 3 * height; row++) {
      System.arraycopy(picture[row / height][row % height], 0, flat, row * width, width);
    }
    Map<Modality, NDArray> pixels = new EnumMap<>(Modality.class);
    pixels.put(modality, scope.create(flat, new Shape(1, 3, height, width)));
    ModelInput input = new ModelInput(pixels, Optional.empty(), Optional.empty(), 0);
    String what = "'" + modality.word() + "' picture";
    return agreed(what, config.model().heads(), feature(model, input), plain.image(picture));
  }

  private double text(ReidModel model, NDManager scope) {
    int words = Math.toIntExact(model.state().get("text.token_embedding.weight").getShape().get(0));
    int[] caption = caption(words);
    ModelInput.Padded padded = ModelInput.Padded.of(scope, List.of(caption));
    ModelInput input = new ModelInput(Map.of(), Optional.of(padded), Optional.empty(), 0);
    TextConfig text = config.model().text();
    return agreed("caption", text.heads(), feature(model, input), plain.text(caption));
  }

  private static float[] feature(ReidModel model, ModelInput input) {
    return model.evaluate(input).items_NxD().toFloatArray();
  }

  /** Waves and a pattern without period, about as bright as a normalised photo. */
  private float[][][] picture() {
    float[][][] pixels = new float[3][config.data().imageHeight()][config.data().imageWidth()];
    for (int colour = 0; colour < 3; colour++) {
      for (int y = 0; y < pixels[colour].length; y++) {
        for (int x = 0; x < pixels[colour][y].length; x++) {
          double waves = Math.sin(0.11 * x + 0.05 * y + colour) + Math.cos(0.07 * y - 0.2 * x);
          double pattern = Math.sin(0.013 * x * y + 0.31 * colour * x);
          pixels[colour][y][x] = (float) (0.7 * waves + 0.6 * pattern);
        }
      }
    }
    return pixels;
  }

  /**
   * From the start token to the end token, which are the last but one and the last of the words.
   */
  private int[] caption(int words) {
    int[] caption = new int[Math.min(CAPTION, config.data().captionTokens())];
    for (int i = 0; i < caption.length; i++) {
      caption[i] = (int) (320L * i * i % words);
    }
    caption[0] = words - 2;
    caption[caption.length - 1] = words - 1;
    return caption;
  }

  private double agreed(String what, int heads, float[] engine, float[] plain) {
    double cosine = cosine(engine, plain);
    if (!(cosine >= least)) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "The feature of a test %s does not agree with CLIP's formula on the same weights"
                  + " (cosine %.6f, at least %.5f expected, %d heads), so training would start from"
                  + " damaged features: use other weights or another device.",
              what,
              cosine,
              least,
              heads));
    }
    return cosine;
  }

  private static double cosine(float[] a, float[] b) {
    double product = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int i = 0; i < a.length; i++) {
      product += (double) a[i] * b[i];
      squaresA += (double) a[i] * a[i];
      squaresB += (double) b[i] * b[i];
    }
    return product / Math.sqrt(squaresA * squaresB);
  }
}
