package reidstudio.data.layout;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reidstudio.data.DatasetException;
import reidstudio.data.SkipLog;
import reidstudio.data.SkipReason;

/** Reads {@code train_annos.json}: a list of {id, file_path, caption, maybe split}. */
final class TrainAnnotations {
  static final String FILE = "train_annos.json";

  /**
   * One entry.
   *
   * @param number position in the file, from 1
   * @param id number or word that the annotators gave to the person; empty for none
   * @param path as written
   * @param captions as written; may be empty or hold blank ones
   * @param split {@code train} where the entry says nothing
   */
  record Entry(int number, Optional<String> id, String path, List<String> captions, String split) {
    boolean isTraining() {
      return split.equalsIgnoreCase("train");
    }
  }

  private final AnnotationFile file;
  private final SkipLog log;

  TrainAnnotations(Path folder, SkipLog log) {
    this.file = new AnnotationFile(folder.resolve(FILE));
    this.log = log;
  }

  List<Entry> read() throws DatasetException {
    return file.read(this::entries);
  }

  private List<Entry> entries(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      throw file.wrongShape(parser, "no list of annotations");
    }
    List<Entry> entries = new ArrayList<>();
    for (int number = 1; parser.nextToken() != JsonToken.END_ARRAY; number++) {
      JsonNode node = file.tree(parser);
      JsonNode path = node.path("file_path");
      if (!path.isTextual() || path.textValue().isBlank()) {
        log.add(SkipReason.MALFORMED_ENTRY, FILE + " entry " + number, "has no file_path");
        continue;
      }
      entries.add(
          new Entry(
              number,
              id(node.path("id")),
              path.textValue(),
              captions(node.path("caption")),
              node.path("split").asText("train")));
    }
    return entries;
  }

  private static Optional<String> id(JsonNode node) {
    boolean fits = node.isIntegralNumber() || (node.isTextual() && !node.textValue().isBlank());
    return fits ? Optional.of(node.asText().strip()) : Optional.empty();
  }

  private static List<String> captions(JsonNode node) {
    if (node.isTextual()) {
      return List.of(node.textValue());
    }
    List<String> captions = new ArrayList<>();
    node.forEach(caption -> captions.add(caption.isTextual() ? caption.textValue() : ""));
    return captions;
  }
}
