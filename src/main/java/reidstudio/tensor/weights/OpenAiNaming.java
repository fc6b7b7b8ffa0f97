package reidstudio.tensor.weights;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of OpenAI's release and of OpenCLIP. Names of the picture encoder are the model's own;
 * those of the text encoder stand at the top.
 */
final class OpenAiNaming implements ClipNaming {
  private static final Set<String> VISUAL =
      Set.of(
          "visual.conv1.weight",
          "visual.class_embedding",
          "visual.positional_embedding",
          "visual.ln_pre.weight",
          "visual.ln_pre.bias",
          "visual.ln_post.weight",
          "visual.ln_post.bias");

  private static final Map<String, String> TEXT =
      Map.of(
          "token_embedding.weight", "text.token_embedding.weight",
          "positional_embedding", "text.positional_embedding",
          "ln_final.weight", "text.ln_post.weight",
          "ln_final.bias", "text.ln_post.bias");

  private static final Pattern BLOCK =
      Pattern.compile(
          "(visual\\.)?transformer\\.resblocks\\.(?:0|[1-9]\\d{0,3})\\."
              + "(?:attn\\.in_proj_|(?:ln_1|ln_2|attn\\.out_proj|mlp\\.c_fc|mlp\\.c_proj)\\.)"
              + "(?:weight|bias)");

  @Override
  public String origin() {
    return "OpenAI";
  }

  @Override
  public Optional<Target> target(String key) {
    if (key.equals("visual.proj")) {
      return Optional.of(Target.transposed("visual.proj.weight"));
    }
    if (key.equals("text_projection")) {
      // square in most models, so that no shape tells when this is forgotten
      return Optional.of(Target.transposed("text.proj.weight"));
    }
    if (VISUAL.contains(key)) {
      return Optional.of(Target.whole(key));
    }
    if (TEXT.containsKey(key)) {
      return Optional.of(Target.whole(TEXT.get(key)));
    }
    Matcher block = BLOCK.matcher(key);
    if (block.matches()) {
      return Optional.of(Target.whole(block.group(1) == null ? "text." + key : key));
    }
    return Optional.empty();
  }
}
