package reidstudio.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * Settings under the names that they had in version 1 of the schema. Files of that version stay
 * readable, and commands that people have written down go on working.
 */
final class FormerKeys {
  private static final int FORMER_VERSION = 1;
  private static final String VERSION = "schemaVersion";

  private static final Map<String, List<String>> NOW =
      Map.ofEntries(
          Map.entry("loss.sdmWeight", List.of("loss.sdm.weight")),
          Map.entry("loss.sdmForm", List.of("loss.sdm.form")),
          Map.entry("loss.temperature", List.of("loss.sdm.temperature")),
          Map.entry("loss.sdmWarmupEpochs", List.of("loss.sdm.warmupEpochs")),
          Map.entry("model.textLayers", List.of("model.text.layers")),
          Map.entry(
              "optimizer.encoderLearningRate",
              List.of(
                  "optimizer.encoder.learningRate",
                  "optimizer.adapter.learningRate",
                  "optimizer.fusion.learningRate")),
          Map.entry("optimizer.headLearningRate", List.of("optimizer.head.learningRate")),
          Map.entry(
              "optimizer.weightDecay",
              List.of(
                  "optimizer.encoder.weightDecay",
                  "optimizer.adapter.weightDecay",
                  "optimizer.fusion.weightDecay",
                  "optimizer.head.weightDecay")),
          Map.entry("optimizer.warmupShare", List.of("optimizer.schedule.warmupShare")),
          Map.entry("optimizer.finalFactor", List.of("optimizer.schedule.finalFactor")));

  /** Renames what {@code tree} calls by a former name; a value under the new name wins. */
  void rename(ObjectNode tree) {
    JsonNode version = tree.get(VERSION);
    if (version != null && version.isIntegralNumber() && version.intValue() == FORMER_VERSION) {
      tree.put(VERSION, RunConfig.SCHEMA_VERSION);
      // The text encoder was as wide as the image encoder.
      copy(tree, "width");
      copy(tree, "heads");
    }
    NOW.forEach(
        (former, keys) -> {
          int dot = former.indexOf('.');
          if (tree.get(former.substring(0, dot)) instanceof ObjectNode group) {
            JsonNode value = group.remove(former.substring(dot + 1));
            if (value != null) {
              keys.forEach(key -> putIfAbsent(tree, key, value));
            }
          }
        });
  }

  private static void copy(ObjectNode tree, String field) {
    JsonNode value = tree.path("model").path(field);
    if (!value.isMissingNode()) {
      putIfAbsent(tree, "model.text." + field, value);
    }
  }

  private static void putIfAbsent(ObjectNode tree, String key, JsonNode value) {
    ObjectNode at = tree;
    String[] steps = key.split("\\.", -1);
    for (int i = 0; i < steps.length - 1; i++) {
      JsonNode next = at.get(steps[i]);
      if (next != null && !next.isObject()) {
        return;
      }
      at = next instanceof ObjectNode object ? object : at.putObject(steps[i]);
    }
    at.putIfAbsent(steps[steps.length - 1], value);
  }
}
