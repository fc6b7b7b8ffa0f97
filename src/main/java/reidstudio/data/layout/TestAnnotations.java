package reidstudio.data.layout;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reidstudio.data.DatasetException;
import reidstudio.data.SkipLog;
import reidstudio.data.SkipReason;

/**
 * Reads {@code test_gallery_and_queries.json}: lists of [pid, item, ...] under {@code RGB_GALLERY}
 * and under the name of each query setting.
 */
final class TestAnnotations {
  static final String FILE = "test_gallery_and_queries.json";
  static final String GALLERY = "RGB_GALLERY";

  /** Identity and what is shown of it, both as written. */
  record Entry(String identity, List<String> shown) {}

  private final Path path;
  private final AnnotationFile file;
  private final SkipLog log;

  /** The settings repeat paths and captions up to 16 times; one copy of each is enough. */
  private final Map<String, String> texts = new HashMap<>();

  TestAnnotations(Path folder, SkipLog log) {
    this.path = folder.resolve(FILE);
    this.file = new AnnotationFile(path);
    this.log = log;
  }

  /** Entries by key, in the file's order; none without the file. */
  Map<String, List<Entry>> read() throws DatasetException {
    if (!Files.exists(path)) {
      log.note("There is no " + FILE + ", so there is nobody to test on.");
      return Map.of();
    }
    return file.read(this::lists);
  }

  private Map<String, List<Entry>> lists(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw file.wrongShape(parser, "no object of gallery and queries");
    }
    Map<String, List<Entry>> lists = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      if (lists.containsKey(key)) {
        throw file.wrongShape(parser, "a second " + key);
      }
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw file.wrongShape(parser, "no list under " + key);
      }
      lists.put(key, entries(parser, key));
    }
    return lists;
  }

  private List<Entry> entries(JsonParser parser, String key) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (int number = 1; parser.nextToken() != JsonToken.END_ARRAY; number++) {
      JsonNode node = file.tree(parser);
      if (isEntry(node)) {
        List<String> shown = new ArrayList<>();
        for (int i = 1; i < node.size(); i++) {
          shown.add(shared(node.get(i).textValue()));
        }
        entries.add(new Entry(shared(identity(node.get(0))), shown));
      } else {
        log.add(
            SkipReason.MALFORMED_ENTRY,
            "%s %s entry %d".formatted(FILE, key, number),
            "is not [identity, item, ...]");
      }
    }
    return entries;
  }

  private static boolean isEntry(JsonNode node) {
    if (!node.isArray() || node.size() < 2 || !node.get(0).isValueNode() || node.get(0).isNull()) {
      return false;
    }
    for (int i = 1; i < node.size(); i++) {
      if (!node.get(i).isTextual()) {
        return false;
      }
    }
    return true;
  }

  /** 601, "601" and "0601" are one person. */
  private static String identity(JsonNode node) {
    String text = node.asText().strip();
    return text.matches("0+\\d+") ? text.replaceFirst("^0+(?=\\d)", "") : text;
  }

  private String shared(String text) {
    return texts.computeIfAbsent(text, same -> same);
  }
}
