package reidstudio.tensor.weights;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of CLIPModel, CLIPVisionModel and CLIPTextModel in Transformers. */
final class HuggingFaceNaming implements ClipNaming {
  private static final Map<String, String> OUTSIDE_BLOCKS =
      Map.ofEntries(
          Map.entry("vision_model.embeddings.patch_embedding.weight", "visual.conv1.weight"),
          Map.entry("vision_model.embeddings.class_embedding", "visual.class_embedding"),
          Map.entry(
              "vision_model.embeddings.position_embedding.weight", "visual.positional_embedding"),
          // the typing error is theirs
          Map.entry("vision_model.pre_layrnorm.weight", "visual.ln_pre.weight"),
          Map.entry("vision_model.pre_layrnorm.bias", "visual.ln_pre.bias"),
          Map.entry("vision_model.post_layernorm.weight", "visual.ln_post.weight"),
          Map.entry("vision_model.post_layernorm.bias", "visual.ln_post.bias"),
          Map.entry("visual_projection.weight", "visual.proj.weight"),
          Map.entry("text_model.embeddings.token_embedding.weight", "text.token_embedding.weight"),
          Map.entry("text_model.embeddings.position_embedding.weight", "text.positional_embedding"),
          Map.entry("text_model.final_layer_norm.weight", "text.ln_post.weight"),
          Map.entry("text_model.final_layer_norm.bias", "text.ln_post.bias"),
          Map.entry("text_projection.weight", "text.proj.weight"));

  private static final Map<String, String> BLOCK_MODULES =
      Map.of(
          "layer_norm1", "ln_1",
          "self_attn.out_proj", "attn.out_proj",
          "layer_norm2", "ln_2",
          "mlp.fc1", "mlp.c_fc",
          "mlp.fc2", "mlp.c_proj");

  private static final Pattern BLOCK =
      Pattern.compile(
          "(vision|text)_model\\.encoder\\.layers\\.(0|[1-9]\\d{0,3})\\.(.+)\\.(weight|bias)");

  /** The order in which the model has queries, keys and values below each other. */
  private static final String CHUNKS = "qkv";

  private static final Pattern CHUNK = Pattern.compile("self_attn\\.([" + CHUNKS + "])_proj");

  @Override
  public String origin() {
    return "Hugging Face";
  }

  @Override
  public Optional<Target> target(String key) {
    if (OUTSIDE_BLOCKS.containsKey(key)) {
      return Optional.of(Target.whole(OUTSIDE_BLOCKS.get(key)));
    }
    Matcher block = BLOCK.matcher(key);
    if (!block.matches()) {
      return Optional.empty();
    }
    String tower = block.group(1).equals("text") ? "text" : "visual";
    String start = tower + ".transformer.resblocks." + block.group(2) + ".";
    Matcher chunk = CHUNK.matcher(block.group(3));
    if (chunk.matches()) {
      String name = start + "attn.in_proj_" + block.group(4);
      return Optional.of(new Target(name, CHUNKS.indexOf(chunk.group(1)), CHUNKS.length(), false));
    }
    return Optional.ofNullable(BLOCK_MODULES.get(block.group(3)))
        .map(module -> Target.whole(start + module + "." + block.group(4)));
  }
}
