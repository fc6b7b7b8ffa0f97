package reidstudio.model;

import java.util.function.Function;
import reidstudio.config.ModelConfig;

/**
 * CLIP's forward pass (Radford et al. 2021) once more, in Java loops that share nothing with the
 * engine: what {@link ClipSelfTest} compares the engine with.
 *
 * <p>Weights are asked for by the names of {@code tensor.weights.ClipWeights}, {@code
 * visual.conv1.weight} and so on, when they are needed and never kept.
 */
public final class PlainClip {
  private final ClipForm form;
  private final Function<String, float[]> weights;

  /**
   * A CLIP with the heads and layers of {@code model}.
   *
   * @param weights row-major values by name; position tables as long as the inputs need them
   */
  public PlainClip(ModelConfig model, Function<String, float[]> weights) {
    this(ClipForm.of(model), weights);
  }

  PlainClip(ClipForm form, Function<String, float[]> weights) {
    this.form = form;
    this.weights = weights;
  }

  /** The feature [D] of normalised pixels [3, H, W]. */
  public float[] image(float[][][] pixels_3xHxW) {
    PlainTokens x = withPositions("visual", embedded(pixels_3xHxW));
    if (form.normsPatches()) {
      x = normalised("visual.ln_pre", x);
    }
    return feature("visual", layers("visual", form.image(), x), 0);
  }

  /** The feature [D] of a caption's token ids, start and end token included. */
  public float[] text(int... tokens) {
    float[] table = weights.apply("text.token_embedding.weight");
    int width = weights.apply("text.ln_post.weight").length;
    float[][] words = new float[width][tokens.length];
    for (int t = 0; t < tokens.length; t++) {
      for (int w = 0; w < width; w++) {
        words[w][t] = table[tokens[t] * width + w];
      }
    }
    PlainTokens x = withPositions("text", new PlainTokens(words));
    return feature("text", layers("text", form.text(), x), form.endToken() ? tokens.length - 1 : 0);
  }

  /** The class token, then a token for each patch, row by row. */
  private PlainTokens embedded(float[][][] pixels) {
    float[] kernel = weights.apply("visual.conv1.weight");
    float[] classToken = weights.apply("visual.class_embedding");
    int width = classToken.length;
    int patch = (int) Math.round(Math.sqrt(kernel.length / (3.0 * width)));
    float[][] patches = patches(pixels, patch).linear(kernel).features_WxT();
    float[][] tokens = new float[width][];
    for (int w = 0; w < width; w++) {
      tokens[w] = new float[1 + patches[w].length];
      tokens[w][0] = classToken[w];
      System.arraycopy(patches[w], 0, tokens[w], 1, patches[w].length);
    }
    return new PlainTokens(tokens);
  }

  /** The pixels of each patch in the order of a kernel: colour, row, column. */
  private static PlainTokens patches(float[][][] pixels, int patch) {
    int columns = pixels[0][0].length / patch;
    int count = pixels[0].length / patch * columns;
    float[][] values = new float[3 * patch * patch][count];
    for (int i = 0; i < values.length; i++) {
      float[][] colour = pixels[i / (patch * patch)];
      int y = i / patch % patch;
      int x = i % patch;
      for (int p = 0; p < count; p++) {
        values[i][p] = colour[p / columns * patch + y][p % columns * patch + x];
      }
    }
    return new PlainTokens(values);
  }

  private PlainTokens withPositions(String tower, PlainTokens tokens) {
    float[] table = weights.apply(tower + ".positional_embedding");
    float[][] positions = new float[tokens.width()][tokens.count()];
    for (int w = 0; w < positions.length; w++) {
      for (int t = 0; t < tokens.count(); t++) {
        positions[w][t] = table[t * positions.length + w];
      }
    }
    return tokens.plus(new PlainTokens(positions));
  }

  /** Pre-LN layers called {@code tower.transformer.resblocks.i}. */
  PlainTokens layers(String tower, ClipForm.Tower shape, PlainTokens tokens) {
    PlainAttention attention = new PlainAttention(shape.heads(), shape.causal());
    PlainTokens x = tokens;
    for (int i = 0; i < shape.layers(); i++) {
      String name = tower + ".transformer.resblocks." + i;
      PlainTokens qkv = linear(name + ".attn.in_proj_", normalised(name + ".ln_1", x));
      x = x.plus(linear(name + ".attn.out_proj.", attention.of(qkv)));
      PlainTokens inner = linear(name + ".mlp.c_fc.", normalised(name + ".ln_2", x));
      x = x.plus(linear(name + ".mlp.c_proj.", inner.map(form.activation())));
    }
    return x;
  }

  private float[] feature(String tower, PlainTokens tokens, int at) {
    PlainTokens token = normalised(tower + ".ln_post", tokens.only(at));
    float[][] column = token.linear(weights.apply(tower + ".proj.weight")).features_WxT();
    float[] feature = new float[column.length];
    for (int d = 0; d < feature.length; d++) {
      feature[d] = column[d][0];
    }
    return feature;
  }

  private PlainTokens normalised(String name, PlainTokens tokens) {
    return tokens.normalised(weights.apply(name + ".weight"), weights.apply(name + ".bias"));
  }

  private PlainTokens linear(String start, PlainTokens tokens) {
    return tokens.linear(weights.apply(start + "weight"), weights.apply(start + "bias"));
  }
}
