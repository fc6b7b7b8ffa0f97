package reidstudio.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a run was made with, read back from its folder; nothing if that cannot be read. */
public final class EnvironmentFile {
  private final RunFolder folder;

  /** Reads nothing yet. */
  public EnvironmentFile(RunFolder folder) {
    this.folder = folder;
  }

  /** All single values, by key. */
  public Map<String, String> values() {
    Map<String, String> values = new TreeMap<>();
    tree()
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isValueNode()) {
                values.put(field.getKey(), field.getValue().asText());
              }
            });
    return values;
  }

  /** The text of {@code key}, if there is one. */
  Optional<String> text(String key) {
    return Optional.of(tree().path(key)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  private JsonNode tree() {
    try {
      JsonNode tree = Json.MAPPER.readTree(Files.readAllBytes(folder.environment()));
      return tree == null ? Json.MAPPER.createObjectNode() : tree;
    } catch (IOException e) {
      return Json.MAPPER.createObjectNode();
    }
  }
}
