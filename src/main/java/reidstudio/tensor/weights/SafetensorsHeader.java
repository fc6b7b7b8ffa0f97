package reidstudio.tensor.weights;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The header of a safetensors file, checked as by the reference implementation: the arrays fill the
 * data without gap, overlap or rest, and each takes as many bytes as its type and shape need.
 *
 * @param arrays by name, in the header's order
 */
record SafetensorsHeader(Map<String, Array> arrays, Map<String, String> metadata) {
  private static final String METADATA = "__metadata__";

  /** An array's bytes are [begin, end), counted from the end of the header. */
  record Array(WeightFile.Entry entry, long begin, long end) {}

  static SafetensorsHeader parse(byte[] json, long dataSize, WeightFault fault) throws IOException {
    Map<String, Array> arrays = new LinkedHashMap<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    try (JsonParser parser = new ObjectMapper().createParser(json)) {
      // of two arrays with one name, readers would take different ones
      parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw fault.damaged("its header is no JSON object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        JsonNode value = parser.readValueAsTree();
        if (name.equals(METADATA)) {
          value.properties().forEach(e -> metadata.put(e.getKey(), e.getValue().asText()));
        } else {
          arrays.put(name, array(name, value, fault));
        }
      }
      if (parser.nextToken() != null) {
        throw fault.damaged("its header goes on behind the JSON object");
      }
    } catch (JsonProcessingException e) {
      throw fault.damaged("its header is not JSON (" + e.getOriginalMessage() + ")", e);
    }
    requireFilled(arrays, dataSize, fault);
    return new SafetensorsHeader(arrays, Collections.unmodifiableMap(metadata));
  }

  private static Array array(String name, JsonNode node, WeightFault fault) throws IOException {
    ElementType type = type(name, node.path("dtype").asText(), fault);
    long[] shape = numbers(node.path("shape"));
    long[] offsets = numbers(node.path("data_offsets"));
    if (shape == null || offsets == null || offsets.length != 2) {
      throw fault.damaged("its header says no shape and two data_offsets for '" + name + "'");
    }
    WeightFile.Entry entry = new WeightFile.Entry(type, shape);
    long needed;
    try {
      needed = Math.multiplyExact(entry.size(), type.bytes());
    } catch (ArithmeticException e) {
      throw fault.damaged("'" + name + "' has a size beyond all numbers: " + entry, e);
    }
    if (offsets[1] - offsets[0] != needed) {
      throw fault.damaged(
          "'%s' takes %d bytes, but %s needs %d"
              .formatted(name, offsets[1] - offsets[0], entry, needed));
    }
    return new Array(entry, offsets[0], offsets[1]);
  }

  private static ElementType type(String name, String word, WeightFault fault) throws IOException {
    for (ElementType type : ElementType.values()) {
      if (type.name().equals(word)) {
        return type;
      }
    }
    throw fault.refused(
        "'%s' is of type '%s', which is not known. Save it again as F32 or F16"
            .formatted(name, word));
  }

  /** Natural numbers; null if {@code node} is anything else. */
  private static long[] numbers(JsonNode node) {
    if (!node.isArray()) {
      return null;
    }
    long[] numbers = new long[node.size()];
    for (int i = 0; i < numbers.length; i++) {
      JsonNode number = node.get(i);
      if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 0) {
        return null;
      }
      numbers[i] = number.longValue();
    }
    return numbers;
  }

  private static void requireFilled(Map<String, Array> arrays, long dataSize, WeightFault fault)
      throws IOException {
    List<Map.Entry<String, Array>> inOrder =
        arrays.entrySet().stream()
            .sorted(
                Comparator.comparingLong((Map.Entry<String, Array> e) -> e.getValue().begin())
                    .thenComparingLong(e -> e.getValue().end()))
            .toList();
    long filled = 0;
    for (Map.Entry<String, Array> entry : inOrder) {
      Array array = entry.getValue();
      if (array.begin() != filled) {
        throw fault.damaged(
            "'%s' begins at byte %d of the data, but the array before it ends at %d"
                .formatted(entry.getKey(), array.begin(), filled));
      }
      filled = array.end();
      if (filled > dataSize) {
        throw fault.damaged(
            "'%s' ends at byte %d of the data, but the file has only %d"
                .formatted(entry.getKey(), filled, dataSize));
      }
    }
    if (filled != dataSize) {
      throw fault.damaged((dataSize - filled) + " bytes at its end belong to no array");
    }
  }
}
