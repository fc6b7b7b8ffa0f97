package reidstudio.data.layout;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import reidstudio.data.DatasetException;
import reidstudio.data.SkipLog;
import reidstudio.data.SkipReason;

/** Reads a list of {id, PATH, captions, split}, the form of all public caption sets. */
final class CaptionEntries {
  /**
   * One entry.
   *
   * @param where what to call it in a report
   * @param identity number as written, which need not be dense
   * @param path as written
   * @param captions as written; may be empty or hold blank ones
   * @param split in lower case; {@code train} where the entry says nothing
   */
  record Entry(String where, String identity, String path, List<String> captions, String split) {}

  private final String name;
  private final AnnotationFile file;
  private final String pathKey;
  private final SkipLog log;

  /**
   * @param name of the file in {@code root}
   * @param pathKey what entries call the path
   */
  CaptionEntries(Path root, String name, String pathKey, SkipLog log) {
    this.name = name;
    this.file = new AnnotationFile(root.resolve(name));
    this.pathKey = pathKey;
    this.log = log;
  }

  /** All entries that can be understood; the others are reported. */
  List<Entry> read() throws DatasetException {
    return file.read(this::entries);
  }

  private List<Entry> entries(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      throw file.wrongShape(parser, "no list of annotations");
    }
    List<Entry> entries = new ArrayList<>();
    for (int number = 1; parser.nextToken() != JsonToken.END_ARRAY; number++) {
      String where = name + " entry " + number;
      entry(file.tree(parser), where).ifPresent(entries::add);
    }
    return entries;
  }

  private Optional<Entry> entry(JsonNode node, String where) {
    JsonNode path = node.path(pathKey);
    if (!path.isTextual() || path.textValue().isBlank()) {
      return malformed(where, "has no " + pathKey);
    }
    Optional<String> identity = identity(node.path("id"));
    if (identity.isEmpty()) {
      return malformed(where, "has no id that is a whole number");
    }
    JsonNode split = node.path("split");
    if (!split.isMissingNode() && !split.isTextual()) {
      return malformed(where, "has a split that is no word");
    }
    List<String> captions =
        captions(node.has("captions") ? node.get("captions") : node.path("caption"));
    String part = split.asText("train").strip().toLowerCase(Locale.ROOT);
    return Optional.of(new Entry(where, identity.get(), path.textValue(), captions, part));
  }

  private Optional<Entry> malformed(String where, String detail) {
    log.add(SkipReason.MALFORMED_ENTRY, where, detail);
    return Optional.empty();
  }

  private static Optional<String> identity(JsonNode node) {
    boolean fits = node.isTextual() || node.isInt();
    String text = fits ? node.asText().strip() : "";
    return IdentityList.isNumber(text) ? Optional.of(IdentityList.plain(text)) : Optional.empty();
  }

  /** One caption or several; what is no text counts as an empty one. */
  private static List<String> captions(JsonNode node) {
    if (node.isTextual()) {
      return List.of(node.textValue());
    }
    List<String> captions = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(caption -> captions.add(caption.isTextual() ? caption.textValue() : ""));
    }
    return captions;
  }
}
