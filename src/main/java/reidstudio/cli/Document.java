package reidstudio.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds a JSON object; JSON has no NaN and no infinity, so such numbers become null. */
final class Document {
  private final ObjectNode tree = JsonNodeFactory.instance.objectNode();

  Document text(String key, String value) {
    tree.put(key, value);
    return this;
  }

  Document text(String key, Optional<String> value) {
    tree.put(key, value.orElse(null));
    return this;
  }

  Document whole(String key, long value) {
    tree.put(key, value);
    return this;
  }

  Document whole(String key, Optional<Integer> value) {
    tree.put(key, value.orElse(null));
    return this;
  }

  Document number(String key, double value) {
    tree.put(key, Double.isFinite(value) ? Double.valueOf(value) : null);
    return this;
  }

  Document flag(String key, boolean value) {
    tree.put(key, value);
    return this;
  }

  Document texts(String key, List<String> values) {
    ArrayNode array = tree.putArray(key);
    values.forEach(array::add);
    return this;
  }

  Document wholes(String key, Map<String, Integer> values) {
    ObjectNode object = tree.putObject(key);
    values.forEach(object::put);
    return this;
  }

  Document object(String key, Document value) {
    tree.set(key, value.tree());
    return this;
  }

  Document objects(String key, List<ObjectNode> values) {
    tree.putArray(key).addAll(values);
    return this;
  }

  ObjectNode tree() {
    return tree;
  }
}
