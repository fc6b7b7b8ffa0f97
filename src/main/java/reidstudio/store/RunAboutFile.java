package reidstudio.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Reads and writes {@code about.json} of run folders. It is the window's alone, so that what a user
 * says of a run never touches what the run's process writes. A file that cannot be understood is
 * left as it is, and what stands in it beside the known keys is kept.
 *
 * <p>Thread: any; changes of one process exclude each other.
 */
public final class RunAboutFile {
  /** Made for the first file: a window opens before it. */
  private static final class Mapper {
    static final ObjectMapper JSON =
        new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Mapper() {}
  }

  /**
   * What is said of the run in {@code folder}; {@link RunAbout#nothing} without a file.
   *
   * @throws IOException with a sentence for the user
   */
  public RunAbout read(Path folder) throws IOException {
    Path file = new RunFolder(folder).about();
    return about(tree(file), file);
  }

  /**
   * Says something else of the run in {@code folder}.
   *
   * @return what is said now
   * @throws IOException with a sentence for the user; then nothing has changed
   */
  public synchronized RunAbout change(Path folder, UnaryOperator<RunAbout> change)
      throws IOException {
    Path file = new RunFolder(folder).about();
    ObjectNode tree = tree(file);
    RunAbout now = change.apply(about(tree, file));
    tree.put("title", now.title());
    ArrayNode tags = tree.putArray("tags");
    now.tags().forEach(tags::add);
    tree.put("notes", now.notes());
    tree.put("pinned", now.pinned());
    tree.put("archived", now.archived());
    try {
      AtomicFile.write(file, tree.toPrettyString() + "\n");
      return now;
    } catch (IOException e) {
      throw new IOException(
          "%s cannot be written (%s); titles, tags, notes, pins and the archive need a run folder that can."
              .formatted(file, IoReason.of(e)),
          e);
    }
  }

  private ObjectNode tree(Path file) throws IOException {
    try {
      JsonNode tree = Mapper.JSON.readTree(Files.readString(file, StandardCharsets.UTF_8));
      if (tree instanceof ObjectNode object) {
        return object;
      }
      throw bad(file, "it holds no JSON object");
    } catch (NoSuchFileException e) {
      return Mapper.JSON.createObjectNode();
    } catch (JsonProcessingException e) {
      throw bad(file, "it is no JSON");
    } catch (CharacterCodingException e) {
      throw bad(file, "it is not UTF-8 text");
    }
  }

  private static RunAbout about(ObjectNode tree, Path file) throws IOException {
    return new RunAbout(
        text(tree, "title", file),
        tags(tree, file),
        text(tree, "notes", file),
        flag(tree, "pinned", file),
        flag(tree, "archived", file));
  }

  private static String text(ObjectNode tree, String key, Path file) throws IOException {
    JsonNode value = tree.path(key);
    if (!value.isMissingNode() && !value.isTextual()) {
      throw bad(file, key + " is no text");
    }
    return value.asText("");
  }

  private static boolean flag(ObjectNode tree, String key, Path file) throws IOException {
    JsonNode value = tree.path(key);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw bad(file, key + " is neither true nor false");
    }
    return value.asBoolean(false);
  }

  private static List<String> tags(ObjectNode tree, Path file) throws IOException {
    List<String> tags = new ArrayList<>();
    JsonNode value = tree.path("tags");
    boolean listed = value.isMissingNode() || value.isArray();
    for (JsonNode tag : value) {
      listed &= tag.isTextual();
      tags.add(tag.asText());
    }
    if (!listed) {
      throw bad(file, "tags is no list of texts");
    }
    return tags;
  }

  private static IOException bad(Path file, String reason) {
    return new IOException(
        "%s cannot be understood (%s); it is left as it is until it is repaired or removed."
            .formatted(file, reason));
  }
}
