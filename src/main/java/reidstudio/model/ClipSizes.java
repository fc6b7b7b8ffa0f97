package reidstudio.model;

import java.util.ArrayList;
import java.util.List;
import reidstudio.config.ModelConfig;
import reidstudio.tensor.weights.ClipWeights;

/** The sizes of the CLIP in a file, as settings of a model that takes it. */
record ClipSizes(ClipWeights file) {
  /** What to set, for the end of a message; what the file does not tell is left out. */
  String settings() {
    List<String> settings = new ArrayList<>();
    addTower(settings, "visual", "model.", "imageLayers");
    if (file.names().contains("visual.conv1.weight")) {
      settings.add("model.patch=" + file.shape("visual.conv1.weight")[2]);
    }
    if (file.names().contains("visual.proj.weight")) {
      settings.add("model.embedding=" + file.shape("visual.proj.weight")[0]);
    }
    addTower(settings, "text", "model.text.", "layers");
    return "for this file set " + String.join(", ", settings);
  }

  private void addTower(List<String> settings, String tower, String start, String layersKey) {
    String norm = tower + ".ln_post.weight";
    if (file.names().contains(norm)) {
      long width = file.shape(norm)[0];
      long layers =
          file.names().stream()
              .filter(name -> name.startsWith(tower + ".") && name.endsWith(".ln_1.weight"))
              .count();
      settings.add(start + "width=" + width);
      settings.add(start + "heads=" + width / ModelConfig.CLIP_HEAD_WIDTH);
      settings.add(start + layersKey + "=" + layers);
    }
  }
}
