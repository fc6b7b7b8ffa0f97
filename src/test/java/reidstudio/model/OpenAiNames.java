package reidstudio.model;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.Map;

/** A model's encoders as OpenAI names them in a file of CLIP. */
public final class OpenAiNames {
  private OpenAiNames() {}

  /** The arrays by name; the patches of visible pictures stand for those of all modalities. */
  public static Map<String, NDArray> of(ReidModel source) {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    source
        .state()
        .forEach(
            (name, array) -> {
              if (name.startsWith("visual.vis.")) {
                arrays.put(name.replace(".vis", ""), array);
              } else if (name.equals("visual.proj.weight")) {
                arrays.put("visual.proj", array.transpose());
              } else if (name.equals("text.proj.weight")) {
                arrays.put("text_projection", array.transpose());
              } else if (name.startsWith("text.")) {
                arrays.put(name.substring(5).replace("ln_post", "ln_final"), array);
              } else if (name.startsWith("visual.transformer") || name.startsWith("visual.ln")) {
                arrays.put(name, array);
              }
            });
    return arrays;
  }
}
