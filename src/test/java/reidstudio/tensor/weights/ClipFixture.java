package reidstudio.tensor.weights;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The weights of a very small CLIP in which no two numbers are the same: as the model has them, and
 * under the names and in the orientation of OpenAI and Hugging Face. All are whole numbers that a
 * half holds.
 */
final class ClipFixture {
  static final int WIDTH = 2;
  static final int TEXT = 3;
  static final int LAYERS = 11;

  private final Map<String, HostTensor> model = new LinkedHashMap<>();
  private final Map<String, HostTensor> openAi = new LinkedHashMap<>();
  private final Map<String, HostTensor> huggingFace = new LinkedHashMap<>();
  private int next = -1000;

  ClipFixture() {
    same(
        "visual.conv1.weight",
        "visual.conv1.weight",
        "vision_model.embeddings.patch_embedding.weight",
        WIDTH,
        3,
        2,
        2);
    same(
        "visual.class_embedding",
        "visual.class_embedding",
        "vision_model.embeddings.class_embedding",
        WIDTH);
    same(
        "visual.positional_embedding",
        "visual.positional_embedding",
        "vision_model.embeddings.position_embedding.weight",
        5,
        WIDTH);
    norm("visual.ln_pre", "visual.ln_pre", "vision_model.pre_layrnorm", WIDTH);
    for (int i = 0; i < LAYERS; i++) {
      block(
          "visual.transformer.resblocks." + i,
          "visual.transformer.resblocks." + i,
          "vision_model.encoder.layers." + i,
          WIDTH);
    }
    norm("visual.ln_post", "visual.ln_post", "vision_model.post_layernorm", WIDTH);
    projection("visual.proj.weight", "visual.proj", "visual_projection.weight", WIDTH);
    same(
        "text.token_embedding.weight",
        "token_embedding.weight",
        "text_model.embeddings.token_embedding.weight",
        4,
        TEXT);
    same(
        "text.positional_embedding",
        "positional_embedding",
        "text_model.embeddings.position_embedding.weight",
        5,
        TEXT);
    for (int i = 0; i < 2; i++) {
      block(
          "text.transformer.resblocks." + i,
          "transformer.resblocks." + i,
          "text_model.encoder.layers." + i,
          TEXT);
    }
    norm("text.ln_post", "ln_final", "text_model.final_layer_norm", TEXT);
    projection("text.proj.weight", "text_projection", "text_projection.weight", TEXT);
  }

  /** As the model has them. */
  Map<String, HostTensor> model() {
    return model;
  }

  /** With the scalars that are no weights. */
  Map<String, HostTensor> openAi() {
    Map<String, HostTensor> all = new LinkedHashMap<>(openAi);
    for (String scalar :
        new String[] {"logit_scale", "input_resolution", "context_length", "vocab_size"}) {
      all.put(scalar, new HostTensor(new float[] {4}, new long[0]));
    }
    return all;
  }

  /** With the counted positions of old files. */
  Map<String, HostTensor> huggingFace() {
    Map<String, HostTensor> all = new LinkedHashMap<>(huggingFace);
    all.put("logit_scale", new HostTensor(new float[] {4}, new long[0]));
    HostTensor positions = new HostTensor(new float[] {0, 1, 2, 3, 4}, new long[] {1, 5});
    all.put("vision_model.embeddings.position_ids", positions);
    all.put("text_model.embeddings.position_ids", positions);
    return all;
  }

  private HostTensor numbers(long... shape) {
    float[] values = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < values.length; i++) {
      values[i] = next++;
    }
    return new HostTensor(values, shape);
  }

  private void same(String ours, String openAiName, String theirs, long... shape) {
    HostTensor values = numbers(shape);
    model.put(ours, values);
    openAi.put(openAiName, values);
    huggingFace.put(theirs, values);
  }

  private void norm(String ours, String openAiName, String theirs, int width) {
    same(ours + ".weight", openAiName + ".weight", theirs + ".weight", width);
    same(ours + ".bias", openAiName + ".bias", theirs + ".bias", width);
  }

  private void linear(String ours, String openAiName, String theirs, int out, int in) {
    same(ours + ".weight", openAiName + ".weight", theirs + ".weight", out, in);
    same(ours + ".bias", openAiName + ".bias", theirs + ".bias", out);
  }

  /** The embedding is {@link #TEXT} wide: square for text. */
  private void projection(String ours, String openAiName, String theirs, int width) {
    HostTensor values = numbers(TEXT, width);
    model.put(ours, values);
    huggingFace.put(theirs, values);
    float[] turned = new float[TEXT * width];
    for (int i = 0; i < TEXT; i++) {
      for (int j = 0; j < width; j++) {
        turned[j * TEXT + i] = values.values()[i * width + j];
      }
    }
    openAi.put(openAiName, new HostTensor(turned, new long[] {width, TEXT}));
  }

  private void block(String ours, String openAiName, String theirs, int width) {
    norm(ours + ".ln_1", openAiName + ".ln_1", theirs + ".layer_norm1", width);
    attention(ours, openAiName, theirs, "weight", width, width);
    attention(ours, openAiName, theirs, "bias", width);
    linear(
        ours + ".attn.out_proj",
        openAiName + ".attn.out_proj",
        theirs + ".self_attn.out_proj",
        width,
        width);
    norm(ours + ".ln_2", openAiName + ".ln_2", theirs + ".layer_norm2", width);
    linear(ours + ".mlp.c_fc", openAiName + ".mlp.c_fc", theirs + ".mlp.fc1", 4 * width, width);
    linear(ours + ".mlp.c_proj", openAiName + ".mlp.c_proj", theirs + ".mlp.fc2", width, 4 * width);
  }

  private void attention(String ours, String openAiName, String theirs, String kind, long... part) {
    long[] whole = part.clone();
    whole[0] *= 3;
    HostTensor all = numbers(whole);
    model.put(ours + ".attn.in_proj_" + kind, all);
    openAi.put(openAiName + ".attn.in_proj_" + kind, all);
    int size = all.values().length / 3;
    // Transformers has keys first in its classes
    for (String name : new String[] {"k", "v", "q"}) {
      int chunk = "qkv".indexOf(name);
      float[] values = Arrays.copyOfRange(all.values(), chunk * size, (chunk + 1) * size);
      huggingFace.put(
          theirs + ".self_attn." + name + "_proj." + kind, new HostTensor(values, part));
    }
  }
}
